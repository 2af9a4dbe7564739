// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.io.IOException;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.quorate.remote.Connector;
import org.quorate.remote.Target;

/** Does jobs. Thread-safe. */
public final class Applier {

    /**
     * Does one; seconds to an hour.
     *
     * @param targets by name of the node; the quorum device, if there is one, by its address
     * @throws IOException if the audit log cannot be written: nothing begins that is not in it
     */
    public ApplyResult run(ApplyJob job, Map<String, Target> targets, Connector connector, Confirmations confirmations, ApplyListener listener,
            BooleanSupplier cancelled) throws IOException {
        throw new UnsupportedOperationException();
    }
}
