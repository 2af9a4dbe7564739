// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** Writes parts of a YAML text. Pure functions. */
final class YamlText {

    /** Needs no quotes anywhere, not even between braces. */
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9/_.][A-Za-z0-9/_.%+-]*( [A-Za-z0-9/_.%+-]+)*");
    /** Would be read as something else than a text by other readers of YAML. */
    private static final Pattern NOT_TEXT = Pattern.compile(
            "(?i)null|true|false|yes|no|on|off|[-+]?([0-9][0-9_]*\\.?[0-9_]*|\\.[0-9]+)(e[-+]?[0-9]+)?|0x[0-9a-f_]+|0o[0-7_]+"
                    + "|\\.inf|\\.nan|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*");

    private YamlText() {
    }

    /** A value on one line: as it is where that is safe, else in double quotes with escapes. */
    static String scalar(String value, boolean unquoted) {
        boolean plain = SAFE.matcher(value).matches() && (unquoted || !NOT_TEXT.matcher(value).matches());
        return plain ? value : quoted(value);
    }

    private static String quoted(String value) {
        DumpSettings settings = DumpSettings.builder().setDefaultScalarStyle(ScalarStyle.DOUBLE_QUOTED)
                .setSplitLines(false).setWidth(Integer.MAX_VALUE).build();
        return new Dump(settings).dumpToString(value).strip();
    }

    /** A tree on one line. */
    static String flow(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.plain() && SAFE.matcher(scalar.text()).matches() ? scalar.text() : quoted(scalar.text());
        }
        List<String> parts = new ArrayList<>();
        if (node instanceof YamlNode.Sequence sequence) {
            sequence.items().forEach(item -> parts.add(flow(item)));
            return "[" + String.join(", ", parts) + "]";
        }
        for (YamlNode.Entry entry : ((YamlNode.Mapping) node).entries()) {
            parts.add(flow(entry.key()) + ": " + flow(entry.value()));
        }
        return "{" + String.join(", ", parts) + "}";
    }

    /** Lines without the indentation that all of them share, and without empty ones around them. */
    static List<String> dedent(String block) {
        List<String> lines = new ArrayList<>(block.lines().toList());
        lines.removeIf(String::isBlank);
        int shared = lines.stream().mapToInt(YamlText::indentation).min().orElse(0);
        lines.replaceAll(line -> line.substring(shared).stripTrailing());
        return lines;
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }
}
