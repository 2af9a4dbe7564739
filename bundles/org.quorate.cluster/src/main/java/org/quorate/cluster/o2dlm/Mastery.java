// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.o2dlm;

import org.quorate.cluster.engine.Mechanism.Outcome;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.result.TimePart;

/** How a node finds out, or becomes, the master of a resource (fs/ocfs2/dlm/dlmmaster.c, lab/messages.md 2). Not thread-safe. */
final class Mastery {

    static final int NO = 0;
    static final int YES = 1;
    static final int MAYBE = 2;
    /** Bits of the answer to ASSERT_MASTER. */
    static final int REASSERT = 1;
    static final int REFERENCE = 2;

    private final Domain domain;
    private final Resources resources;

    Mastery(Domain domain) {
        this.domain = domain;
        resources = domain.resources;
    }

    /** dlm_get_lock_resource, first part: finds the resource, or begins to find out its master. */
    Outcome find(int frame, long name) {
        int row = resources.findOrMake(domain.frames.node(frame), name);
        domain.frames.set(frame, Reg.RES, row);
        if (resources.owner[row] == Resources.UNKNOWN && resources.mle[row] != Resources.NO_MLE) {
            return await(frame, row);
        }
        domain.exist(row);
        resources.inflight[row]++;
        resources.ageing[row] = false;
        if (resources.owner[row] == Resources.UNKNOWN) {
            resources.mle[row] = Resources.MASTER_MLE;
            resources.answeredMaster[row] = Resources.UNKNOWN;
            resources.responded[row] = 0;
            resources.maybe[row] = 0;
        }
        return Outcome.NEXT;
    }

    private Outcome await(int frame, int row) {
        domain.machine.ledger().move(frame, TimePart.LOCK_QUEUE);
        resources.waiters().add(row, frame);
        return Outcome.AGAIN;
    }

    /** Waits until the owner is known. */
    Outcome awaitOwner(int frame, int row) {
        return resources.owner[row] == Resources.UNKNOWN ? await(frame, row) : Outcome.NEXT;
    }

    /** Takes note of an answer to MASTER_REQUEST. */
    void note(int row, int node, int answer) {
        resources.responded[row] |= 1L << node;
        if (answer == YES) {
            resources.answeredMaster[row] = node;
        } else if (answer == MAYBE) {
            resources.maybe[row] |= 1L << node;
        }
    }

    /** dlm_wait_for_lock_mastery: everybody has answered. */
    void decide(int row) {
        if (resources.owner[row] != Resources.UNKNOWN) {
            return;
        }
        if (resources.answeredMaster[row] != Resources.UNKNOWN) {
            resources.owner[row] = resources.answeredMaster[row];
        } else if ((resources.maybe[row] & (1L << resources.node[row]) - 1) == 0) {
            // no node that tries has a lower number: whoever asks from now on is told so, before the assert is done
            resources.answeredMaster[row] = resources.node[row];
        }
    }

    /** This node will be the master. */
    boolean weWin(int row) {
        return resources.owner[row] == Resources.UNKNOWN && resources.answeredMaster[row] == resources.node[row];
    }

    /** This node is the master. */
    void own(int row) {
        resources.owner[row] = resources.node[row];
    }

    /** The task that asked is done. */
    void found(int row) {
        resources.mle[row] = Resources.NO_MLE;
        wake(row);
    }

    private void wake(int row) {
        for (int frame = resources.waiters().poll(row); frame >= 0; frame = resources.waiters().poll(row)) {
            domain.machine.hosts().wakeTask(frame);
        }
    }

    /** dlm_master_request_handler. */
    int requested(int node, long name, int from) {
        int row = resources.findOrMake(node, name);
        if (!resources.exists[row]) {
            if (resources.owner[row] == Resources.UNKNOWN) {
                resources.mle[row] = Resources.BLOCK_MLE;
            }
            return NO;
        }
        if (resources.owner[row] == node || weWin(row)) {
            resources.references[row] |= 1L << from;
            domain.calculateUsage(row);
            domain.dispatchAssert(row);
            return YES;
        }
        if (resources.owner[row] == Resources.UNKNOWN && resources.answeredMaster[row] == Resources.UNKNOWN) {
            resources.maybe[row] |= 1L << from;
            return MAYBE;
        }
        return NO;
    }

    /** dlm_assert_master_handler. */
    int asserted(int node, long name, int master) {
        int row = resources.find(node, name);
        if (row < 0) {
            return 0;
        }
        if (!resources.exists[row] && resources.waiters().isEmpty(row)) {
            domain.free(row);
            return 0;
        }
        int answer = resources.exists[row] ? REFERENCE : 0;
        if (resources.mle[row] == Resources.MASTER_MLE
                && (resources.responded[row] & ~(1L << node | 1L << master)) != 0) {
            answer |= REASSERT;
        }
        if (resources.owner[row] == Resources.UNKNOWN) {
            resources.owner[row] = master;
            resources.answeredMaster[row] = master;
        }
        if (resources.mle[row] == Resources.BLOCK_MLE) {
            resources.mle[row] = Resources.NO_MLE;
        }
        wake(row);
        return answer;
    }

    /** A node has answered ASSERT_MASTER. */
    void noteAssertAnswer(int row, int node, int answer) {
        if ((answer & REFERENCE) != 0) {
            resources.references[row] |= 1L << node;
            resources.ageing[row] = false;
        }
    }

    /** dlm_deref_lockres_handler. */
    void dereferenced(int node, long name, int from) {
        int row = resources.find(node, name);
        if (row >= 0) {
            resources.references[row] &= ~(1L << from);
            domain.calculateUsage(row);
        }
    }
}
