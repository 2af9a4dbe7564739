// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.quorate.model.Cluster;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Lun;
import org.quorate.model.Node;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioReader;

/** Scenarios for tests: a sample model as it is, and one with whatever names. */
public final class Scenarios {

    private Scenarios() {
    }

    public static Scenario sample(String name) throws IOException {
        Path file = Path.of("..", "..", "sample-models", name, "scenario.yaml");
        return ScenarioReader.read(file.toString(), Files.readString(file)).document().orElseThrow().scenario();
    }

    /** The sample with one string in every place that takes any text, whatever the reader of scenarios would say. */
    public static Scenario withNames(Scenario sample, String scenarioName, String text) {
        Cluster cluster = sample.cluster();
        List<Node> nodes = cluster.nodes().stream().map(node -> new Node(text, text, node.number(), node.cores(),
                node.memory(), node.pageCache())).toList();
        Lun lun = sample.lun();
        List<FileSystemSpec> fileSystems = sample.fileSystems().stream()
                .map(spec -> spec instanceof Ocfs2Spec ocfs2 ? named(ocfs2, text) : spec).toList();
        return new Scenario(sample.schemaVersion(), scenarioName, text,
                new Cluster(text, cluster.os(), text, nodes, cluster.interconnect(), cluster.hardware(),
                cluster.token(),
                        cluster.fencing(), cluster.quorumDevice(), cluster.waitForFencing()),
                new Lun(text, lun.size(), text, text, List.of(text), lun.multipath(), lun.chap(), lun.device(),
                        lun.service(), lun.link(), lun.queueDepth(), lun.pathTimeout(), lun.reservations()),
                text, fileSystems, sample.workload(), sample.initialState(), List.of(), sample.application(),
                sample.study());
    }

    private static Ocfs2Spec named(Ocfs2Spec spec, String label) {
        return new Ocfs2Spec(label, spec.stack(), spec.blockSize(), spec.clusterSize(), spec.slots(), spec.journal(),
                spec.heartbeatThreshold(), spec.idleTimeout(), spec.accessTimes(), spec.securityLabels(), spec.barrier(), spec.dataOrdered(),
                spec.commit());
    }
}
