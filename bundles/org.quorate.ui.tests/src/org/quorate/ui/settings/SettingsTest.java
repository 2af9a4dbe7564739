// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.prefs.BackingStoreException;

class SettingsTest {

    private final IEclipsePreferences node = InstanceScope.INSTANCE.getNode("org.quorate.ui.settings.test");
    private final Settings settings = new Settings(node);

    @AfterEach
    void clear() throws BackingStoreException {
        node.clear();
        node.flush();
    }

    @Test
    void numbersAreKeptWithinTheirRange() {
        assertEquals(10, settings.get(NumberSetting.RECENT_FILES));
        settings.set(NumberSetting.RECENT_FILES, 99);
        assertEquals(30, settings.get(NumberSetting.RECENT_FILES));
        node.put("recentFilesShown", "-7");
        assertEquals(1, settings.get(NumberSetting.RECENT_FILES));
        node.put("recentFilesShown", "many");
        assertEquals(10, settings.get(NumberSetting.RECENT_FILES));
    }

    @Test
    void theStandardIsNotStored() throws BackingStoreException {
        settings.set(NumberSetting.RECENT_FILES, 5);
        settings.set(NumberSetting.RECENT_FILES, 10);
        assertArrayEquals(new String[0], node.keys());
    }

    @Test
    void allCoresSimulateUnlessFewerAreChosen() {
        assertEquals(Runtime.getRuntime().availableProcessors(), settings.parallelRuns());
        settings.set(NumberSetting.PARALLEL_RUNS, 1);
        assertEquals(1, settings.parallelRuns());
    }

    @Test
    void theLanguageIsKeptBesideWhatElseEclipseIsConfiguredWith(@TempDir Path folder) throws IOException {
        Language language = new Language(folder.resolve("configuration"));
        assertEquals(Optional.empty(), language.chosen());
        language.choose(Optional.of("de"));
        assertEquals(Optional.of("de"), language.chosen());
        Path file = folder.resolve("configuration/config.ini");
        assertTrue(Files.readString(file).contains("osgi.nl=de"));
        Files.writeString(file, Files.readString(file) + "osgi.bundles.defaultStartLevel=4\n");
        language.choose(Optional.empty());
        assertEquals(Optional.empty(), language.chosen());
        assertTrue(Files.readString(file).contains("osgi.bundles.defaultStartLevel=4"));
        Files.writeString(file, "osgi.nl=fr_FR\n");
        assertEquals(Optional.empty(), language.chosen(), "there are no texts in it");
    }
}
