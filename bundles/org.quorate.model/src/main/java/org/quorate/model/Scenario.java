// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.util.List;
import java.util.Optional;

/**
 * What a user describes: a cluster, a LUN, the file systems to compare and a workload. Immutable, thread-safe; the one
 * input of every use case.
 *
 * @param schemaVersion version of the file format, {@link #SCHEMA_VERSION}
 * @param name    short identifier, {@code [a-z0-9][a-z0-9-]{0,62}}
 * @param title   one line for people
 * @param cluster nodes, operating system, interconnect, fencing
 * @param lun     the shared block device
 * @param mountPoint absolute path at which every node mounts the file system
 * @param fileSystems the contenders, at least one, each with a label of its own
 * @param workload what is done on it
 * @param initialState what the caches hold when the first phase starts
 * @param targets what an answer must meet; may be empty
 * @param application the software that uses the mount, as far as its provisioning matters
 * @param study    seed, replications, confidence
 */
public record Scenario(int schemaVersion, String name, String title, Cluster cluster, Lun lun, String mountPoint,
        List<FileSystemSpec> fileSystems, Workload workload, InitialState initialState, List<Target> targets,
        Optional<Application> application, StudySettings study) {

    /** The format that this version writes. */
    public static final int SCHEMA_VERSION = 1;

    public Scenario {
        fileSystems = List.copyOf(fileSystems);
        targets = List.copyOf(targets);
    }

    /** File systems that the nodes share as a cluster, in the order of the scenario: without local ones, even if those are shared by mistake. */
    public List<FileSystemSpec> clusteredFileSystems() {
        return fileSystems.stream().filter(spec -> !(spec instanceof LocalSpec)).toList();
    }
}
