// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.scripts;

import java.util.Locale;
import java.util.Set;

/** In which language a file of an export is written, as far as its colours need it. */
enum Syntax {
    SHELL, YAML, CONFIGURATION, MARKDOWN, PLAIN;

    private static final Set<String> CONFIGURATIONS = Set.of("conf", "ini", "cfg", "mount", "service", "timer", "target", "rules", "cib");

    /** By the name of the file, else by what its first line says runs it. */
    static Syntax of(String path, String content) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String extension = name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
        if (extension.equals("sh") || content.startsWith("#!") && content.lines().findFirst().orElse("").endsWith("sh")) {
            return SHELL;
        }
        if (extension.equals("yml") || extension.equals("yaml")) {
            return YAML;
        }
        if (extension.equals("md")) {
            return MARKDOWN;
        }
        return CONFIGURATIONS.contains(extension) || path.contains("/etc/") ? CONFIGURATION : PLAIN;
    }
}
