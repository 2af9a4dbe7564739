// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Secrets that come, go, or are kept in another place: their references, never they themselves. Thread-safe. */
final class SecretsRule implements ConsequenceRule {

    private static final Verdict STEP = Verdict.online("step secrets", "provisioning reference 6");

    @Override
    public List<ExportChange> changes(ExportFacts before, ExportFacts after) {
        Map<String, String> old = references(before);
        Map<String, String> now = references(after);
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(old.keySet());
        return names.stream().filter(name -> !old.getOrDefault(name, "").equals(now.getOrDefault(name, "")))
                .map(name -> ExportChange.of("secret " + name, old.getOrDefault(name, ""), now.getOrDefault(name, ""), "", STEP)).toList();
    }

    @Override
    public List<String> settings() {
        return List.of("SECRET_NAMES", "SECRET_KINDS", "SECRET_PLACES");
    }

    private static Map<String, String> references(ExportFacts facts) {
        List<String> names = facts.list("SECRET_NAMES");
        List<String> kinds = facts.list("SECRET_KINDS");
        List<String> places = facts.list("SECRET_PLACES");
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(names.size(), Math.min(kinds.size(), places.size())); i++) {
            found.put(names.get(i), kinds.get(i) + ":" + places.get(i));
        }
        return found;
    }
}
