// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

import java.util.ArrayList;
import java.util.List;

/**
 * A list of which each item comes and goes by itself. Immutable, thread-safe.
 *
 * @param variable name in settings.sh
 * @param what     one item is
 * @param added    verdict of one that comes
 * @param removed  verdict of one that goes
 */
record ItemsRule(String variable, String what, Verdict added, Verdict removed) implements ConsequenceRule {

    @Override
    public List<ExportChange> changes(ExportFacts before, ExportFacts after) {
        List<String> old = before.list(variable);
        List<String> now = after.list(variable);
        List<ExportChange> changes = new ArrayList<>();
        now.stream().filter(item -> !old.contains(item)).forEach(item -> changes.add(ExportChange.of(what, "", item, "", added)));
        old.stream().filter(item -> !now.contains(item)).forEach(item -> changes.add(ExportChange.of(what, item, "", "", removed)));
        return changes;
    }

    @Override
    public List<String> settings() {
        return List.of(variable);
    }
}
