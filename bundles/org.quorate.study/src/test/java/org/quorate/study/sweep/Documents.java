// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import java.util.List;
import java.util.function.UnaryOperator;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioReading;

/** A small scenario: two nodes, OCFS2 against GFS2, 3 replications. */
public final class Documents {

    private static final String TEXT = """
            schemaVersion: 1
            name: small
            title: Two nodes
            cluster:
              name: test
              kernel: "6.8"
              nodes:
                - {name: node1, address: 192.168.1.101}
                - {name: node2, address: 192.168.1.102}
              interconnect: {roundTrip: 0.2 ms}
            lun: {name: data, size: 10 GiB, device: nvme}
            fileSystems:
              - {type: ocfs2}
              - {type: gfs2}
            workload:
              fileSets:
                - {name: files, files: 100, size: 4 KiB, layout: private}
              phases:
                - name: mixed
                  closed: {threads: 2, thinkTime: exponential 2 ms}
                  duration: 1 s
                  mix:
                    - {operation: create, weight: 1, fileSet: files}
                    - {operation: stat, weight: 2, fileSet: files}
            study: {seed: 1, replications: 3}
            """;

    private Documents() {
    }

    public static ScenarioDocument small() {
        return document(TEXT);
    }

    /** With a comment, and every value written otherwise. */
    public static ScenarioDocument written(UnaryOperator<String> otherwise) {
        return document(otherwise.apply(TEXT));
    }

    private static ScenarioDocument document(String text) {
        ScenarioReading reading = ScenarioReader.read("small.yaml", text);
        return reading.document().orElseThrow(() -> new AssertionError(reading.problems()));
    }

    public static SweepPlan plan(String... variations) {
        return SweepPlan.of(small(), List.of(variations), false, SweepSettings.NONE, () -> false);
    }
}
