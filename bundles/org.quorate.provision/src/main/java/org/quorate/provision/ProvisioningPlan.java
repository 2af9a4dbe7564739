// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import java.util.List;

/**
 * The complete set for one contender of a scenario. The same scenario gives the same plan, byte by byte. Immutable,
 * thread-safe.
 *
 * @param steps       in the order in which they are done
 * @param files       of the export, sorted by path
 * @param orderOfWork who does what, on which node, where the point of no return is (Markdown)
 */
public record ProvisioningPlan(List<Step> steps, List<GeneratedFile> files, String orderOfWork)
        implements ProvisioningResult {

    public ProvisioningPlan {
        steps = List.copyOf(steps);
        files = List.copyOf(files);
    }
}
