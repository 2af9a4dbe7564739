// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.time.Duration;
import org.quorate.model.LocalSpec;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioReading;

/** Small scenarios for the study, and their runs. */
final class UnsafeScenarios {

    private static final String TEXT = """
            schemaVersion: 1
            name: small
            title: Some nodes
            cluster:
              name: test
              kernel: "6.8"
              nodes: [%s]
              interconnect: {roundTrip: 0.2 ms}
            lun: {name: data, size: 10 GiB, device: nvme}
            fileSystems:
              - {type: ocfs2}
              - {type: gfs2}
            workload:
              fileSets:
                - {name: files, files: %d, size: 8 KiB, layout: %s}
              phases:
                - name: mixed
                  closed: {threads: 1, thinkTime: exponential 50 ms}
                  duration: 1 s
                  mix:
            %s
            study: {seed: 7, replications: 2}
            """;

    private UnsafeScenarios() {
    }

    /** A scenario of that many nodes; the mix is a line for each share. */
    static Scenario of(int nodes, int files, String layout, String... mix) {
        StringBuilder names = new StringBuilder();
        for (int i = 1; i <= nodes; i++) {
            names.append(i > 1 ? ", " : "").append("{name: node").append(i).append(", address: 192.168.1.").append(100 + i).append('}');
        }
        StringBuilder lines = new StringBuilder();
        for (String share : mix) {
            lines.append("          - {").append(share).append("}\n");
        }
        ScenarioReading reading = ScenarioReader.read("small.yaml", TEXT.formatted(names, files, layout, lines));
        return reading.document().orElseThrow(() -> new AssertionError(reading.problems())).scenario();
    }

    static UnsafeResult run(Scenario scenario, LocalSpec.Kind kind, int seconds) {
        return new UnsafeStudy("test").run(scenario, kind, Duration.ofSeconds(seconds), (done, total, message) -> { }, () -> false);
    }
}
