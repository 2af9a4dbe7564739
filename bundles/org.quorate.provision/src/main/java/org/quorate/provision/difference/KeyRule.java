// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of a configuration file, written {@code key = value}, {@code key: value} or {@code key value}. Immutable,
 * thread-safe.
 *
 * @param path    of the file in the export, or the end of it: node by node it has different beginnings
 * @param key     at the beginning of a line, after blanks
 * @param what    it sets
 * @param verdict when it changes
 */
record KeyRule(String path, String key, String what, Verdict verdict) implements ConsequenceRule {

    @Override
    public List<ExportChange> changes(ExportFacts before, ExportFacts after) {
        return after.files().keySet().stream().filter(file -> file.endsWith(path) && before.files().containsKey(file))
                .flatMap(file -> changes(file, before.file(file), after.file(file)).stream()).toList();
    }

    private List<ExportChange> changes(String file, String before, String after) {
        String old = value(before);
        String now = value(after);
        return old.equals(now) ? List.of() : List.of(ExportChange.of(what + " (" + key + ")", old, now, file, verdict));
    }

    private String value(String text) {
        Matcher line = Pattern.compile("(?m)^[ \\t]*" + Pattern.quote(key) + "(?:[ \\t]*[=:][ \\t]*|[ \\t]+)(.*)$").matcher(text);
        return line.find() ? line.group(1).strip() : "";
    }
}
