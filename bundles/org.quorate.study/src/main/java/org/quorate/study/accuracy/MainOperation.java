// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import java.util.List;
import java.util.Locale;

/**
 * An operation whose latency is compared: the lab timed system calls, the simulator times operations.
 *
 * @param figure    name of the row, without the percentile
 * @param calls     of the lab that make up one operation; {@code total} is a whole one
 * @param operation of the simulator
 * @param clockReads of the lab's harness between the start and the end of what it timed: of a whole operation one behind each
 *                  system call or two. A user-mode kernel has no clock without a system call (arch/x86/um/vdso/um_vdso.c),
 *                  so each costs one
 */
record MainOperation(String figure, List<String> calls, String operation, int clockReads) {

    private static final String TOTAL = "total";
    private static final List<String> LOCK_AND_UNLOCK = List.of("lock", "unlock");

    /** What a phase of a run does: in the box every call is a whole operation, timed by one reading of the clock before and one after. */
    static List<MainOperation> of(LabRun run, LabRun.Phase phase) {
        return run.origin().box() ? phase.calls().stream().map(LabRun.Call::call).distinct()
                .map(call -> new MainOperation(call, List.of(call), call.toUpperCase(Locale.ROOT), 1)).toList() : of(phase.name());
    }

    /** What a phase of the lab does, by its name; nothing for a phase that does nothing. */
    static List<MainOperation> of(String phase) {
        return switch (kind(phase)) {
            case "a_create", "b_create" -> List.of(of(TOTAL, "CREATE", 3));
            case "c_stat" -> List.of(of("stat", "STAT"));
            case "c_read", "c_reread" -> List.of(of(TOTAL, "READ", 3));
            case "c_rewrite" -> List.of(of(TOTAL, "WRITE", 1));
            case "e_pp_over" -> List.of(of(TOTAL, "WRITE", 4));
            case "e_append" -> List.of(of(TOTAL, "APPEND", 2));
            case "e_pp_create" -> List.of(of("create", "CREATE"));
            case "e_pp_stat" -> List.of(of("chmod", "CHMOD"), of("stat", "STAT"));
            case "g_sess" -> List.of(of(TOTAL, "SESSION", 5));
            case "g_flock" -> List.of(new MainOperation("lock + unlock", LOCK_AND_UNLOCK, "FLOCK", 2));
            case "g_fcntl" -> List.of(new MainOperation("lock + unlock", LOCK_AND_UNLOCK, "FCNTL", 2));
            case "h_tree" -> List.of(of("mkdir", "MKDIR"), of("rename_same", "RENAME"), of("rename_cross", "MOVE"),
                    of("rmdir", "RMDIR"), of("unlink", "UNLINK"));
            case "f_seqwrite" -> List.of(of("write1m", "WRITE"));
            case "f_seqread" -> List.of(of("read1m", "READ"));
            case "d_unlink" -> List.of(of("unlink", "UNLINK"));
            default -> List.of();
        };
    }

    private static MainOperation of(String call, String operation) {
        return of(call, operation, 1);
    }

    private static MainOperation of(String call, String operation, int clockReads) {
        return new MainOperation(call.equals(TOTAL) ? operation.toLowerCase(Locale.ROOT) : call, List.of(call), operation,
                clockReads);
    }

    /** The first two words, or three of ping-pong phases, without the number of nodes. */
    private static String kind(String phase) {
        String[] words = phase.split("_");
        int length = Math.min(words.length, phase.startsWith("e_pp") ? 3 : 2);
        return String.join("_", List.of(words).subList(0, length)).replaceAll("\\d+$", "");
    }
}
