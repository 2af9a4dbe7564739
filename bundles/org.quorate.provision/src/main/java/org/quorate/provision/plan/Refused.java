// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.plan;

import java.util.List;
import java.util.Optional;

/**
 * No scripts are written for this scenario. Immutable, thread-safe.
 *
 * @param reasons          every reason at once, one sentence each, at least one
 * @param nearestSupported what to change to get scripts, if something close is supported
 * @param reading          documentation of what to use instead, when neither OCFS2 nor GFS2 is right; else empty
 */
public record Refused(List<String> reasons, Optional<String> nearestSupported, List<String> reading) implements ProvisioningResult {

    public Refused {
        reasons = List.copyOf(reasons);
        reading = List.copyOf(reading);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a refusal has a reason");
        }
    }
}
