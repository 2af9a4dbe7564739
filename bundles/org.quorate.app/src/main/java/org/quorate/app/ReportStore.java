// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes reports to where one wants them, with the folder beside them, whole or not at all: everything is made under another name and then
 * renamed, and what was there before comes back if that fails. A power cut between two renames may leave the folder of the new report beside
 * the old one, and the old folder under a name that begins with {@code .quorate-}. Thread-safe.
 */
public final class ReportStore {

    private final AtomicFile files = new AtomicFile();

    /**
     * Says early what {@link #write} would refuse.
     *
     * @throws IOException see there
     */
    public void check(Path file, ReportForm form, boolean replace) throws IOException {
        check(file, form.folder(file), replace);
    }

    private void check(Path file, String folder, boolean replace) throws IOException {
        files.check(file, replace);
        if (!folder.isEmpty()) {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new FileSystemException(file.toString(), null, "is no file, and a report of this form has a folder beside it");
            }
            check(file.resolveSibling(folder), replace);
        }
    }

    /**
     * Writes a report.
     *
     * @param replace false: an existing file or folder is kept
     * @throws FileAlreadyExistsException if the file or the folder exists and must not be replaced
     * @throws FileSystemException        if the folder holds something that no report has: it is not replaced then in any case
     * @throws IOException                if something cannot be written; what was there before is there again then
     */
    public void write(Path file, ReportFiles report, boolean replace) throws IOException {
        check(file, report.folder(), replace);
        if (report.folder().isEmpty()) {
            files.write(file, report.main(), replace);
            return;
        }
        Path folder = file.resolveSibling(report.folder());
        Path made = hidden(folder);
        Path before = hidden(folder);
        try {
            fill(made, report.beside());
            boolean moved = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
            if (moved) {
                Files.move(folder, before, StandardCopyOption.ATOMIC_MOVE);
            }
            try {
                Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
                files.write(file, report.main(), replace);
            } catch (IOException | RuntimeException e) {
                delete(folder);
                if (moved) {
                    Files.move(before, folder, StandardCopyOption.ATOMIC_MOVE);
                }
                throw e;
            }
        } finally {
            delete(made);
            delete(before);
        }
    }

    private static Path hidden(Path folder) {
        return folder.resolveSibling(".quorate-" + UUID.randomUUID() + ".part");
    }

    private static void check(Path folder, boolean replace) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!replace) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(folder.toString(), null, "is no folder");
        }
        for (Path inside : list(folder)) {
            if (!inside.getFileName().toString().matches("(chart-|logo\\.|\\d\\d+).*") || !Files.isRegularFile(inside, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileSystemException(inside.toString(), null, "is not of a report, and its folder would be replaced");
            }
        }
    }

    private void fill(Path folder, Map<String, byte[]> content) throws IOException {
        Files.createDirectory(folder);
        for (Map.Entry<String, byte[]> entry : content.entrySet()) {
            files.write(folder.resolve(entry.getKey()), entry.getValue(), false);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            for (Path inside : list(folder)) {
                Files.delete(inside);
            }
            Files.delete(folder);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.sorted().toList();
        }
    }
}
