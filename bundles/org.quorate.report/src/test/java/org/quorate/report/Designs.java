// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioReading;

/** The calm design of the rules' tests with changes that make every rule speak, every stack fail and every sentence of a report appear. */
public final class Designs {

    private static final String RUN = "run: ";

    private Designs() {
    }

    /**
     * One design.
     *
     * @param scenario what it is
     * @param run      whether its report has figures of a run
     */
    public record Design(Scenario scenario, boolean run) {
    }

    public static List<Design> all() throws IOException {
        List<Design> designs = new ArrayList<>();
        try (InputStream in = Designs.class.getResourceAsStream("designs.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(some -> !some.startsWith("#")).toList()) {
                boolean run = line.startsWith(RUN);
                designs.add(new Design(with(run ? line.substring(RUN.length()) : line).scenario(), run));
            }
        }
        return designs;
    }

    /** Edits as {@code path=value}, or {@code path=} to leave the field out; several are separated by {@code |}. */
    public static ScenarioDocument with(String edits) throws IOException {
        Path calm = Path.of("..", "org.quorate.advice", "src", "test", "resources", "org", "quorate", "advice", "calm.yaml");
        ScenarioDocument edited = valid(ScenarioReader.read("calm.yaml", Files.readString(calm)), edits);
        for (String edit : edits.equals("-") ? List.<String>of() : List.of(edits.strip().split("\\s*\\|\\s*"))) {
            int equals = edit.indexOf('=');
            String path = edit.substring(0, equals);
            String value = edit.substring(equals + 1);
            edited = valid(value.isEmpty() ? edited.removeItem(path) : edited.with(path, value), edits);
        }
        return edited;
    }

    private static ScenarioDocument valid(ScenarioReading reading, String edits) {
        return reading.document().orElseThrow(() -> new AssertionError(edits + ": " + reading.problems()));
    }
}
