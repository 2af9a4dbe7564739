// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quorate.model.FileSet;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;

/**
 * What was taken from a file. Immutable, thread-safe.
 *
 * @param fileSets sets of files; names and paths unique
 * @param phases   that use these sets; names unique
 * @param lun      what is known of the LUN
 * @param remarks  what a person should know: how it was understood, and how well it fits; safe to print
 * @param unused   what could not be used
 */
public record Imported(List<FileSet> fileSets, List<Phase> phases, LunFigures lun, List<String> remarks, List<Unused> unused) {

    public Imported {
        fileSets = List.copyOf(fileSets);
        phases = List.copyOf(phases);
        remarks = List.copyOf(remarks);
        unused = List.copyOf(unused);
    }

    /** The same beside others, whose names it must not use. */
    public Imported beside(Collection<FileSet> otherSets, Collection<Phase> otherPhases) {
        List<String> taken = new ArrayList<>();
        otherSets.forEach(set -> taken.addAll(List.of(set.name(), set.path())));
        Names setNames = new Names(taken);
        Names phaseNames = new Names(otherPhases.stream().map(Phase::name).toList());
        Map<String, String> renamed = new HashMap<>();
        List<FileSet> sets = new ArrayList<>();
        for (FileSet set : fileSets) {
            String name = setNames.next(set.name(), "files");
            renamed.put(set.name(), name);
            sets.add(new FileSet(name, name, set.files(), set.size(), set.layout(), set.directories(), set.in(), set.made(),
                    set.nameLength()));
        }
        return new Imported(sets, phases.stream().map(phase -> renamed(phase, phaseNames.next(phase.name(), "phase"), renamed)).toList(),
                lun, remarks, unused);
    }

    private static Phase renamed(Phase phase, String name, Map<String, String> sets) {
        return new Phase(name, phase.load(), phase.duration(), phase.warmUp(), phase.operationsPerThread(), phase.nodes(),
                phase.inTurn(), phase.sequence(), phase.measured(), phase.dropCaches(), phase.syncAfter(),
                phase.mix().stream().map(share -> new OperationShare(share.operation(), share.weight(), sets.get(share.fileSet()),
                        share.access(), share.zipfExponent(), share.size(), share.fsync(), share.keepOpen(), share.at(), share.how(),
                        share.nodes(), share.count())).toList());
    }
}
