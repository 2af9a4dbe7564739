// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.quorate.provision.plan.Checksums;

/**
 * Reads a directory that an export made, with what happened to it since, by its SHA256SUMS: a copy of it in a change
 * request may lack the hidden manifest. Pure functions, thread-safe.
 */
public final class ExportReader {

    private static final String SUMS = Checksums.FILE;
    private static final String SETTINGS = "settings.sh";
    private static final int MOST_BYTES = 4 << 20; // the largest file of an export is a hundredth of that
    private static final int MOST_FILES = 20_000;

    private ExportReader() {
    }

    /**
     * Reads an export of scripts, which alone can be compared. Follows no symbolic links in it; the directory itself may be reached through some.
     *
     * @throws ExportRefusedException when the directory holds no export, or files that none has
     * @throws IOException            when it cannot be read
     */
    public static KeptExport read(Path dir) throws IOException {
        KeptExport kept = readAny(dir);
        if (!kept.files().containsKey(SETTINGS) && !kept.missing().contains(SETTINGS)) {
            throw new ExportRefusedException(dir + " is an export of another form: only scripts (bash) are compared");
        }
        return kept;
    }

    /**
     * Reads an export of any form, to see what happened to it since. Follows no symbolic links in it; the directory itself may be reached
     * through some.
     *
     * @throws ExportRefusedException when the directory holds no export, or files that none has
     * @throws IOException            when it cannot be read
     */
    public static KeptExport readAny(Path dir) throws IOException {
        Path sums = dir.resolve(SUMS);
        if (!Files.isRegularFile(sums, LinkOption.NOFOLLOW_LINKS)) {
            throw new ExportRefusedException(dir + " holds no export: it has no " + SUMS);
        }
        Map<String, String> expected = expected(sums);
        Map<String, Path> found = found(dir.toRealPath());
        TreeMap<String, String> files = new TreeMap<>();
        List<String> edited = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, String> entry : expected.entrySet()) {
            Path path = found.get(entry.getKey());
            if (path == null || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                missing.add(entry.getKey());
                continue;
            }
            byte[] content = bytes(path);
            files.put(entry.getKey(), new String(content, StandardCharsets.UTF_8));
            if (!Checksums.sha256(content).equals(entry.getValue())) {
                edited.add(entry.getKey());
            }
        }
        files.put(SUMS, new String(bytes(sums), StandardCharsets.UTF_8));
        List<String> unknown = found.keySet().stream().filter(name -> !expected.containsKey(name) && !name.equals(SUMS)
                && !name.equals(FormerExport.MANIFEST)).toList();
        return new KeptExport(files, edited, missing, unknown);
    }

    private static Map<String, String> expected(Path sums) throws IOException {
        String text = new String(bytes(sums), StandardCharsets.UTF_8);
        try {
            return Checksums.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ExportRefusedException(sums + " is damaged: it " + e.getMessage());
        }
    }

    private static Map<String, Path> found(Path dir) throws IOException {
        Map<String, Path> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(dir)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    found.put(dir.relativize(path).toString().replace('\\', '/'), path);
                }
                if (found.size() > MOST_FILES) {
                    throw new ExportRefusedException(dir + " has more files than any export");
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause(); // a walk's own way to tell of a directory that it cannot read
        }
        return found;
    }

    private static byte[] bytes(Path path) throws IOException {
        if (Files.size(path) > MOST_BYTES) {
            throw new ExportRefusedException(path + " is larger than any file of an export");
        }
        return Files.readAllBytes(path);
    }
}
