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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the log of a run says. Immutable.
 *
 * @param file      the log
 * @param scenario  checksum of the scenario
 * @param unknown   what has begun, and of which it is not known how it ended: by this run, or by those that it resumed
 * @param takenBack step and place, with a blank between, of what was taken back and not begun again: by this run, or by those that it resumed
 */
record FormerRun(Path file, String scenario, List<Begun> unknown, Set<String> takenBack) {

    private static final long MOST_BYTES = 256L << 20;
    /** {@link Applier} names runs so, {@link StepRunner} places; they become paths on nodes, where root removes them. */
    private static final Pattern RUN = Pattern.compile("[0-9]{8}-[0-9]{9}-[0-9a-f]{6}");
    private static final Pattern PLACE = Pattern.compile("[0-9]{3,}-[a-z0-9-]+");

    FormerRun {
        unknown = List.copyOf(unknown);
        takenBack = Set.copyOf(takenBack);
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

        /** Where it keeps how it ended. */
        Folder folder() {
            return new Folder(run, node);
        }
    }

    /** What a node keeps of a run, of all its steps. */
    record Folder(String run, String node) {
    }

    /**
     * The last run that changed, or would have changed, this cluster.
     *
     * @param folder of logs
     * @throws IOException if a log cannot be read, or has names that this program does not give, so that nobody knows
     */
    static Optional<FormerRun> last(Path folder, String cluster) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(folder)) {
            // Their names begin with the cluster and the time.
            Pattern name = Pattern.compile(Pattern.quote(cluster) + "-" + RUN + Pattern.quote(Audit.ENDING));
            List<String> logs = all.map(path -> path.getFileName().toString()).filter(name.asMatchPredicate())
                    .sorted(Comparator.reverseOrder()).toList();
            for (String log : logs) {
                Optional<FormerRun> run = read(folder.resolve(log));
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
        Set<String> takenBack = new LinkedHashSet<>();
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
            if (first == null) {
                first = line;
                // Of the runs before, in one line with what makes this log the last one: there is no moment at which it is forgotten.
                line.path("unknown").forEach(begun -> begin(begun, open, takenBack, ""));
                line.path("takenBack").forEach(place -> takenBack.add(place.asText()));
            }
            take(line, open, takenBack, first.path("run").asText());
        }
        if (first == null || !Audit.FORMAT.equals(first.path("format").asText())) {
            return Optional.empty();
        }
        for (Begun begun : open.values()) {
            if (!RUN.matcher(begun.run()).matches() || !PLACE.matcher(begun.place()).matches()) {
                throw new IOException(log + " is damaged: it names no run or place of this program");
            }
        }
        return Optional.of(new FormerRun(log, first.path("scenarioSha256").asText(), new ArrayList<>(open.values()), takenBack));
    }

    private static void take(JsonNode line, Map<String, Begun> open, Set<String> takenBack, String run) {
        switch (line.path("event").asText()) {
            case "begin" -> begin(line, open, takenBack, run);
            case "end" -> {
                String state = line.path("state").asText();
                if (!state.equals(StepState.UNKNOWN.name())) {
                    open.remove(key(line, run));
                }
                if (verb(line) == Verb.UNDO && (state.equals(StepState.DONE.name()) || state.equals(StepState.FOUND_DONE.name()))) {
                    takenBack.add(where(line));
                }
            }
            default -> {
                // For people.
            }
        }
    }

    private static void begin(JsonNode line, Map<String, Begun> open, Set<String> takenBack, String run) {
        takenBack.remove(where(line));
        open.put(key(line, run), new Begun(line.path("of").asText(run), line.path("step").asText(), line.path("node").asText(), verb(line),
                line.path("place").asText(), line.path("boot").asText()));
    }

    private static String where(JsonNode line) {
        return line.path("step").asText() + " " + line.path("node").asText();
    }

    private static String key(JsonNode line, String run) {
        return line.path("of").asText(run) + " " + line.path("node").asText() + " " + line.path("place").asText();
    }

    private static Verb verb(JsonNode line) {
        return "undo".equals(line.path("verb").asText()) ? Verb.UNDO : Verb.APPLY;
    }
}
