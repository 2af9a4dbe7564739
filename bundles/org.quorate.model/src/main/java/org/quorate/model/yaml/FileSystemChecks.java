// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.model.Bytes;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.UnitFormat;
import org.quorate.model.yaml.FileSystemFields.Gfs2;
import org.quorate.model.yaml.FileSystemFields.Ocfs2;

/** What must hold between {@code fileSystems} and the cluster and LUN. */
final class FileSystemChecks {

    /** Journals may fill this part of the volume; mkfs.ocfs2's dry run does not see it (provisioning reference 3.1). */
    private static final double OCFS2_JOURNALS = 0.8;
    /** mkfs.gfs2 3.5.0 refuses more: "Maximum size for N journals on this device", measured. */
    private static final double GFS2_JOURNALS = 0.5;
    /** The cluster counter of OCFS2 has 32 bits (provisioning reference 3.1). */
    private static final long MOST_CLUSTERS = (1L << 32) - 1;

    private final Problems problems;
    private final Optional<Integer> nodes;
    private final Optional<Bytes> volume;
    private final Optional<String> clusterName;

    private FileSystemChecks(Section scenario, Problems problems) {
        this.problems = problems;
        Optional<Section> cluster = scenario.given(ScenarioFields.CLUSTER);
        this.nodes = cluster.flatMap(section -> section.given(ClusterFields.NODES)).map(List::size);
        this.clusterName = cluster.flatMap(section -> section.given(ClusterFields.NAME));
        this.volume = scenario.given(ScenarioFields.LUN).flatMap(lun -> lun.given(LunFields.SIZE));
    }

    static void check(Section scenario, Problems problems) {
        FileSystemChecks checks = new FileSystemChecks(scenario, problems);
        List<Section> fileSystems = scenario.or(ScenarioFields.FILE_SYSTEMS, List.of());
        checks.labels(fileSystems);
        for (Section fileSystem : fileSystems) {
            checks.accessTimes(fileSystem);
            switch (fileSystem.given(FileSystemFields.TYPE).orElse("")) {
                case "ocfs2" -> checks.ocfs2(fileSystem);
                case "gfs2" -> checks.gfs2(fileSystem);
                default -> {
                    // A local file system depends on nothing else.
                }
            }
        }
    }

    /** Given labels, and those that follow from the type. */
    private void labels(List<Section> fileSystems) {
        Map<String, String> firsts = new HashMap<>();
        for (Section fileSystem : fileSystems) {
            boolean invalid = fileSystem.has(FileSystemFields.LABEL)
                    && fileSystem.given(FileSystemFields.LABEL).isEmpty();
            String label = fileSystem.given(FileSystemFields.LABEL)
                    .or(() -> fileSystem.given(FileSystemFields.TYPE)).orElse("");
            String first = invalid ? null : firsts.putIfAbsent(label, fileSystem.path());
            if (first != null) {
                problems.error(fileSystem.at(FileSystemFields.LABEL), fileSystem.pathOf(FileSystemFields.LABEL),
                        "the label " + label + " is that of " + first + " too", "a label of its own");
            }
        }
    }

    private void accessTimes(Section section) {
        boolean never = section.given(FileSystemFields.NOATIME).orElse(false);
        if (never && section.given(FileSystemFields.STRICTATIME).orElse(false)) {
            problems.error(section.at(FileSystemFields.STRICTATIME), section.pathOf(FileSystemFields.STRICTATIME),
                    "contradicts noatime", "one of noatime and strictatime, or neither: relatime");
        }
    }

    private void ocfs2(Section section) {
        oneNode(section, Ocfs2.STACK, Ocfs2Spec.Stack.LOCAL, "stack local", "o2cb or pcmk, or one node");
        atLeastNodes(section, Ocfs2.SLOTS, "slots");
        volume.ifPresent(size -> clusterSize(section, size));
        // A journal of nine clusters at least (kernel reference 4.2).
        Bytes least = new Bytes(section.effective(Ocfs2.CLUSTER_SIZE).orElse(Bytes.ZERO).value() * 9);
        section.given(Ocfs2.JOURNAL).filter(journal -> journal.compareTo(least) < 0)
                .ifPresent(journal -> problems.error(section.at(Ocfs2.JOURNAL), section.pathOf(Ocfs2.JOURNAL),
                        "is less than nine clusters", "at least " + UnitFormat.format(least)));
        journalsFit(section, Ocfs2.SLOTS, Ocfs2.JOURNAL, OCFS2_JOURNALS);
    }

    private void clusterSize(Section section, Bytes size) {
        section.given(Ocfs2.CLUSTER_SIZE).filter(cluster -> size.value() / cluster.value() > MOST_CLUSTERS)
                .ifPresent(cluster -> problems.error(section.at(Ocfs2.CLUSTER_SIZE), section.pathOf(Ocfs2.CLUSTER_SIZE),
                        "is too small for a volume of " + UnitFormat.format(size) + ": more than 2^32 clusters",
                        "at least " + UnitFormat.format(MkfsDefaults.ocfs2ClusterSize(size))));
    }

    private void gfs2(Section section) {
        oneNode(section, Gfs2.PROTOCOL, Gfs2Spec.Protocol.LOCK_NOLOCK, "lock_nolock", "lock_dlm, or one node");
        atLeastNodes(section, Gfs2.JOURNALS, "journals");
        journalsFit(section, Gfs2.JOURNALS, Gfs2.JOURNAL, GFS2_JOURNALS);
        section.given(Gfs2.LOCK_TABLE).ifPresent(table -> clusterName.ifPresent(name -> {
            if (!table.startsWith(name + ":")) {
                problems.error(section.at(Gfs2.LOCK_TABLE), section.pathOf(Gfs2.LOCK_TABLE),
                        "names another cluster, and the mount would be refused", name + ":…");
            }
        }));
    }

    /** Without a lock manager, a second mount destroys the volume. */
    private <T> void oneNode(Section section, Field<T> field, T alone, String what, String remedy) {
        if (nodes.isPresent() && nodes.get() > 1 && section.given(field).filter(alone::equals).isPresent()) {
            problems.error(section.at(field), section.pathOf(field),
                    what + " on " + nodes.get() + " nodes destroys the volume: it locks nothing", remedy);
        }
    }

    private void atLeastNodes(Section section, Field<Integer> field, String what) {
        section.given(field).filter(count -> nodes.isPresent() && count < nodes.get())
                .ifPresent(count -> problems.error(section.at(field), section.pathOf(field),
                        count + " " + what + " for " + nodes.get() + " nodes: not all could mount",
                        "at least " + nodes.get()));
    }

    private void journalsFit(Section section, Field<Integer> count, Field<Bytes> journal, double share) {
        Optional<Integer> journals = section.given(count).or(() -> section.has(count) ? Optional.empty() : nodes);
        if (journals.isEmpty() || volume.isEmpty() || section.given(journal).isEmpty()) {
            return;
        }
        Bytes size = section.given(journal).get();
        if (size.value() * (double) journals.get() > share * volume.get().value()) {
            problems.error(section.at(journal), section.pathOf(journal), journals.get() + " journals of "
                    + UnitFormat.format(size) + " leave no room on a volume of " + UnitFormat.format(volume.get()),
                    "at most " + Math.round(share * 100) + " % of the volume together");
        }
    }
}
