// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.form;

import java.util.List;

/** The parts of a scenario that have a page each, and what stands at the top of the page's tree. */
public enum FormSection {
    /** The scenario as a whole; any place may be selected. */
    OVERVIEW(List.of("")),
    CLUSTER(List.of("cluster")),
    LUN(List.of("lun")),
    FILE_SYSTEMS(List.of("fileSystems")),
    /** What runs, from where it starts, and how it is judged. */
    WORKLOAD(List.of("workload", "initialState", "targets", "application", "study"));

    private final List<String> roots;

    FormSection(List<String> roots) {
        this.roots = roots;
    }

    /** Paths of the places at the top. */
    List<String> roots() {
        return roots;
    }

    /** The section whose page has a field; {@link #OVERVIEW} for those of no other. */
    public static FormSection of(String path) {
        String top = path.replaceFirst("[.\\[].*", "");
        for (FormSection section : values()) {
            if (section.roots.contains(top)) {
                return section;
            }
        }
        return OVERVIEW;
    }
}
