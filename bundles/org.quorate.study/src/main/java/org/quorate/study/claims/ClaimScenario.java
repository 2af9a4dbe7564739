// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.claims;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioReading;

/**
 * A scenario for a claim: a resource in which words between at signs stand for what differs from point to point. Immutable;
 * two of them are equal if they give the same scenario.
 *
 * @param workload     resource
 * @param sharing      how much the nodes share
 * @param kernel       version
 * @param nodes        of the cluster
 * @param replacements for the other words
 */
record ClaimScenario(String workload, Sharing sharing, String kernel, int nodes, Map<String, String> replacements) {

    ClaimScenario {
        replacements = Map.copyOf(replacements);
    }

    static ClaimScenario of(Claim claim, Claim.Side side, Sharing sharing, String kernel, int nodes) {
        return new ClaimScenario(claim.workload(), sharing, kernel, side.nodes().orElse(nodes), side.replacements());
    }

    Scenario scenario() {
        String text = text();
        ScenarioReading reading = ScenarioReader.read(workload + ".yaml", text);
        return reading.document().orElseThrow(() -> new IllegalStateException("a claim's scenario has errors: " + reading.problems()))
                .scenario();
    }

    private String text() {
        String text = resource("cluster.yaml") + resource(workload + ".yaml");
        String servers = IntStream.rangeClosed(1, nodes)
                .mapToObj(i -> "    - {name: node" + i + ", address: 10.0.0." + i + ", cores: 8, memory: 32 GiB}")
                .collect(Collectors.joining("\n"));
        text = text.replace("@nodes@", servers).replace("@kernel@", kernel).replace("@others@", others())
                .replace("@layout@", sharing.layout()).replace("@access@", sharing.access())
                .replace("@touch@", sharing.touch());
        // "files" is those of one directory.
        text = text.replace("@all@", Integer.toString(Integer.parseInt(replacements.get("files")) * sharing.directories(nodes)));
        for (Map.Entry<String, String> word : replacements.entrySet()) {
            text = text.replace("@" + word.getKey() + "@", word.getValue());
        }
        return text;
    }

    /** All but the first. */
    private String others() {
        return IntStream.rangeClosed(2, nodes).mapToObj(i -> "node" + i).collect(Collectors.joining(", "));
    }

    private static String resource(String name) {
        try (InputStream in = ClaimScenario.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
