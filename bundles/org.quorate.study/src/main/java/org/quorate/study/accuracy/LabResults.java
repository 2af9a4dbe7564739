// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quorate.model.Scenario;

/**
 * What {@code quorate lab measure} has written: a folder for each run, with the tables {@code truth.csv}, {@code locks.csv} and
 * {@code meta.csv} and the scenario. Those of {@code releng/lab/results} come with the program. Pure functions, thread-safe.
 */
final class LabResults {

    private static final String FOLDER = "results/";
    private static final CsvTable NO_MESSAGES = new CsvTable(List.of());

    /** Finds the text of a file of a result. */
    private interface Place {
        String text(String name) throws IOException;
    }

    /** Reads something of a result, which is called so in messages. */
    private interface Reader<T> {
        T read(String where, Place place) throws IOException;
    }

    private LabResults() {
    }

    /** The results that come with the program, in the order of their {@code index}. */
    static List<LabResult> ofProduct() {
        return each(LabResults::read);
    }

    /** Where and when these were measured, without reading what. */
    static List<LabOrigin> origins() {
        return each(LabResults::origin);
    }

    private static <T> List<T> each(Reader<T> reader) {
        try {
            List<T> all = new ArrayList<>();
            for (String run : resource(FOLDER + "index").lines().toList()) {
                all.add(reader.read(run, name -> resource(FOLDER + run + "/" + name)));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The result in a folder.
     *
     * @throws IOException              if a file cannot be read
     * @throws IllegalArgumentException if the tables are not those of one run, or the scenario has errors
     */
    static LabResult ofFolder(Path folder) throws IOException {
        return read(folder.toString(), name -> Files.readString(folder.resolve(name)));
    }

    private static LabOrigin origin(String where, Place place) throws IOException {
        Map<String, String> meta = CsvTable.parse(where + "/meta.csv", place.text("meta.csv")).rows().stream()
                .collect(Collectors.toMap(row -> row.text("key"), row -> row.text("value"), (first, again) -> again));
        return new LabOrigin(told(meta, "date", where), told(meta, "kernel", where), LabOrigin.Kind.BOX);
    }

    private static LabResult read(String where, Place place) throws IOException {
        LabOrigin origin = origin(where, place);
        List<LabRun> runs = new LabTables(CsvTable.parse(where + "/truth.csv", place.text("truth.csv")),
                CsvTable.parse(where + "/locks.csv", place.text("locks.csv")), NO_MESSAGES, name -> origin).runs();
        if (runs.size() != 1) {
            throw new IllegalArgumentException(where + "/truth.csv: " + runs.size() + " runs instead of one");
        }
        String scenario = where + "/scenario.yaml";
        Scenario of = LabScenarios.read(scenario, place.text("scenario.yaml"));
        if (of.fileSystems().size() != 1) {
            throw new IllegalArgumentException(scenario + ": " + of.fileSystems().size() + " file systems instead of one");
        }
        return new LabResult(runs.get(0), of);
    }

    private static String told(Map<String, String> meta, String key, String where) {
        String value = meta.get(key);
        if (value == null) {
            throw new IllegalArgumentException(where + "/meta.csv: there is no " + key);
        }
        return value;
    }

    private static String resource(String name) throws IOException {
        return LabResource.text(name).orElseThrow(() -> new FileNotFoundException("there is no " + name));
    }
}
