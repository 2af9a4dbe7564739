// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.form;

import java.util.List;

/** Writes values into YAML: always quoted, and never read as a template by Ansible. Pure functions, thread-safe. */
final class Yaml {

    private Yaml() {
    }

    /**
     * A double-quoted scalar. What Jinja would read as a template is marked {@code !unsafe}, so that Ansible keeps it as it
     * stands.
     *
     * @throws IllegalArgumentException for control characters and halves of surrogate pairs, which no value has
     */
    static String text(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                throw new IllegalArgumentException("control characters cannot be written as a value");
            } else if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c > '~') {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        boolean template = value.contains("{{") || value.contains("{%") || value.contains("{#");
        return (template ? "!unsafe " : "") + text.append('"');
    }

    /** A list of scalars below a key, each on its own line. */
    static String list(String indent, List<String> values) {
        if (values.isEmpty()) {
            return " []\n";
        }
        StringBuilder text = new StringBuilder("\n");
        values.forEach(value -> text.append(indent).append("- ").append(text(value)).append('\n'));
        return text.toString();
    }
}
