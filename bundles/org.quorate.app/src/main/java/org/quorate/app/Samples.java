// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sample scenarios that come with the program. Immutable, thread-safe. */
public final class Samples {

    private static final List<String> NAMES = List.of("web-sessions", "web-uploads", "maildir", "vm-images", "log-append",
            "video-sequential", "backup-scan");
    private static final List<String> FILES = List.of("scenario.yaml", "README.md");

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
        for (String file : FILES) {
            files.check(directory.resolve(file), replace);
        }
        for (String file : FILES) {
            files.write(directory.resolve(file), text(name, file).getBytes(StandardCharsets.UTF_8), replace);
        }
    }

    private static String text(String name, String file) {
        requireName(name);
        try (InputStream in = Samples.class.getResourceAsStream("/samples/" + name + "/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
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
