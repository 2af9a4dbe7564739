// SPDX-License-Identifier: EPL-2.0
package org.quorate.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The archives of all platforms are complete. That they start can be tested only there. */
@Tag("long")
class PlatformsTest {

    /** Fragments of the platform that Eclipse has for one system only. */
    private static final String OF_ONE_SYSTEM = "org\\.eclipse\\.(swt|e4\\.ui\\.swt|e4\\.ui\\.workbench\\.renderers\\.swt)\\.(gtk|win32|cocoa)\\b.*";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"linux-x86_64,org.eclipse.swt.gtk.linux.x86_64", "linux-aarch64,org.eclipse.swt.gtk.linux.aarch64",
        "windows-x86_64,org.eclipse.swt.win32.win32.x86_64", "windows-arm64,org.eclipse.swt.win32.win32.aarch64",
        "macos-x86_64,org.eclipse.swt.cocoa.macosx.x86_64", "macos-arm64,org.eclipse.swt.cocoa.macosx.aarch64"})
    void theDesktopIsWholeAndOfThisPlatform(String platform, String swt) throws Exception {
        Path product = unpacked(platform);
        Path desktop = desktop(product, platform);
        Map<String, String> bundles = bundles(desktop);
        List<String> toolkits = bundles.keySet().stream().filter(name -> name.matches("org\\.eclipse\\.swt\\.(gtk|win32|cocoa)\\..*")).toList();
        assertEquals(List.of(swt), toolkits);
        for (String location : bundles.values()) {
            assertTrue(Files.exists(desktop.resolve(location)), location + " of bundles.info is missing");
        }
        try (Stream<Path> plugins = Files.list(desktop.resolve("plugins"))) {
            List<String> unlisted = plugins.map(plugin -> "plugins/" + plugin.getFileName())
                    .filter(plugin -> bundles.values().stream().noneMatch(location -> location.replaceFirst("/$", "").equals(plugin))).toList();
            assertEquals(List.of(), unlisted, "not in bundles.info");
        }
        assertEquals(neutral(bundles(desktop(unpacked("linux-x86_64"), "linux-x86_64")).keySet()), neutral(bundles.keySet()));
        assertConfigured(desktop, bundles);
    }

    @ParameterizedTest
    @CsvSource({"linux-x86_64", "linux-aarch64", "windows-x86_64", "windows-arm64", "macos-x86_64", "macos-arm64"})
    void theCommandLineAndTheSamplesAreThere(String platform) throws Exception {
        Path product = unpacked(platform);
        try (InputStream jar = Files.newInputStream(product.resolve("lib/quorate.jar"))) {
            assertEquals("504b0304", HexFormat.of().formatHex(jar.readNBytes(4)));
        }
        for (String file : List.of("LICENSE", "NOTICE.md", "README.txt", "sample-models/web-sessions/scenario.yaml")) {
            assertTrue(Files.size(product.resolve(file)) > 0, file);
        }
        assertTrue(!Files.readString(product.resolve("README.txt")).contains("@"), "something is not filled in");
    }

    @ParameterizedTest
    @CsvSource({"linux-x86_64", "linux-aarch64", "macos-x86_64", "macos-arm64"})
    void scriptsForUnixRunAndLinksAreKept(String platform) throws Exception {
        Path product = unpacked(platform);
        Path start = platform.startsWith("macos") ? product.resolve("Quorate.app/Contents/MacOS/Quorate") : product.resolve("quorate-desktop");
        assertEquals(platform.startsWith("linux"), Files.isSymbolicLink(start));
        for (Path script : List.of(start, product.resolve("quorate"))) {
            assertTrue(Files.isExecutable(script), script + " cannot be executed");
            String text = Files.readString(script);
            assertTrue(text.startsWith("#!/bin/sh\n") && !text.contains("\r"), script.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"windows-x86_64", "windows-arm64"})
    void textsForWindowsHaveItsLineEnds(String platform) throws Exception {
        Path product = unpacked(platform);
        for (String name : List.of("quorate.bat", "quorate-desktop.bat", "desktop/quorate-desktop.bat", "README.txt", "LICENSE")) {
            String text = Files.readString(product.resolve(name), StandardCharsets.UTF_8);
            assertEquals("", text.replace("\r\n", "").replaceAll("[^\r\n]", ""), name);
            assertTrue(!name.endsWith(".bat") || text.startsWith("@echo off\r\n"), name);
            assertFalse(text.contains("\r\nshift\r\n"), name + ": a plain shift moves %0, too, and the folder of the program is lost");
        }
    }

    @ParameterizedTest
    @CsvSource({"macos-x86_64,x86_64", "macos-arm64,arm64"})
    void macosFindsAnApplication(String platform, String architecture) throws Exception {
        Path contents = unpacked(platform).resolve("Quorate.app/Contents");
        Map<String, String> keys = propertyList(contents.resolve("Info.plist"));
        assertEquals("APPL", keys.get("CFBundlePackageType"));
        assertEquals("org.quorate.desktop", keys.get("CFBundleIdentifier"));
        assertEquals(architecture, keys.get("LSArchitecturePriority"));
        assertTrue(keys.get("CFBundleVersion").matches("\\d+\\.\\d+\\.\\d+"), keys.toString());
        assertTrue(Files.isExecutable(contents.resolve("MacOS").resolve(keys.get("CFBundleExecutable"))));
        assertTrue(Files.isExecutable(contents.resolve("Eclipse/quorate-desktop.command")));
        byte[] icon = Files.readAllBytes(contents.resolve("Resources").resolve(keys.get("CFBundleIconFile")));
        assertEquals("icns", new String(icon, 0, 4, StandardCharsets.US_ASCII));
        assertEquals(icon.length, Integer.parseInt(HexFormat.of().formatHex(icon, 4, 8), 16));
    }

    @Test
    void theChecksumsAreRight() throws Exception {
        Path made = Packages.made().folder();
        Program check = Program.run(made, Map.of(), List.of("sha256sum", "--check", "--strict", "SHA256SUMS"));
        assertEquals(0, check.code(), check.out());
        assertEquals(7, check.out().lines().filter(line -> line.endsWith(": OK")).count(), check.out());
    }

    private Path unpacked(String platform) throws Exception {
        return Packages.made().unpacked(platform, Files.createTempDirectory(folder, platform));
    }

    private static Path desktop(Path product, String platform) {
        return product.resolve(platform.startsWith("macos") ? "Quorate.app/Contents/Eclipse" : "desktop");
    }

    /** Names and places of what the framework installs. */
    private static Map<String, String> bundles(Path desktop) throws IOException {
        Map<String, String> bundles = new HashMap<>();
        for (String line : Files.readAllLines(desktop.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"))) {
            if (!line.startsWith("#")) {
                String[] cells = line.split(",");
                bundles.put(cells[0], cells[2]);
            }
        }
        assertTrue(bundles.containsKey("org.quorate.ui") && bundles.containsKey("org.eclipse.ui"), bundles.toString());
        return bundles;
    }

    private static Set<String> neutral(Set<String> bundles) {
        Set<String> neutral = new TreeSet<>(bundles);
        neutral.removeIf(name -> name.matches(OF_ONE_SYSTEM));
        return neutral;
    }

    /** What config.ini names is there: the framework, the bundle that installs the others, our application. */
    private static void assertConfigured(Path desktop, Map<String, String> bundles) throws IOException {
        Properties config = new Properties();
        try (InputStream in = Files.newInputStream(desktop.resolve("configuration/config.ini"))) {
            config.load(in);
        }
        List<String> named = new ArrayList<>(List.of(config.getProperty("osgi.framework").replaceFirst("^file:", "")));
        for (String bundle : config.getProperty("osgi.bundles").split(",")) {
            named.add("plugins/" + bundle.replaceFirst("^reference:file:", "").replaceFirst("@.*", ""));
        }
        assertTrue(named.size() > 1, config.toString());
        for (String plugin : named) {
            assertTrue(bundles.containsValue(plugin) && Files.exists(desktop.resolve(plugin)), plugin + " of config.ini is missing");
        }
        assertEquals("org.quorate.ui.application", config.getProperty("eclipse.application"));
        assertTrue(bundles.containsKey("org.eclipse.equinox.launcher"), "nothing to start");
        assertTrue(config.keySet().stream().noneMatch(key -> key.toString().contains("p2")), config.toString());
    }

    /** Keys with their strings; of lists the first one. */
    private static Map<String, String> propertyList(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        // The DTD lies on a server.
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Document document = factory.newDocumentBuilder().parse(file.toFile());
        assertEquals("plist", document.getDocumentElement().getTagName());
        NodeList keys = document.getElementsByTagName("key");
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < keys.getLength(); i++) {
            var value = keys.item(i).getNextSibling();
            while (!(value instanceof Element)) {
                value = value.getNextSibling();
            }
            values.putIfAbsent(keys.item(i).getTextContent(), value.getTextContent().strip());
        }
        return values;
    }
}
