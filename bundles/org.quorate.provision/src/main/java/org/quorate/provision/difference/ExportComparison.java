// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.quorate.provision.directory.KeptExport;
import org.quorate.provision.plan.Checksums;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.ProvisioningPlan;

/** Compares an export that was made with the plan of another one. Pure functions, thread-safe. */
public final class ExportComparison {

    private static final Verdict UNJUDGED = Verdict.rolling("no rule judges this setting: read the difference, and take each node out"
            + " of the cluster for it", "");

    private ExportComparison() {
    }

    /** What differs. The old export counts as it is now, with what was edited in it. */
    public static ExportDifference of(KeptExport old, ProvisioningPlan plan) {
        Map<String, String> now = plan.files().stream().collect(Collectors.toMap(GeneratedFile::path, GeneratedFile::content));
        ExportFacts before = ExportFacts.of(old.files());
        ExportFacts after = ExportFacts.of(now);
        List<ExportChange> changes = changes(before, after);
        List<FileChange> files = new ArrayList<>();
        List<String> scripts = new ArrayList<>();
        TreeSet<String> paths = new TreeSet<>(before.files().keySet());
        paths.addAll(after.files().keySet());
        paths.remove(Checksums.FILE);
        for (String path : paths) {
            if (before.files().containsKey(path) && before.file(path).equals(after.files().get(path))) {
                continue;
            }
            if (FileVerdicts.isConfiguration(path)) {
                files.add(file(path, before, after, changes));
            } else {
                scripts.add(path);
            }
        }
        return new ExportDifference(ExportDifference.FORMAT, old.edited(), old.missing(), old.unknown(), changes, files,
                StepsRead.changes(before, after), scripts);
    }

    private static List<ExportChange> changes(ExportFacts before, ExportFacts after) {
        List<ExportChange> changes = new ArrayList<>();
        Set<String> judged = new TreeSet<>(ConsequenceRules.DERIVED);
        for (ConsequenceRule rule : ConsequenceRules.all()) {
            changes.addAll(rule.changes(before, after));
            judged.addAll(rule.settings());
        }
        Set<String> names = new TreeSet<>(before.settings().keySet());
        names.addAll(after.settings().keySet());
        for (String name : names) {
            if (!judged.contains(name.replaceFirst("\\[.*", "")) && !before.value(name).equals(after.value(name))) {
                changes.add(ExportChange.of("setting " + name, before.value(name), after.value(name), "", UNJUDGED));
            }
        }
        changes.sort(Comparator.comparing(ExportChange::consequence).reversed());
        return changes;
    }

    private static FileChange file(String path, ExportFacts before, ExportFacts after, List<ExportChange> changes) {
        Presence presence = !before.files().containsKey(path) ? Presence.ADDED
                : after.files().containsKey(path) ? Presence.CHANGED : Presence.REMOVED;
        Verdict verdict = isOfOneExportOnly(path, before, after)
                ? Verdict.online("of a node that comes or goes", "") : FileVerdicts.of(path);
        List<ExportChange> known = changes.stream().filter(change -> change.file().equals(path)).toList();
        Consequence consequence = known.stream().map(ExportChange::consequence).reduce(Consequence::or).orElse(verdict.consequence());
        String how = known.isEmpty() ? verdict.how() : known.stream().map(ExportChange::what).collect(Collectors.joining(", "));
        return new FileChange(path, presence, consequence, how, UnifiedDiff.of(path, before.file(path), after.file(path)));
    }

    private static boolean isOfOneExportOnly(String path, ExportFacts before, ExportFacts after) {
        String[] parts = path.split("/");
        String node = parts.length > 2 && parts[1].equals("only") || parts[0].equals("fencing") ? parts[parts.length > 2 ? 2 : 1] : "";
        return !node.isEmpty() && before.list("NODE_NAMES").contains(node) != after.list("NODE_NAMES").contains(node);
    }
}
