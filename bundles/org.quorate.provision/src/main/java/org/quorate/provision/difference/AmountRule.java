// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

import java.util.List;
import java.util.function.Function;

/**
 * A number of which it matters whether it grows or shrinks. Immutable, thread-safe.
 *
 * @param setting  name of the setting it comes from
 * @param what     it is
 * @param value    reads it from an export, as text; empty when it has none
 * @param larger   verdict when it grows
 * @param smaller  verdict when it shrinks
 */
record AmountRule(String setting, String what, Function<ExportFacts, String> value, Verdict larger, Verdict smaller)
        implements ConsequenceRule {

    @Override
    public List<ExportChange> changes(ExportFacts before, ExportFacts after) {
        String old = value.apply(before);
        String now = value.apply(after);
        if (old.equals(now) || old.isEmpty() || now.isEmpty()) {
            return List.of();
        }
        boolean grows = isNumber(old) && isNumber(now) && Long.parseLong(now) > Long.parseLong(old);
        return List.of(ExportChange.of(what, old, now, "", grows ? larger : smaller));
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,18}");
    }

    @Override
    public List<String> settings() {
        return List.of(setting);
    }
}
