// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.util.Locale;

/** When a read writes the access time of what it reads (mount(8), fs/inode.c:atime_needs_update); rising in how often. */
public enum AccessTimes {
    /** Never. */
    NOATIME,
    /**
     * If the access time is not later than the last change, or a day old (fs/inode.c:relatime_need_update). OCFS2 has its own rule,
     * which knows no day (fs/ocfs2/file.c:ocfs2_should_update_atime).
     */
    RELATIME,
    /** Always; OCFS2: if the access time is older than its atime_quantum. */
    STRICTATIME;

    /** The mount option. */
    public String option() {
        return name().toLowerCase(Locale.ROOT);
    }
}
