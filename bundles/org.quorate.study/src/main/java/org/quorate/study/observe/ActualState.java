// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.List;
import java.util.Optional;
import org.quorate.model.observed.LockCalls;
import org.quorate.model.observed.LockUse;
import org.quorate.model.observed.SlabUse;

/**
 * What a real node said. Immutable.
 *
 * @param slabs    all its slab caches; absent: not known
 * @param locks    its locks of the file system by type and mode; absent: not known
 * @param unlisted locks that are there besides, about
 * @param calls    what they were used for; absent: not known
 * @param remarks  on these figures, for people
 */
public record ActualState(Optional<List<SlabUse>> slabs, Optional<List<LockUse>> locks, long unlisted, Optional<List<LockCalls>> calls,
        List<String> remarks) {

    public ActualState {
        slabs = slabs.map(List::copyOf);
        locks = locks.map(List::copyOf);
        calls = calls.map(List::copyOf);
        remarks = List.copyOf(remarks);
    }

    /** The cache of that name. */
    Optional<SlabUse> slab(String name) {
        return slabs.orElse(List.of()).stream().filter(slab -> slab.name().equals(name)).findFirst();
    }
}
