// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.watch;

import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.fs.FileSystem;
import org.quorate.cluster.host.Instruments;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.workload.Workload;

/** Somebody who looks on at a run. Belongs to one run; not thread-safe. */
public interface Watch extends Instruments {

    /** Nobody. */
    Watch NONE = new Watch() { };

    /** The run is put together. */
    default void begin(Machine machine, FileSystem fileSystem, Workload workload) {
        // nobody takes notes
    }

    /** The mechanism that the interpreter is given for one of the run's. */
    default Mechanism around(Mechanism mechanism) {
        return mechanism;
    }

    /** A phase begins. */
    default void phase(String name) {
        // nobody takes notes
    }

    /** Whatever the run does from now on is of no interest. */
    default boolean isDone() {
        return false;
    }
}
