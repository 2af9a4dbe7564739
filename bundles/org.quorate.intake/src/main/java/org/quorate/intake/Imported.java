// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quorate.model.FileSet;
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
        fileSets.forEach(set -> renamed.put(set.name(), setNames.next(set.name(), "files")));
        // A set may lie in the directories of one that comes behind it.
        List<FileSet> sets = fileSets.stream().map(set -> new FileSet(renamed.get(set.name()), renamed.get(set.name()), set.files(), set.size(),
                set.layout(), set.directories(), set.in().map(renamed::get), set.made(), set.nameLength())).toList();
        return new Imported(sets, phases.stream().map(phase -> renamed(phase, phaseNames.next(phase.name(), "phase"), renamed)).toList(),
                lun, remarks, unused);
    }

    private static Phase renamed(Phase phase, String name, Map<String, String> sets) {
        return phase.with(name, phase.nodes(), phase.mix().stream().map(share -> share.with(sets.get(share.fileSet()), share.nodes())).toList());
    }
}
