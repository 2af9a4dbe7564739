// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Path;
import org.osgi.framework.Bundle;

/**
 * The pages of the help: files {@code help/NAME.xml} in the markup of Eclipse's form texts, in the user's language if
 * {@code nl/LANGUAGE/help} has them. Immutable.
 */
public final class HelpPages {

    /** The page that lists the others. */
    public static final String CONTENTS = "contents";

    /** All pages, in reading order. */
    public static final List<String> NAMES =
            List.of(CONTENTS, "first-steps", "editor", "comparison", "studies", "map", "figures", "memory", "report", "scripts", "nodes", "measure", "apply", "observe", "settings",
                    "keys", "trouble");

    private final Bundle bundle;

    public HelpPages(Bundle bundle) {
        this.bundle = bundle;
    }

    /**
     * The markup of a page.
     *
     * @throws IllegalArgumentException if there is no such page
     */
    public String markup(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no help page " + name);
        }
        URL page = FileLocator.find(bundle, new Path("$nl$/help/" + name + ".xml"), null);
        try (InputStream in = page.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("help page " + name + " is part of this bundle", e);
        }
    }
}
