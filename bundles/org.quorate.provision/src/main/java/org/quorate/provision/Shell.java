// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes assignments of bash: the only place where values of a scenario enter shell code. Not thread-safe. */
final class Shell {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]*");

    private final StringBuilder text = new StringBuilder();

    Shell comment(String line) {
        text.append("# ").append(line).append('\n');
        return this;
    }

    Shell set(String name, String value) {
        text.append(checked(name)).append('=').append(Quote.shell(value)).append('\n');
        return this;
    }

    Shell set(String name, long value) {
        text.append(checked(name)).append('=').append(value).append('\n');
        return this;
    }

    /** An indexed array, one element a line when there are many. */
    Shell set(String name, List<String> values) {
        text.append(checked(name)).append("=(");
        String separator = values.size() > 6 ? "\n    " : " ";
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 && values.size() <= 6 ? "" : separator).append(Quote.shell(values.get(i)));
        }
        text.append(values.size() > 6 ? "\n)\n" : ")\n");
        return this;
    }

    /** An associative array. */
    Shell set(String name, Map<String, String> values) {
        text.append("declare -A ").append(checked(name)).append("=(");
        values.forEach((key, value) -> text.append("\n    [").append(Quote.shell(key)).append("]=")
                .append(Quote.shell(value)));
        text.append(values.isEmpty() ? ")\n" : "\n)\n");
        return this;
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a variable: " + name);
        }
        return name;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
