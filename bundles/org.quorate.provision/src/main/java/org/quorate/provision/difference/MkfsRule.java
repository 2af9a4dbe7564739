// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

import java.util.List;

/**
 * An option of mkfs with one verdict, of one file system. Immutable, thread-safe.
 *
 * @param gfs2    it is an option of mkfs.gfs2, else of mkfs.ocfs2
 * @param option  its name
 * @param what    it sets
 * @param verdict when it changes
 */
record MkfsRule(boolean gfs2, String option, String what, Verdict verdict) implements ConsequenceRule {

    @Override
    public List<ExportChange> changes(ExportFacts before, ExportFacts after) {
        if (before.isGfs2() != gfs2 || after.isGfs2() != gfs2) {
            return List.of();
        }
        String old = before.mkfs().getOrDefault(option, "");
        String now = after.mkfs().getOrDefault(option, "");
        return old.equals(now) ? List.of()
                : List.of(ExportChange.of(what + " (mkfs " + option + ")", old, now, "", verdict));
    }

    @Override
    public List<String> settings() {
        return List.of("MKFS_OPTIONS");
    }
}
