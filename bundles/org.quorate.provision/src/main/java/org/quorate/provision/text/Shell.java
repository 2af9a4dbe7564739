// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.quorate.provision.plan.Setting;

/** Writes assignments of bash: the only place where values of a scenario enter shell code. Not thread-safe. */
public final class Shell {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]*");

    private final StringBuilder text = new StringBuilder();
    private final Map<String, Setting> values = new LinkedHashMap<>();

    public Shell comment(String line) {
        text.append("# ").append(line).append('\n');
        return this;
    }

    public Shell set(String name, String value) {
        text.append(checked(name)).append('=').append(Quote.shell(value)).append('\n');
        values.put(name, new Setting.Text(value));
        return this;
    }

    public Shell set(String name, long value) {
        text.append(checked(name)).append('=').append(value).append('\n');
        values.put(name, new Setting.Text(Long.toString(value)));
        return this;
    }

    /** An indexed array, one element a line when there are many. */
    public Shell set(String name, List<String> words) {
        text.append(checked(name)).append("=(");
        String separator = words.size() > 6 ? "\n    " : " ";
        for (int i = 0; i < words.size(); i++) {
            text.append(i == 0 && words.size() <= 6 ? "" : separator).append(Quote.shell(words.get(i)));
        }
        text.append(words.size() > 6 ? "\n)\n" : ")\n");
        values.put(name, new Setting.Words(words));
        return this;
    }

    /** An associative array. */
    public Shell set(String name, Map<String, String> table) {
        text.append("declare -A ").append(checked(name)).append("=(");
        table.forEach((key, value) -> text.append("\n    [").append(Quote.shell(key)).append("]=")
                .append(Quote.shell(value)));
        text.append(table.isEmpty() ? ")\n" : "\n)\n");
        values.put(name, new Setting.Table(table));
        return this;
    }

    /** What was set, by name, in order. */
    public Map<String, Setting> values() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
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
