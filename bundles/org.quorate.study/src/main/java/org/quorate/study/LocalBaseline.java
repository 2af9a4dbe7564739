// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quorate.model.AccessTimes;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.LocalSpec;
import org.quorate.model.Scenario;

/** The private local file system that shows what sharing costs, for scenarios that list none. */
final class LocalBaseline {

    /** ext4's default commit interval (ext4(5), option commit). */
    private static final Duration COMMIT = Duration.ofSeconds(5);

    private LocalBaseline() {
    }

    /**
     * An ext4 for each node with its own defaults (barriers on), with the access times of the contender that
     * writes most of them, and security labels if one has them; absent if the scenario lists a local file system.
     */
    static Optional<FileSystemSpec> of(Scenario scenario) {
        List<FileSystemSpec> listed = scenario.fileSystems();
        if (listed.stream().anyMatch(LocalSpec.class::isInstance)) {
            return Optional.empty();
        }
        AccessTimes accessTimes = listed.stream().map(FileSystemSpec::accessTimes).max(Comparator.naturalOrder())
                .orElse(AccessTimes.NOATIME);
        boolean securityLabels = listed.stream().anyMatch(FileSystemSpec::securityLabels);
        Set<String> labels = listed.stream().map(FileSystemSpec::label).collect(Collectors.toSet());
        String label = "local-ext4";
        while (labels.contains(label)) {
            label = label + "-baseline";
        }
        return Optional.of(new LocalSpec(label, LocalSpec.Kind.EXT4, false, accessTimes, securityLabels, true, COMMIT));
    }
}
