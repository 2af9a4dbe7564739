// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.function.BooleanSupplier;
import org.quorate.cluster.RunRequest;
import org.quorate.cluster.result.RunResult;

/**
 * Makes one run: here by a thread of this program, elsewhere by a distributed engine. Called by several threads at once.
 */
@FunctionalInterface
public interface RunEngine {

    /**
     * Makes the run on the calling thread.
     *
     * @param cancelled asked often; once true, the run ends soon with any unchecked exception
     * @return depends on the request only
     */
    RunResult run(RunRequest request, BooleanSupplier cancelled);
}
