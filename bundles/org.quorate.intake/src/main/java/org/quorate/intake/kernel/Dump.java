// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.kernel;

import java.util.List;
import org.quorate.intake.Unused;
import org.quorate.model.observed.LockCalls;
import org.quorate.model.observed.LockUse;
import org.quorate.model.observed.SlabUse;

/**
 * What a file of a kernel says. Immutable.
 *
 * @param slabs   of /proc/slabinfo, in its order
 * @param locks   of glocks or locking_state, by type and mode
 * @param unlisted locks that are there besides, about: the kernel does not list all
 * @param calls   of glstats, by type
 * @param remarks for people: what the file says besides, and how far it can be trusted
 * @param unused  what could not be used
 */
public record Dump(List<SlabUse> slabs, List<LockUse> locks, long unlisted, List<LockCalls> calls, List<String> remarks, List<Unused> unused) {

    public Dump {
        slabs = List.copyOf(slabs);
        locks = List.copyOf(locks);
        calls = List.copyOf(calls);
        remarks = List.copyOf(remarks);
        unused = List.copyOf(unused);
    }
}
