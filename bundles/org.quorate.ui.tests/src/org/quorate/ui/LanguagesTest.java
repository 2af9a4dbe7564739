// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.quorate.ui.help.HelpPages;

/** English and German say the same: every text is there in both, with the same places to fill in. */
class LanguagesTest {

    private static final Path BUNDLE = Path.of("..", "org.quorate.ui").toAbsolutePath().normalize();
    /** Names and words that are the same in both languages; a text of others only that is the same was forgotten. */
    private static final Set<String> SHARED = Set.of("Quorate", "Name", "LUN", "YAML", "CHAP", "WWID", "IQN", "Cluster", "Kernel",
            "Fencing", "Agent", "noatime", "strictatime", "fsync", "Operation", "Caches", "Problem", "Form", "Phase", "Format", "Version",
            "Details", "HTML", "PDF", "CSV", "PNG", "SVG", "JSON", "OCFS2", "GFS2", "s", "min", "ms", "Wizard", "Export", "Import",
            "Logo", "System", "Start", "Text", "Slab", "Master", "Journal", "Switch", "Filter", "iSCSI", "Portal", "SHA");

    private static List<Path> english() throws IOException {
        try (Stream<Path> files = Files.walk(BUNDLE.resolve("src"))) {
            return Stream.concat(files.filter(file -> file.toString().endsWith(".properties")), Stream.of(BUNDLE.resolve("plugin.properties")))
                    .filter(file -> !file.toString().endsWith("_de.properties")).sorted().toList();
        }
    }

    private static Path german(Path english) {
        return english.resolveSibling(english.getFileName().toString().replace(".properties", "_de.properties"));
    }

    private static Map<String, String> texts(Path file) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty, (a, b) -> b, TreeMap::new));
    }

    private static List<String> placeholders(String text) {
        return Pattern.compile("\\{\\d[^}]*}").matcher(text).results().map(MatchResult::group).sorted().distinct().toList();
    }

    private static Set<String> words(String text) {
        return Pattern.compile("[\\p{L}\\d]*\\p{L}[\\p{L}\\d]*").matcher(text.replaceAll("\\{\\d}|&", "")).results()
                .map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        for (Path file : english()) {
            assertEquals(texts(file).keySet(), texts(german(file)).keySet(), file.getFileName().toString());
        }
    }

    @Test
    void bothHaveTheSamePlaceholders() throws IOException {
        for (Path file : english()) {
            Map<String, String> german = texts(german(file));
            texts(file).forEach((key, text) -> assertEquals(placeholders(text), placeholders(german.getOrDefault(key, text)), key));
        }
    }

    @Test
    void nothingWasLeftInEnglish() throws IOException {
        Set<String> same = new TreeSet<>();
        for (Path file : english()) {
            Map<String, String> german = texts(german(file));
            texts(file).forEach((key, text) -> {
                if (text.equals(german.get(key)) && !SHARED.containsAll(words(text))) {
                    same.add(key + "=" + text);
                }
            });
        }
        assertEquals(Set.of(), same);
    }

    /** A later text of the same key would win without a word. */
    @Test
    void noTextIsThereTwice() throws IOException {
        for (Path file : english()) {
            for (Path language : List.of(file, german(file))) {
                Set<String> keys = new TreeSet<>();
                List<String> twice = Pattern.compile("(?m)^\\s*([^#!\\s=:][^\\s=:]*)\\s*[=:]").matcher(Files.readString(language)).results()
                        .map(hit -> hit.group(1)).filter(key -> !keys.add(key)).toList();
                assertEquals(List.of(), twice, language.getFileName().toString());
                assertEquals(texts(language).keySet(), keys, language.getFileName().toString());
            }
        }
    }

    /** A mnemonic is a letter that the text has: an ampersand at its end or before a space marks nothing. */
    @Test
    void mnemonicsMarkALetter() throws IOException {
        for (Path file : english()) {
            for (Path language : List.of(file, german(file))) {
                texts(language).forEach((key, text) ->
                        assertFalse(Pattern.compile("(?<!&)&(?![\\p{L}\\d&])").matcher(text).find(), key + "=" + text));
            }
        }
    }

    @Test
    void everyHelpPageIsThereInBothLanguagesWithTheSameLinks() throws IOException {
        for (String name : HelpPages.NAMES) {
            Path english = BUNDLE.resolve("help/" + name + ".xml");
            Path german = BUNDLE.resolve("nl/de/help/" + name + ".xml");
            assertEquals(links(english), links(german), name);
            assertEquals(paragraphs(english), paragraphs(german), name);
        }
    }

    private static List<String> links(Path page) throws IOException {
        return Pattern.compile("href=\"([^\"]*)\"").matcher(Files.readString(page)).results().map(hit -> hit.group(1)).sorted().toList();
    }

    private static long paragraphs(Path page) throws IOException {
        return Pattern.compile("<(p|li)\\b").matcher(Files.readString(page)).results().count();
    }
}
