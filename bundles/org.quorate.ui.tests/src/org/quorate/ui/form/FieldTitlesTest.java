// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.quorate.model.yaml.FieldCatalog;
import org.quorate.model.yaml.FieldInfo;

class FieldTitlesTest {

    private final FieldTitles titles = new FieldTitles(Locale.ENGLISH);

    @Test
    void everyFieldHasATitle() {
        List<String> without = FieldCatalog.fields().stream().map(FieldInfo::path)
                .filter(path -> titles.find(path).isEmpty()).toList();
        assertEquals(List.of(), without);
    }

    @Test
    void titlesAreInTheLanguageThatIsAskedFor() {
        assertEquals("Round trip", titles.title("cluster.interconnect.roundTrip"));
        assertEquals("Umlaufzeit", new FieldTitles(Locale.GERMANY).title("cluster.interconnect.roundTrip"));
        assertEquals("Größe", new FieldTitles(Locale.GERMAN).title("lun.size"));
    }

    @Test
    void everyTitleHasAField() {
        Set<String> known = new TreeSet<>(List.of("scenario"));
        for (FieldInfo field : FieldCatalog.fields()) {
            String path = field.path().replaceFirst("^fileSystems\\[\\w+\\]", "fileSystems[]");
            known.add(path);
            if (field.kind() == FieldInfo.Kind.LIST) {
                known.add(path + "[]");
            }
        }
        Set<String> dead = new TreeSet<>(
                ResourceBundle.getBundle("org.quorate.ui.form.fields", Locale.ROOT, getClass().getClassLoader()).keySet());
        dead.removeAll(known);
        assertEquals(Set.of(), dead);
    }
}
