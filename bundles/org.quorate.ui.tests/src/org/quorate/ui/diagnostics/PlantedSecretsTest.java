// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.ui.diagnostics.DiagnosticsCollector.OpenScenario;

/** Secrets lie in the environment, in properties, in logs and in a scenario: none is in any byte of the archive. */
class PlantedSecretsTest {

    private static final String PLANTED = "Planted-4f1c";

    @TempDir
    private Path folder;
    private final Map<String, String> environment = new TreeMap<>();
    private final Map<String, String> properties = new TreeMap<>();
    private final List<String> log = new ArrayList<>();
    /** What stands nowhere but in a text, where it must be recognised by its looks. */
    private final List<String> inTexts = new ArrayList<>();

    @BeforeEach
    void plant() {
        for (String name : List.of("CHAP_SECRET", "FENCE_NODE1", "VAULT_TOKEN", "PASSWORD", "EDITOR")) {
            environment.put(name, PLANTED + "-" + name);
        }
        environment.put("MANY_LINES", "first line\n" + PLANTED + "-second\nlast line");
        properties.put("javax.net.ssl.keyStorePassword", PLANTED + "-store");
        properties.put("eclipse.commands", "-vmargs " + PLANTED + "-command");
        properties.put("java.version", "17.0.1");
        properties.put("org.example.unknown", PLANTED + "-unknown");
        Stream.concat(environment.values().stream(), Stream.of(PLANTED + "-store")).flatMap(String::lines)
                .filter(value -> value.contains(PLANTED)).forEach(value -> {
                    log.add("Cannot log in as admin/" + value + ".");
                    for (int offset = 0; offset < 3; offset++) {
                        log.add("sent " + Base64.getEncoder().encodeToString(("ab".substring(0, Math.min(offset, 2)) + value + "&more").getBytes(StandardCharsets.UTF_8)));
                    }
                    log.add("bytes " + HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8)));
                    log.add("bytes " + HexFormat.of().withUpperCase().formatHex(value.getBytes(StandardCharsets.UTF_8)));
                });
        log.add("Command-line arguments:  -data x " + PLANTED + "-argument");
        for (String line : List.of("password=%s", "iscsi.chap.secret : %s,", "{\"api_key\": \"%s\"}", "--token=%s", "https://root:%s@10.0.0.1/",
                "Authorization: Bearer %s", "-----BEGIN RSA PRIVATE KEY-----\n%s\n-----END RSA PRIVATE KEY-----", "fencePasswd='%s' x", "pwd: %s")) {
            String secret = PLANTED + "-text" + inTexts.size();
            inTexts.add(secret);
            log.add(line.formatted(secret));
        }
        inTexts.add("AKIAIOSFODNN7EXAMPLE");
        log.add("key AKIAIOSFODNN7EXAMPLE was refused");
    }

    private DiagnosticsCollector collector() throws IOException {
        Path file = folder.resolve(".log");
        Files.writeString(file, String.join("\n", log) + "\nthe end is harmless\n");
        Files.writeString(folder.resolve(".bak_0.log"), String.join("\n", log));
        return new DiagnosticsCollector(() -> new DiagnosticsCollector.Sources(List.of("Quorate 1"), environment, properties,
                Map.of("org.quorate.ui/recentFiles", "/home/" + PLANTED + "-user/a.yaml", "org.quorate.ui/parallelRuns", "2"), file,
                () -> List.of(new Diagnostic("watchdog.txt", "longest block 12 ms, password=" + PLANTED + "-finding"))));
    }

    private static List<String> forms() {
        List<String> forms = new ArrayList<>(List.of(PLANTED));
        byte[] bytes = PLANTED.getBytes(StandardCharsets.UTF_8);
        forms.add(HexFormat.of().formatHex(bytes));
        forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = new byte[bytes.length + offset];
            System.arraycopy(bytes, 0, shifted, offset, bytes.length);
            String base64 = Base64.getEncoder().encodeToString(shifted);
            forms.add(base64.substring(4, base64.length() - 4));
        }
        return forms;
    }

    @Test
    void noByteOfTheArchiveIsASecret() throws IOException {
        String scenario = "name: x\ncluster:\n  fencing:\n    devices:\n    - password: " + PLANTED + "-plain\nlun:\n  chap:\n    secret: env:"
                + PLANTED + "-name\n# the password: " + PLANTED + "-comment\n";
        Path zip = folder.resolve("out.zip");
        new DiagnosticsArchive(Clock.systemUTC()).write(zip, collector().collect(List.of(new OpenScenario(scenario, true)), true));
        List<String> texts = new ArrayList<>(List.of(new String(Files.readAllBytes(zip), StandardCharsets.ISO_8859_1)));
        List<String> names = new ArrayList<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                names.add(entry.getName());
                texts.add(new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        assertEquals(List.of("README.txt", "versions.txt", "properties.txt", "settings.txt", "watchdog.txt", "scenarios.txt",
                "scenario-1.yaml", "log-1.txt", "log-2.txt"), names);
        for (String text : texts) {
            forms().forEach(form -> assertFalse(text.contains(form), () -> form + " is in\n" + text));
            inTexts.forEach(secret -> assertFalse(text.contains(secret), () -> secret + " is in\n" + text));
        }
    }

    @Test
    void whatHelpsIsThere() throws IOException {
        Map<String, String> found = new TreeMap<>();
        collector().collect(List.of(new OpenScenario("name: x\n", false)), false).forEach(file -> found.put(file.name(), file.text()));
        assertFalse(found.containsKey("scenario-1.yaml"));
        assertTrue(found.get("scenarios.txt").matches("sha256 [0-9a-f]{64}, 1 lines\n"), found.get("scenarios.txt"));
        assertEquals("java.version = 17.0.1\n", found.get("properties.txt"));
        assertEquals("org.quorate.ui/parallelRuns = 2\n", found.get("settings.txt"));
        assertTrue(found.get("log-1.txt").endsWith("the end is harmless\n"));
        assertTrue(found.get("log-1.txt").contains("Cannot log in as admin/[removed]."));
        assertTrue(found.get("watchdog.txt").startsWith("longest block 12 ms"));
    }

    @Test
    void onlyTheEndOfALongLogIsTaken() throws IOException {
        log.clear();
        Stream.generate(() -> "x".repeat(99)).limit(30_000).forEach(log::add);
        String taken = collector().collect(List.of(), false).stream().filter(file -> file.name().equals("log-1.txt")).findFirst().orElseThrow().text();
        assertTrue(taken.length() <= 1 << 20 && taken.length() > 1 << 19, taken.length() + " letters");
        assertTrue(taken.startsWith("xxx") && taken.endsWith("the end is harmless\n"));
    }

    @Test
    void whatIsHarmlessStays() {
        SecretScrubber scrubber = SecretScrubber.of(Map.of("LANG", "de", "SHLVL", "1"), Map.of());
        for (String text : List.of("token: 1000 ms", "1 de 2", "cluster.token is 3 s", "the password is wrong", "http://a.example/x@y")) {
            assertEquals(text, scrubber.scrub(text));
        }
    }
}
