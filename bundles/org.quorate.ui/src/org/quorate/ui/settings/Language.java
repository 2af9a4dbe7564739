// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.settings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import org.quorate.app.AtomicFile;

/**
 * The language that the workbench starts in. Eclipse reads it before any of our code runs, from the property
 * {@code osgi.nl} in {@code config.ini} of the user's configuration area; {@code -nl} on the command line wins. Immutable.
 */
public final class Language {

    /** Those that there are texts in, by their ISO 639 codes. */
    public static final List<String> ALL = List.of("en", "de");
    private static final String PROPERTY = "osgi.nl";

    private final Path file;

    /** @param configuration the user's configuration area */
    public Language(Path configuration) {
        file = configuration.resolve("config.ini");
    }

    /**
     * What was chosen; nothing: the system's language.
     *
     * @throws IOException if it cannot be read
     */
    public Optional<String> chosen() throws IOException {
        return Optional.ofNullable(read().getProperty(PROPERTY)).filter(ALL::contains);
    }

    /**
     * Chooses a language for the next start, or the system's.
     *
     * @throws IOException if it cannot be kept
     */
    public void choose(Optional<String> language) throws IOException {
        Properties properties = read();
        properties.remove(PROPERTY);
        language.ifPresent(code -> properties.setProperty(PROPERTY, code));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        properties.store(content, null);
        Files.createDirectories(file.getParent());
        new AtomicFile().write(file, content.toByteArray(), true);
    }

    private Properties read() throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                properties.load(in);
            }
        }
        return properties;
    }
}
