// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quorate.provision.plan.Checksums;
import org.quorate.provision.plan.GeneratedFile;

/** Recognises a directory that an export made, by its manifest, and what has happened to it since. Thread-safe. */
final class FormerExport {

    /** First line {@code quorate export 1}, then a checksum and a path a line. */
    static final String MANIFEST = ".quorate-export";
    private static final String HEADER = "quorate export 1\n";

    private FormerExport() {
    }

    static String manifest(List<GeneratedFile> files) {
        return HEADER + Checksums.lines(files);
    }

    /**
     * Whether there is something to replace, and it may be.
     *
     * @return false when nothing is there
     * @throws ExportRefusedException when it may not
     */
    static boolean mayReplace(Path dir, boolean force) throws IOException {
        if (!Files.exists(dir)) {
            return false;
        }
        if (!Files.isDirectory(dir)) {
            throw new ExportRefusedException(dir + " is a file");
        }
        List<Path> found;
        try (Stream<Path> all = Files.walk(dir)) {
            found = all.filter(p -> !Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause(); // a walk's own way to tell of a directory that it cannot read
        }
        if (found.isEmpty()) {
            try (Stream<Path> children = Files.list(dir)) {
                if (children.findAny().isEmpty()) {
                    return true;
                }
            }
        }
        Map<String, String> ours = read(dir);
        for (Path path : found) {
            String name = dir.relativize(path).toString().replace('\\', '/');
            if (!name.equals(MANIFEST)) {
                check(path, name, ours, force);
            }
        }
        return true;
    }

    private static Map<String, String> read(Path dir) throws IOException {
        Path manifest = dir.resolve(MANIFEST);
        if (!Files.isRegularFile(manifest, LinkOption.NOFOLLOW_LINKS)) {
            throw new ExportRefusedException(dir + " is not empty and holds no former export; choose another directory");
        }
        String text = text(manifest);
        if (!text.startsWith(HEADER)) {
            throw new ExportRefusedException(manifest + " is not the manifest of an export");
        }
        try {
            return Checksums.parse(text.substring(HEADER.length()));
        } catch (IllegalArgumentException e) {
            throw new ExportRefusedException(manifest + " is damaged: it " + e.getMessage());
        }
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            return "";
        }
    }

    private static void check(Path path, String name, Map<String, String> ours, boolean force) throws IOException {
        if (!ours.containsKey(name)) {
            throw new ExportRefusedException(path + " was not made by an export; move it away first");
        }
        if (force) {
            return;
        }
        boolean same = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && Checksums.sha256(Files.readAllBytes(path)).equals(ours.get(name));
        if (!same) {
            throw new ExportRefusedException(path + " was edited since the export; force replaces it");
        }
    }
}
