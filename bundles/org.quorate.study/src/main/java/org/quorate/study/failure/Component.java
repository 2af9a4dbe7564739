// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

/** Who does a step: names that an administrator meets in logs. */
public enum Component {
    HARDWARE("hardware"),
    OPERATIONS("operations"),
    O2HB("o2hb"),
    O2NET("o2net"),
    O2QUO("o2quo"),
    O2DLM("o2dlm"),
    OCFS2("ocfs2"),
    COROSYNC("corosync"),
    PACEMAKER("pacemaker"),
    DLM_CONTROLD("dlm_controld"),
    FS_DLM("dlm"),
    GFS2("gfs2"),
    LOCAL("file system");

    private final String title;

    Component(String title) {
        this.title = title;
    }

    /** For example {@code o2hb}. */
    public String title() {
        return title;
    }
}
