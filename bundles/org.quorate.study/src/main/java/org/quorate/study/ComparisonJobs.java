// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.KernelProfile;
import org.quorate.model.Scenario;

/**
 * Begins comparisons: which contenders of a scenario take part. Immutable, thread-safe.
 *
 * @param kernels finds the profile of a kernel version
 * @param version of the program, for the results
 */
public record ComparisonJobs(Function<String, KernelProfile> kernels, String version) {

    /** Of all contenders of the scenario, and a local ext4 if it lists no local file system. */
    public ComparisonJob all(Scenario scenario) {
        List<FileSystemSpec> contenders = new ArrayList<>(scenario.fileSystems());
        LocalBaseline.of(scenario).ifPresent(contenders::add);
        return of(scenario, contenders);
    }

    /** Of those file systems. */
    public ComparisonJob of(Scenario scenario, List<FileSystemSpec> contenders) {
        return new ComparisonJob(scenario, contenders, kernels, version);
    }

    /**
     * Of one contender alone.
     *
     * @param label of one of the scenario's file systems
     * @throws IllegalArgumentException if there is none of that label
     */
    public ComparisonJob alone(Scenario scenario, String label) {
        FileSystemSpec contender = scenario.fileSystems().stream().filter(spec -> spec.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no file system " + label));
        return of(scenario, List.of(contender));
    }
}
