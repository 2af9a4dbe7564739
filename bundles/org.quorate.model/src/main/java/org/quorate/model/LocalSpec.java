// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.time.Duration;

/**
 * A private file system for each node on the same LUN: the baseline that shows what sharing costs. Immutable,
 * thread-safe.
 *
 * @param label   name in results
 * @param kind    ext4 or XFS
 * @param shared  the scenario mounts <em>one</em> such file system on several nodes at once. It can be simulated as
 *                the baseline, marked unsafe, and is never exported
 * @param accessTimes mount option
 * @param securityLabels inodes are labelled, as {@link FileSystemSpec#securityLabels} says
 * @param barrier cache flushes are sent
 * @param commit  journal commit interval
 */
public record LocalSpec(String label, Kind kind, boolean shared, AccessTimes accessTimes, boolean securityLabels, boolean barrier,
        Duration commit) implements FileSystemSpec {

    /** Local file systems. */
    public enum Kind { EXT4, XFS }
}
