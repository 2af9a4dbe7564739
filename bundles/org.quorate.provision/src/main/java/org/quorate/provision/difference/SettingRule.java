// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

import java.util.List;

/**
 * A setting with one verdict for each file system. Immutable, thread-safe.
 *
 * @param variable name in settings.sh
 * @param what     it is
 * @param ocfs2    verdict where the new export sets up OCFS2
 * @param gfs2     verdict where it sets up GFS2
 */
record SettingRule(String variable, String what, Verdict ocfs2, Verdict gfs2) implements ConsequenceRule {

    SettingRule(String variable, String what, Verdict both) {
        this(variable, what, both, both);
    }

    @Override
    public List<ExportChange> changes(ExportFacts before, ExportFacts after) {
        String old = before.value(variable);
        String now = after.value(variable);
        return old.equals(now) ? List.of() : List.of(ExportChange.of(what, old, now, "", after.isGfs2() ? gfs2 : ocfs2));
    }

    @Override
    public List<String> settings() {
        return List.of(variable);
    }
}
