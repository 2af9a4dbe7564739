// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.quorate.model.yaml.FieldCatalog;
import org.quorate.model.yaml.FieldInfo;

/** The form explains every field in German: nothing that the model says in English is left, and nothing German is dead. */
class FieldTextsTest {

    /** Words of the format and manual pages, which are the same in every language. */
    private static final Set<String> SAME = Set.of("true", "false", "cold", "typical-server", "mkfs.gfs2(8)", "gfs2(5)", "mount.ocfs2(8), gfs2(5)",
            "mount(8); fs/ocfs2/file.c:ocfs2_should_update_atime");
    private static final String QUANTITY = "-?\\d[\\d.E]*( [\\w/%]+)?";

    private final FieldTexts german = new FieldTexts(Locale.GERMANY);

    private static FieldInfo field(String path) {
        return FieldCatalog.field(path).orElseThrow();
    }

    @Test
    void everyDescriptionIsThereInGerman() {
        assertEquals(List.of(), FieldCatalog.fields().stream().map(FieldInfo::path).filter(path -> german.help(path).isEmpty()).toList());
    }

    @Test
    void everyDescriptionHasAField() throws IOException {
        Set<String> dead = new TreeSet<>(keys("help_de.properties"));
        FieldCatalog.fields().forEach(field -> dead.removeAll(List.of(field.path(), FieldTitles.common(field.path()))));
        assertEquals(Set.of(), dead);
    }

    @Test
    void everyDefaultRangeAndSourceIsThereInGerman() {
        Set<String> english = new TreeSet<>();
        FieldCatalog.fields().forEach(field -> phrases(field).filter(phrase -> german.phrase(phrase).isEmpty())
                .filter(phrase -> !isOfTheFormat(field, phrase)).forEach(phrase -> english.add(field.path() + ": " + phrase)));
        assertEquals(Set.of(), english);
    }

    /** A group of fields has no value of its own: what it may hold is never shown. */
    private static Stream<String> phrases(FieldInfo field) {
        String allowed = field.kind() == FieldInfo.Kind.MAPPING ? "" : field.allowed();
        return Stream.of(field.standard(), allowed, field.source()).filter(phrase -> !phrase.isEmpty());
    }

    private static boolean isOfTheFormat(FieldInfo field, String phrase) {
        return SAME.contains(phrase) || field.choices().contains(phrase) || phrase.equals(String.join(", ", field.choices()))
                || phrase.matches(QUANTITY);
    }

    @Test
    void figuresAndUnitsAreTakenOver() {
        FieldInfo depth = german.translated(field("lun.queueDepth"));
        assertEquals("Anforderungen, die das Gerät gleichzeitig bedient.", depth.help());
        assertEquals("eine ganze Zahl von 1 bis 1024", depth.allowed());
        assertEquals("wie in der Geräteklasse", depth.standard());
        assertEquals("500 ms bis 5 min", german.translated(field("cluster.token")).allowed());
        assertEquals("Kernel-Referenz 3.7", german.translated(field("cluster.token")).source());
        assertEquals("mehr als 0 /s, höchstens 10000000 /s", german.translated(field("workload.phases[].open.rate")).allowed());
    }

    @Test
    void aContendersOwnDescriptionGoesBeforeTheCommonOne() {
        assertEquals("Größe jedes Journals.", german.translated(field("fileSystems[gfs2].journal")).help());
        assertEquals("Größe des Journals jedes Knotenplatzes.", german.translated(field("fileSystems[ocfs2].journal")).help());
        assertEquals("Name in Ergebnissen, eindeutig im Szenario.", german.translated(field("fileSystems[xfs].label")).help());
    }

    @Test
    void whatTheFormatNeedsIsLeft() {
        for (FieldInfo field : FieldCatalog.fields()) {
            FieldInfo shown = german.translated(field);
            assertEquals(List.of(field.path(), field.kind(), field.type(), field.unit(), field.choices(), field.required()),
                    List.of(shown.path(), shown.kind(), shown.type(), shown.unit(), shown.choices(), shown.required()));
            assertFalse((shown.standard() + shown.allowed() + shown.source()).contains("{"), field.path());
        }
    }

    @Test
    void theModelsWordsStandWithoutATranslation() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE, Locale.ROOT)) {
            FieldTexts texts = new FieldTexts(locale);
            FieldCatalog.fields().forEach(field -> assertEquals(field, texts.translated(field)));
        }
        assertEquals("a new phrase of 5 words", new Phrases(Map.of("{0} to {1}", "{0} bis {1}")).translate("a new phrase of 5 words"));
    }

    private static Set<String> keys(String file) throws IOException {
        Properties properties = new Properties();
        try (var reader = new InputStreamReader(FieldTexts.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames();
    }
}
