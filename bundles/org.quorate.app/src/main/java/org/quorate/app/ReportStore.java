// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes reports to where one wants them, with the folder beside them, whole or not at all: everything is made under another name and then
 * renamed, and what was there before comes back if that fails. A power cut between two renames may leave the folder of the new report beside
 * the old one, and the old folder under a name that begins with {@code .quorate-}. Thread-safe.
 */
public final class ReportStore {

    private final AtomicFile files = new AtomicFile();
    private final ReportFolders folders;

    public ReportStore() {
        this(new ReportFolders());
    }

    /** @param folders how they are moved and deleted */
    ReportStore(ReportFolders folders) {
        this.folders = folders;
    }

    /**
     * Says early what {@link #write} would refuse.
     *
     * @throws IOException see there
     */
    public void check(Path file, ReportForm form, boolean replace) throws IOException {
        check(file, form, form.beside(file), replace);
    }

    private void check(Path file, ReportForm form, Optional<Path> folder, boolean replace) throws IOException {
        files.check(file, replace);
        if (folder.isPresent()) {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new FileSystemException(file.toString(), null, "is no file, and a report of this form has a folder beside it");
            }
            checkFolder(folder.get(), form, replace);
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
        Optional<Path> beside = Optional.of(report.folder()).filter(name -> !name.isEmpty()).map(file::resolveSibling);
        check(file, report.form(), beside, replace);
        if (beside.isEmpty()) {
            files.write(file, report.main(), replace);
            return;
        }
        Path folder = beside.get();
        Path made = hidden(folder);
        try {
            fill(made, report.beside());
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                replace(folder, made, file, report, replace);
            } else {
                moveIn(made, folder, file, report, replace);
            }
        } catch (IOException | RuntimeException e) {
            tidy(made);
            throw e;
        }
    }

    private void replace(Path folder, Path made, Path file, ReportFiles report, boolean replace) throws IOException {
        Path before = hidden(folder);
        folders.move(folder, before);
        try {
            moveIn(made, folder, file, report, replace);
        } catch (IOException | RuntimeException e) {
            try {
                folders.move(before, folder);
            } catch (IOException | RuntimeException lost) {
                // It is the only copy: it stays, and one is told where.
                IOException told = new IOException(e.getMessage() + "; what was in " + folder + " is now in " + before, e);
                told.addSuppressed(lost);
                throw told;
            }
            throw e;
        }
        tidy(before);
    }

    /** Moves the new folder to its place and writes the main file; moves it away again if that fails. */
    private void moveIn(Path made, Path folder, Path file, ReportFiles report, boolean replace) throws IOException {
        folders.move(made, folder);
        try {
            files.write(file, report.main(), replace);
        } catch (IOException | RuntimeException e) {
            try {
                folders.move(folder, made);
            } catch (IOException | RuntimeException stuck) {
                e.addSuppressed(stuck);
            }
            throw e;
        }
    }

    /** Of what nobody needs any more: that it cannot be deleted changes nothing of what was written or not. */
    private void tidy(Path folder) {
        try {
            folders.delete(folder);
        } catch (IOException e) {
            // It stays under its hidden name.
        }
    }

    private static Path hidden(Path folder) {
        return folder.resolveSibling(".quorate-" + UUID.randomUUID() + ".part");
    }

    private static void checkFolder(Path folder, ReportForm form, boolean replace) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!replace) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(folder.toString(), null, "is no folder");
        }
        for (Path inside : ReportFolders.list(folder)) {
            if (!form.mayName(inside.getFileName().toString()) || !Files.isRegularFile(inside, LinkOption.NOFOLLOW_LINKS)) {
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
}
