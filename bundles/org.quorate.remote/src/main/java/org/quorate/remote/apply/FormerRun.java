// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the log of a run says. Immutable.
 *
 * @param file     the log
 * @param scenario checksum of the scenario
 * @param verb     what was done with the steps
 * @param unknown  what has begun, and of which it is not known how it ended
 * @param done     step and place, with a blank between, of what was done
 */
record FormerRun(Path file, String scenario, Verb verb, List<Begun> unknown, Set<String> done) {

    private static final long MOST_BYTES = 256L << 20;

    FormerRun {
        unknown = List.copyOf(unknown);
        done = Set.copyOf(done);
    }

    /**
     * Something that has begun.
     *
     * @param run   that has begun it
     * @param node  or {@link StepOutcome#HERE}
     * @param place name of its folder on the node
     * @param boot  of the node when it was begun
     */
    record Begun(String run, String step, String node, Verb verb, String place, String boot) {
    }

    /**
     * The last run that changed, or would have changed, this cluster.
     *
     * @param folder of logs
     * @throws IOException if a log cannot be read, so that nobody knows
     */
    static Optional<FormerRun> last(Path folder, String cluster) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(folder)) {
            // Their names begin with the cluster and the time.
            List<Path> logs = all.filter(path -> path.getFileName().toString().matches("\\Q" + cluster + "\\E-[0-9]{8}-[0-9]{9}-[0-9a-f]{6}\\"
                    + Audit.ENDING)).sorted(Comparator.comparing((Path path) -> path.getFileName().toString()).reversed()).toList();
            for (Path log : logs) {
                Optional<FormerRun> run = read(log);
                if (run.isPresent()) {
                    return run;
                }
            }
        }
        return Optional.empty();
    }

    /** Nothing of a log that was cut off before its first line. */
    static Optional<FormerRun> read(Path log) throws IOException {
        if (Files.size(log) > MOST_BYTES) {
            throw new IOException(log + " is larger than a log of a run");
        }
        ObjectMapper mapper = new ObjectMapper();
        Map<String, Begun> open = new LinkedHashMap<>();
        Set<String> done = new LinkedHashSet<>();
        JsonNode first = null;
        List<String> lines = new ArrayList<>(Files.readString(log, StandardCharsets.UTF_8).lines().toList());
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line;
            try {
                line = mapper.readTree(lines.get(i));
            } catch (JsonProcessingException e) {
                if (i == lines.size() - 1) {
                    break; // Cut off while it was written: what it would have told has not begun.
                }
                throw new IOException(log + " is damaged in line " + (i + 1));
            }
            first = first == null ? line : first;
            take(line, open, done, first.path("run").asText());
        }
        if (first == null || !Audit.FORMAT.equals(first.path("format").asText())) {
            return Optional.empty();
        }
        return Optional.of(new FormerRun(log, first.path("scenarioSha256").asText(), verb(first), new ArrayList<>(open.values()), done));
    }

    private static void take(JsonNode line, Map<String, Begun> open, Set<String> done, String run) {
        String of = line.path("of").asText(run);
        String node = line.path("node").asText();
        String step = line.path("step").asText();
        String key = of + " " + node + " " + line.path("place").asText();
        switch (line.path("event").asText()) {
            case "begin" -> open.put(key, new Begun(of, step, node, verb(line), line.path("place").asText(), line.path("boot").asText()));
            case "end" -> {
                String state = line.path("state").asText();
                if (!state.equals(StepState.UNKNOWN.name())) {
                    open.remove(key);
                }
                if (state.equals(StepState.DONE.name()) || state.equals(StepState.FOUND_DONE.name())) {
                    done.add(step + " " + node);
                }
            }
            default -> {
                // For people.
            }
        }
    }

    private static Verb verb(JsonNode line) {
        return "undo".equals(line.path("verb").asText()) ? Verb.UNDO : Verb.APPLY;
    }
}
