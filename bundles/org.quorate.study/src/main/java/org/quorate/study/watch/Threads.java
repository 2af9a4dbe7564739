// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.watch;

import org.quorate.study.watch.Lifeline.Kind;

/** What the threads of the simulator are in the kernel, by the recipe that they run first. Pure functions. */
final class Threads {

    private Threads() {
    }

    static Kind kind(String recipe) {
        return switch (recipe) {
            case "workload/thread" -> Kind.PROCESS;
            case "jbd2/thread", "ocfs2/cmt", "journal/gfs2_logd" -> Kind.JOURNAL;
            default -> recipe.equals("o2net") || recipe.startsWith("o2dlm/") || recipe.startsWith("fsdlm/") ? Kind.LOCK_MANAGER
                    : Kind.FILE_SYSTEM;
        };
    }

    /** As {@code ps} shows it, or as the kernel calls the work queue. */
    static String name(String recipe) {
        return switch (recipe) {
            case "workload/thread" -> "process";
            case "jbd2/thread" -> "jbd2";
            case "ocfs2/cmt" -> "ocfs2cmt";
            case "ocfs2/dc" -> "ocfs2dc";
            case "o2dlm/thread" -> "dlm_thread";
            case "o2dlm/worker" -> "dlm_worker";
            case "glock/work" -> "glock_workqueue";
            case "inode/delete_work" -> "gfs2_delete_workqueue";
            default -> recipe.substring(recipe.indexOf('/') + 1);
        };
    }
}
