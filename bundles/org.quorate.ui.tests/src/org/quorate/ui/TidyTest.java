// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What no compiler checks: texts, identifiers, layers. Reads the sources beside this module. */
class TidyTest {

    private static final Path BUNDLE = Path.of("..", "org.quorate.ui").toAbsolutePath().normalize();
    private static final Path SOURCES = BUNDLE.resolve("src");

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    @Test
    void everyMessageIsThereAndUsed() throws IOException {
        Properties texts = properties(SOURCES.resolve("org/quorate/ui/messages.properties"));
        Set<String> declared = Stream.of(Messages.class.getFields()).map(Field::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(texts.stringPropertyNames()), declared);
        Set<String> unused = new TreeSet<>(declared);
        for (Path source : sources()) {
            Matcher use = Pattern.compile("Messages\\.(\\w+)").matcher(Files.readString(source));
            while (use.find()) {
                unused.remove(use.group(1));
            }
        }
        assertEquals(Set.of(), unused);
    }

    @Test
    void everyTextOfThePluginIsThereAndUsed() throws IOException {
        Properties texts = properties(BUNDLE.resolve("plugin.properties"));
        String plugin = Files.readString(BUNDLE.resolve("plugin.xml"))
                + Files.readString(BUNDLE.resolve("META-INF/MANIFEST.MF")).replace("%bundle.name", "\"%bundle.name\"");
        Set<String> used = new TreeSet<>();
        Matcher use = Pattern.compile("\"%([\\w.]+)\"").matcher(plugin);
        while (use.find()) {
            used.add(use.group(1));
        }
        assertEquals(new TreeSet<>(texts.stringPropertyNames()), used);
    }

    @Test
    void everyIdentifierOfOursStandsInThePlugin() throws IOException, IllegalAccessException {
        String plugin = Files.readString(BUNDLE.resolve("plugin.xml"));
        List<String> missing = new ArrayList<>();
        for (Field field : Ids.class.getFields()) {
            String id = (String) field.get(null);
            if (id.startsWith("org.quorate.ui.") && !plugin.contains("\"" + id + "\"")) {
                missing.add(id);
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void everyIconIsThere() throws IOException {
        Matcher use = Pattern.compile("icons/([\\w.-]+)").matcher(Files.readString(BUNDLE.resolve("plugin.xml")));
        while (use.find()) {
            assertEquals(true, Files.exists(BUNDLE.resolve("icons").resolve(use.group(1))), use.group());
        }
    }

    @Test
    void presentersKnowNoWidgets() throws IOException {
        List<String> guilty = new ArrayList<>();
        for (Path source : sources()) {
            String text = Files.readString(source);
            boolean presenter = source.toString().matches(".*/ui/(document|form|study)/.*|.*Presenter\\.java|.*/Study(Runs?)?\\.java");
            if (presenter && text.matches("(?s).*import org\\.eclipse\\.(swt|jface|ui)\\..*")) {
                guilty.add(source.getFileName().toString());
            }
        }
        assertEquals(List.of(), guilty);
    }

    @Test
    void nothingOfEclipseThatIsInternalIsUsed() throws IOException {
        List<String> guilty = new ArrayList<>();
        for (Path source : sources()) {
            if (Files.readString(source).matches("(?s).*import org\\.eclipse\\.[\\w.]*internal\\..*")) {
                guilty.add(source.getFileName().toString());
            }
        }
        assertEquals(List.of(), guilty);
    }
}
