// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.quorate.app.AtomicFile;

/**
 * A form in which something can be written to a file. Immutable.
 *
 * @param name      for people
 * @param extension of its files, without the first dot: {@code csv}
 * @param writer    makes and writes it in a background thread
 */
public record OutputForm(String name, String extension, Writer writer) {

    /** Writes to a file, whole or not at all; an existing one is replaced. */
    @FunctionalInterface
    public interface Writer {
        void write(Path file) throws IOException;

        /** What it also replaces, beside that file; it need not exist. */
        default Optional<Path> beside(Path file) {
            return Optional.empty();
        }
    }

    /** What is one file that needs nothing else. */
    public static OutputForm ofBytes(String name, String extension, Supplier<byte[]> content) {
        return new OutputForm(name, extension, file -> new AtomicFile().write(file, content.get(), true));
    }

    /**
     * What a user chose in a dialog for files: a form and the name of the file.
     *
     * @param form the one that the file's name says, else the one that was chosen
     * @param file with the extension of the form
     */
    public record Choice(OutputForm form, String file) {
    }

    /**
     * What is there and would be replaced.
     *
     * @param asked the file that somebody said may be replaced
     */
    public List<Path> replaced(Path file, Path asked) {
        return Stream.concat(Stream.of(file).filter(own -> !own.equals(asked)), writer.beside(file).stream())
                .filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS)).toList();
    }

    /**
     * Reads what a dialog for files gave.
     *
     * @param forms  that were offered
     * @param chosen index of the one that was chosen; -1: none was
     * @param file   as it was typed, with or without an extension
     */
    public static Choice choice(List<OutputForm> forms, int chosen, String file) {
        OutputForm preferred = forms.get(Math.max(0, Math.min(chosen, forms.size() - 1)));
        if (fits(preferred, file)) {
            return new Choice(preferred, file);
        }
        return forms.stream().filter(form -> fits(form, file)).findFirst().map(form -> new Choice(form, file))
                .orElseGet(() -> new Choice(preferred, file + "." + preferred.extension()));
    }

    private static boolean fits(OutputForm form, String file) {
        return file.toLowerCase(Locale.ROOT).endsWith("." + form.extension());
    }

    /** As a dialog for files filters them: {@code *.csv}. */
    public String filter() {
        return "*." + extension;
    }

    /** The same with its name: {@code CSV (*.csv)}. */
    public String filterName() {
        return name + " (" + filter() + ")";
    }
}
