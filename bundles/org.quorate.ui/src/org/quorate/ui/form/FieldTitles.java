// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.form;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

import org.quorate.model.yaml.FieldInfo;

/**
 * Titles of fields and places for people, from {@code fields.properties} in the user's language. Keys are the catalogue's
 * paths; a field that all contenders have in common has the key {@code fileSystems[].…}. Knows what fields mean in that
 * language, too. Immutable.
 */
public final class FieldTitles {

    private final ResourceBundle bundle;
    private final FieldTexts texts;

    public FieldTitles(Locale locale) {
        // English is the language without a suffix: no other language may stand in for it, whatever the system speaks.
        bundle = ResourceBundle.getBundle("org.quorate.ui.form.fields", locale, FieldTitles.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        texts = new FieldTexts(locale);
    }

    /** The field with its description, default, allowed values and source in the user's language. */
    public FieldInfo translated(FieldInfo field) {
        return texts.translated(field);
    }

    /** Of a path of the catalogue; the empty path is the scenario. A field without a title shows its key. */
    public String title(String catalogPath) {
        return find(catalogPath).orElseGet(() -> catalogPath.substring(catalogPath.lastIndexOf('.') + 1));
    }

    /** Nothing if the properties do not know it; a test makes sure that they know all. */
    public Optional<String> find(String catalogPath) {
        String key = catalogPath.isEmpty() ? "scenario" : common(catalogPath);
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /** The path with {@code fileSystems[]} for one contender, as {@code fileSystems[ocfs2]}. */
    static String common(String catalogPath) {
        return catalogPath.replaceFirst("^fileSystems\\[\\w+\\]", "fileSystems[]");
    }

    /** What one item of a list is called, as in "Add node". */
    public String item(String listPath) {
        return title(listPath + "[]");
    }
}
