// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quorate.model.Node;
import org.quorate.sim.RandomStream;

/** Recovery of fs/dlm and then of the journals of the dead nodes (kernel reference 2.5). */
final class FsDlmRecovery {

    /** Members, directory, locks, done. */
    private static final int BARRIERS = 4;
    /** The lowest node asks the others, and these ask it, at once and then after 20 ms, 40 ms and so on (recover.c:wait_status_all). */
    private static final long POLL = 20 * Times.MILLISECOND;
    /** Names for the directory, new masters, locks sent to them. */
    private static final int PASSES = 3;
    /** A node that finds the journal busy looks again after a second (lock_dlm.c:gdlm_recovery_result, HZ). */
    private static final long RETRY = Times.SECOND;

    private FsDlmRecovery() {
    }

    /** When the lock space goes on, if recovery begins at {@code begin}. */
    static long locks(Timeline timeline, RandomStream dice, RecoveryCosts costs, List<Node> survivors, List<Node> dead, long begin) {
        long end = begin + PASSES * costs.resources() * costs.lock();
        for (int i = 0; i < BARRIERS && survivors.size() > 1; i++) {
            end += POLL + Times.phase(dice, POLL) + costs.message();
        }
        timeline.step(end, new Step(Times.names(survivors), Component.FS_DLM, "has rebuilt its directory and taken over the locks of "
                + Times.names(dead), survivors.size() > 1 ? "four barriers, at each of which nodes ask each other every 20 ms and more" : "one"
                + " survivor waits for no one", "", "kernel reference 2.5; dlm/recoverd.c:ls_recover, recover.c:wait_status_all"));
        return end;
    }

    /** When operations of each survivor go on, if the lock space does at {@code begin}: GFS2. */
    static Map<Node, Long> gfs2(Timeline timeline, RandomStream dice, RecoveryCosts costs, List<Node> survivors, List<Node> dead, long begin) {
        long replay = JournalReplay.nanos(costs, dice, dead.size());
        long replayed = begin + replay;
        timeline.step(replayed, new Step(Times.names(survivors), Component.GFS2, "has replayed the journal of " + Times.names(dead)
                + (survivors.size() > 1 ? " on one of them" : ""), "the whole journal is read for its head, then replayed",
                "journal size", "kernel reference 2.5; gfs2/recovery.c:gfs2_recover_func"));
        Map<Node, Long> resumed = new LinkedHashMap<>();
        int recoverer = dice.nextInt(survivors.size());
        long retried = begin + (replay + RETRY - 1) / RETRY * RETRY;
        for (int i = 0; i < survivors.size(); i++) {
            resumed.put(survivors.get(i), i == recoverer ? replayed : retried);
        }
        if (survivors.size() > 1) {
            timeline.step(retried, new Step(Times.names(survivors), Component.GFS2, "finds on the others that it is done: these go on, too", "a node that"
                    + " found the journal busy looks again after 1 s", "", "gfs2/lock_dlm.c:gdlm_recovery_result"));
        }
        timeline.step(replayed, O2dlmRecovery.resumed(survivors, survivors.size() > 1 ? "go on where the journal was replayed" : "go on"));
        return resumed;
    }
}
