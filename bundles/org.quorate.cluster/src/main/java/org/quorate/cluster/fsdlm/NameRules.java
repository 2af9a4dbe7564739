// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.fsdlm;

import org.quorate.model.SlabCache;

/**
 * How a user of fs/dlm names and equips its resources; decides the payload of messages (kernel reference 2.1).
 *
 * @param nameBytes    length of a resource name: 24 for GFS2, 31 for OCFS2
 * @param valueBytes   length of a lock value block: 32 for GFS2, 64 for OCFS2
 * @param everyPointer the user passes a value block pointer with every lock, so that its CONVERT and UNLOCK messages carry
 *                     one even for resources without value (OCFS2's user stack, fs/dlm/lock.c:create_message)
 */
public record NameRules(int nameBytes, int valueBytes, boolean everyPointer) {

    /** GFS2: fs/gfs2/lock_dlm.c:gdlm_lock, GDLM_LVB_SIZE. */
    public static final NameRules GFS2 = new NameRules(24, 32, false);
    /** OCFS2 on the user stack: fs/ocfs2/dlmglue.c:ocfs2_build_lock_name, stack_user.c:user_dlm_lock. */
    public static final NameRules OCFS2 = new NameRules(31, 64, true);

    /** Slab cache of a value block (dlm_allocate_lvb). */
    SlabCache valueCache() {
        return valueBytes <= 32 ? SlabCache.DLM_LVB : SlabCache.DLM_LVB_64;
    }
}
