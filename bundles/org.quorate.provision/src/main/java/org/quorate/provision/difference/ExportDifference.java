// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

import java.util.List;

/**
 * What differs between an old export and a new one. Immutable, thread-safe.
 *
 * @param format   {@link #FORMAT}
 * @param edited   files of the old export that were edited since it was made; it is compared as it is now
 * @param missing  files of the old export that are gone
 * @param unknown  files in its directory that it did not make
 * @param changes  what changes, the dearest first
 * @param files    configuration files of the nodes that differ, by path
 * @param steps    of the work that come, go or change, in their order
 * @param scripts  paths of other files of the export that differ: scripts and pages for people
 */
public record ExportDifference(String format, List<String> edited, List<String> missing, List<String> unknown,
        List<ExportChange> changes, List<FileChange> files, List<StepChange> steps, List<String> scripts) {

    /** Name and version of the JSON form. */
    public static final String FORMAT = "quorate-export-difference/1";

    public ExportDifference {
        edited = List.copyOf(edited);
        missing = List.copyOf(missing);
        unknown = List.copyOf(unknown);
        changes = List.copyOf(changes);
        files = List.copyOf(files);
        steps = List.copyOf(steps);
        scripts = List.copyOf(scripts);
    }

    /** Whether the new export differs from the old one at all. */
    public boolean differs() {
        return !(changes.isEmpty() && files.isEmpty() && steps.isEmpty() && scripts.isEmpty());
    }

    /** What bringing the nodes from one to the other costs. */
    public Consequence consequence() {
        Consequence worst = Consequence.NOTHING;
        for (ExportChange change : changes) {
            worst = worst.or(change.consequence());
        }
        for (FileChange file : files) {
            worst = worst.or(file.consequence());
        }
        return worst;
    }
}
