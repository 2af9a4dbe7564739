// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

import org.quorate.model.yaml.FieldInfo;

/**
 * What the catalogue says of fields, in the user's language. The model speaks English, so English needs no file: another
 * language has {@code help_xx.properties} with the descriptions by the catalogue's paths, and {@code phrases_xx.properties}
 * with the defaults, allowed values and sources, of which many fields share one, by the English phrase. What a file does not
 * know stays English. Immutable.
 */
final class FieldTexts {

    private final Map<String, String> help;
    private final Phrases phrases;

    FieldTexts(Locale locale) {
        help = texts("help_" + locale.getLanguage() + ".properties");
        phrases = new Phrases(texts("phrases_" + locale.getLanguage() + ".properties"));
    }

    private static Map<String, String> texts(String file) {
        Properties properties = new Properties();
        try (InputStream in = FieldTexts.class.getResourceAsStream(file)) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    }

    /** The same field with its texts translated; path, words to choose from and units are those of the format. */
    FieldInfo translated(FieldInfo field) {
        return new FieldInfo(field.path(), field.kind(), field.type(), field.unit(), field.required(), phrases.translate(field.standard()),
                phrases.translate(field.allowed()), field.choices(), help(field.path()).orElse(field.help()), phrases.translate(field.source()));
    }

    /** The description of a field: a contender's own, or that which all contenders have in common. */
    Optional<String> help(String path) {
        return Optional.ofNullable(help.get(path)).or(() -> Optional.ofNullable(help.get(FieldTitles.common(path))));
    }

    /** The translation of a default, allowed values or a source. */
    Optional<String> phrase(String english) {
        return phrases.find(english);
    }
}
