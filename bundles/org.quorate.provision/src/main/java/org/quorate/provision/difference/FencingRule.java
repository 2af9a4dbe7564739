// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

import java.util.List;
import java.util.stream.Stream;

/** Nodes that are fenced by another device than the one that was tried. Thread-safe. */
final class FencingRule implements ConsequenceRule {

    private static final String MARKS = "FENCING_MARKS";
    private static final Verdict AGAIN = Verdict.rolling("fencing that was never tried is none: step fencing-test restarts the node",
            "provisioning reference 1.1");

    @Override
    public List<ExportChange> changes(ExportFacts before, ExportFacts after) {
        // The mark begins with the cluster's name, whose change has a rule of its own.
        return after.list("NODE_NAMES").stream().flatMap(node -> {
            String old = device(before, node);
            String now = device(after, node);
            return old.isEmpty() || old.equals(now) ? Stream.empty()
                    : Stream.of(ExportChange.of("fence device of " + node, "mark " + old, "mark " + now, "", AGAIN));
        }).toList();
    }

    private static String device(ExportFacts facts, String node) {
        String mark = facts.value(MARKS + "[" + node + "]");
        return mark.substring(mark.lastIndexOf(' ') + 1);
    }

    @Override
    public List<String> settings() {
        return List.of(MARKS);
    }
}
