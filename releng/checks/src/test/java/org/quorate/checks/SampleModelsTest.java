// SPDX-License-Identifier: EPL-2.0
package org.quorate.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sample is a valid scenario and says what it is about. */
class SampleModelsTest {

    private static final Checkout CHECKOUT = Checkout.here();

    static Stream<String> samples() throws IOException {
        List<String> samples = CHECKOUT.filesNamed("scenario.yaml").stream().map(CHECKOUT::name)
                .filter(name -> name.startsWith("sample-models/"))
                .map(name -> name.substring("sample-models/".length(), name.lastIndexOf('/'))).toList();
        assertTrue(samples.contains("web-sessions"), samples.toString());
        return samples.stream();
    }

    /** The runs of the lab are compared with what was measured instead, figure by figure. */
    static Stream<String> samplesWithResult() throws IOException {
        return samples().filter(sample -> !sample.matches("lab/(capture|qemu|uml)-.*"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleIsValid(String sample) throws Exception {
        Program validate = Program.quorate(CHECKOUT.root(), List.of("validate", scenario(sample)));
        assertEquals(0, validate.code(), validate.out() + validate.err());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleSaysInTwoLinesWhatItIsAbout(String sample) {
        List<String> lines = CHECKOUT.text("sample-models/" + sample + "/README.md").lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        assertTrue(lines.size() >= 1 && lines.size() <= 2, lines.toString());
    }

    /** Same scenario, seed and version: same bytes. releng/checks/update-expected writes the files anew after a change that is meant. */
    @ParameterizedTest
    @MethodSource("samplesWithResult")
    void aSampleGivesItsExpectedResult(String sample) throws Exception {
        Program compare = Program.quorate(CHECKOUT.root(), List.of("compare", "--quiet", scenario(sample)));
        assertEquals(0, compare.code(), compare.err());
        assertEquals(CHECKOUT.text("sample-models/" + sample + "/expected.txt"), compare.out());
    }

    private static String scenario(String sample) {
        return "sample-models/" + sample + "/scenario.yaml";
    }
}
