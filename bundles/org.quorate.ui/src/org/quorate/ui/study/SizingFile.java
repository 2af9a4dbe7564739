// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

import org.quorate.app.ReportFiles;
import org.quorate.app.ReportForm;
import org.quorate.app.ReportStore;
import org.quorate.ui.Messages;

/**
 * Where a report is written. Immutable.
 *
 * @param file    absolute
 * @param form    that its name says
 * @param replace a file that is there may be replaced
 */
record SizingFile(Path file, ReportForm form, boolean replace) {

    private static final ReportStore STORE = new ReportStore();

    /**
     * Reads what was entered, and finds out what would be refused in the end.
     *
     * @param scenario file that a relative name is beside
     * @return absent: nothing is to be written
     * @throws IllegalArgumentException with a message for the user
     */
    static Optional<SizingFile> of(String entered, Optional<Path> scenario, boolean replace) {
        if (entered.isBlank()) {
            return Optional.empty();
        }
        Path file = path(entered, scenario);
        ReportForm form = ReportForm.of(file)
                .orElseThrow(() -> new IllegalArgumentException(Messages.bind(StudyMessages.Sizing_file_form, ends())));
        try {
            STORE.check(file, form, replace);
        } catch (FileAlreadyExistsException e) {
            throw new IllegalArgumentException(StudyMessages.Sizing_file_exists, e);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(Messages.bind(StudyMessages.Sizing_file_no_folder, file.getParent()), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return Optional.of(new SizingFile(file, form, replace));
    }

    /** Ends of names, for people. */
    static String ends() {
        return "." + String.join(", .", ReportForm.extensions());
    }

    /** There is something that would have to be replaced. */
    static boolean exists(String entered, Optional<Path> scenario) {
        try {
            Path file = path(entered, scenario);
            Optional<ReportForm> form = ReportForm.of(file);
            if (form.isPresent()) {
                STORE.check(file, form.get(), false);
            }
            return false;
        } catch (FileAlreadyExistsException e) {
            return true;
        } catch (IOException | IllegalArgumentException e) {
            // Said when the answers are checked.
            return false;
        }
    }

    /**
     * Writes the report, whole or not at all.
     *
     * @throws IOException if it cannot be written
     */
    void write(ReportFiles report) throws IOException {
        STORE.write(file, report, replace);
    }

    /**
     * What was entered as a path.
     *
     * @param scenario file that a relative one is beside
     * @throws IllegalArgumentException if it is none
     */
    static Path path(String entered, Optional<Path> scenario) {
        try {
            Path typed = Path.of(entered.strip());
            return scenario.map(beside -> beside.resolveSibling(typed)).orElseGet(typed::toAbsolutePath);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
