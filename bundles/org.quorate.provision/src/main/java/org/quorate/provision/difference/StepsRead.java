// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The steps of an export, read from its scripts. Pure functions, thread-safe. */
final class StepsRead {

    private static final String HEAD = "# ---- ";

    private StepsRead() {
    }

    /** Steps that come, go or change, those of the new export first, each in its order. */
    static List<StepChange> changes(ExportFacts before, ExportFacts after) {
        Map<String, String> old = of(before);
        Map<String, String> now = of(after);
        List<StepChange> changes = new ArrayList<>();
        now.forEach((id, body) -> {
            if (!old.containsKey(id)) {
                changes.add(new StepChange(id, after.value("TITLES[" + id + "]"), Presence.ADDED));
            } else if (!old.get(id).equals(body)) {
                changes.add(new StepChange(id, after.value("TITLES[" + id + "]"), Presence.CHANGED));
            }
        });
        old.keySet().stream().filter(id -> !now.containsKey(id))
                .forEach(id -> changes.add(new StepChange(id, before.value("TITLES[" + id + "]"), Presence.REMOVED)));
        return changes;
    }

    /** What each step does, by its id, in the order of the steps. */
    private static Map<String, String> of(ExportFacts facts) {
        Map<String, String> bodies = new TreeMap<>();
        for (String script : List.of("node.sh", "provision.sh")) {
            String id = null;
            StringBuilder body = new StringBuilder();
            for (String line : facts.file(script).split("\n")) {
                if (line.startsWith(HEAD) || line.equals("main() {") || line.equals("belongs_here() { # STEP")) {
                    keep(bodies, id, body);
                    id = line.startsWith(HEAD) && line.contains(": ") ? line.substring(HEAD.length(), line.indexOf(": ")) : null;
                }
                body.append(line).append('\n');
            }
            keep(bodies, id, body);
        }
        Map<String, String> steps = new LinkedHashMap<>();
        facts.list("STEPS").forEach(id -> steps.put(id, bodies.getOrDefault(id, "")));
        return steps;
    }

    private static void keep(Map<String, String> bodies, String id, StringBuilder body) {
        if (id != null) {
            bodies.put(id, body.toString().strip());
        }
        body.setLength(0);
    }
}
