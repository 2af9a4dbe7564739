// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The sample scenarios that come with the program. Immutable, thread-safe. */
public final class Samples {

    private static final List<String> NAMES = List.of("web-sessions", "web-uploads", "maildir", "vm-images", "log-append",
            "video-sequential", "backup-scan");
    private static final List<String> FILES = List.of("scenario.yaml", "README.md");
    /** What some samples have beside that: the template of the report, and what it names. */
    private static final Map<String, List<String>> MORE = Map.of("web-sessions", List.of("report.yaml", "task.md", "logo.png"));

    Samples() {
    }

    /** Their names, the best one to start with first. */
    public List<String> names() {
        return NAMES;
    }

    /**
     * The text of a scenario file.
     *
     * @throws IllegalArgumentException if there is no sample of that name
     */
    public String scenario(String name) {
        return text(name, FILES.get(0));
    }

    /**
     * What a sample is about.
     *
     * @throws IllegalArgumentException if there is no sample of that name
     */
    public String readme(String name) {
        return text(name, FILES.get(1));
    }

    /**
     * Copies a sample.
     *
     * @param directory is made if it does not exist
     * @param replace   false: existing files are kept
     * @throws java.nio.file.FileAlreadyExistsException if a file exists and must not be replaced; nothing is written then
     * @throws IllegalArgumentException                 if there is no sample of that name
     */
    public void copy(String name, Path directory, boolean replace) throws IOException {
        requireName(name);
        Files.createDirectories(directory);
        AtomicFile files = new AtomicFile();
        List<String> all = new ArrayList<>(FILES);
        all.addAll(MORE.getOrDefault(name, List.of()));
        for (String file : all) {
            files.check(directory.resolve(file), replace);
        }
        for (String file : all) {
            files.write(directory.resolve(file), bytes(name, file), replace);
        }
    }

    private static String text(String name, String file) {
        return new String(bytes(name, file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name, String file) {
        requireName(name);
        try (InputStream in = Samples.class.getResourceAsStream("/samples/" + name + "/" + file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireName(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no sample " + name + ": there are " + String.join(", ", NAMES));
        }
    }
}
