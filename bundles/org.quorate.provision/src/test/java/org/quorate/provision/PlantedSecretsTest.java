// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.model.Fencing;
import org.quorate.model.OsRelease;
import org.quorate.model.Scenario;
import org.quorate.model.SecretReference;
import org.quorate.provision.directory.ExportWriter;
import org.quorate.provision.form.Form;
import org.quorate.provision.form.Forms;
import org.quorate.provision.plan.ProvisioningPlan;

/** Secrets lie in the environment, in files and behind a vault's program while exports are made: none is in any byte. */
class PlantedSecretsTest {

    private static final String PLANTED = "Planted-4f1c";
    /** It takes seconds. */
    private static final long EXPORT_MINUTES = 10;

    /** Runs in a process of its own, with the secrets in its environment: writes exports into a directory. */
    static final class Exporter {

        private Exporter() {
        }

        public static void main(String[] arguments) throws IOException {
            Path dir = Path.of(arguments[0]);
            if (!System.getenv("CHAP_SECRET").startsWith(PLANTED)) {
                throw new IllegalStateException("no secret is planted");
            }
            int number = 0;
            for (OsRelease os : List.of(OsRelease.UBUNTU_18_04, OsRelease.DEBIAN_12, OsRelease.RHEL_9, OsRelease.ORACLE_9, OsRelease.SLES_15)) {
                for (SecretReference reference : List.of(new SecretReference(SecretReference.Kind.ENV, "CHAP_SECRET"),
                        new SecretReference(SecretReference.Kind.FILE, dir.resolve("secret").toString()),
                        new SecretReference(SecretReference.Kind.VAULT, "kv/cluster#chap"))) {
                    for (Fencing.Agent agent : List.of(Fencing.Agent.IPMILAN, Fencing.Agent.XVM)) {
                        Scenario scenario = Change.of(new Scenarios().os(os).chap(true).fencing(agent).build(), "lun.chap.secret", reference);
                        for (int i = 0; i < scenario.cluster().nodes().size(); i++) {
                            scenario = Change.of(scenario, "cluster.fencing.devices." + i + ".password", reference);
                        }
                        for (String label : List.of(Scenarios.OCFS2, Scenarios.GFS2)) {
                            if (Provisioning.plan(scenario, label) instanceof ProvisioningPlan plan) {
                                for (Form form : Form.values()) {
                                    ExportWriter.write(Forms.of(plan, form, "1"), dir.resolve("exports").resolve("e" + number++), false);
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    @Test
    void noByteOfAnyExportIsASecret(@TempDir Path dir) throws Exception {
        Files.writeString(dir.resolve("secret"), PLANTED + "-file\n");
        Files.writeString(Files.createDirectory(dir.resolve("bin")).resolve("vault"), "#!/bin/sh\necho " + PLANTED + "-vault\n");
        assertTrue(dir.resolve("bin/vault").toFile().setExecutable(true));
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Exporter.class.getName(), dir.toString());
        for (String name : List.of("CHAP_SECRET", "FENCE_NODE1", "FENCE_NODE2", "FENCE_NODE3", "XVM_KEY", "VAULT_TOKEN", "PASSWORD")) {
            builder.environment().put(name, PLANTED + "-" + name.toLowerCase(Locale.ROOT));
        }
        builder.environment().put("PATH", dir.resolve("bin") + ":" + System.getenv("PATH"));
        Process process = builder.redirectErrorStream(true).redirectOutput(dir.resolve("output").toFile()).start();
        if (!process.waitFor(EXPORT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("no end after " + EXPORT_MINUTES + " minutes:\n" + Files.readString(dir.resolve("output")));
        }
        assertEquals(0, process.exitValue(), Files.readString(dir.resolve("output")));
        List<String> forms = new ArrayList<>();
        for (String part : List.of(PLANTED, "-file", "-vault")) {
            // As it is, and as a program may have written it: Base64 at each of its three offsets, hexadecimal.
            byte[] bytes = (part.equals(PLANTED) ? PLANTED : PLANTED + part).getBytes(StandardCharsets.UTF_8);
            forms.add(new String(bytes, StandardCharsets.UTF_8));
            forms.add(HexFormat.of().formatHex(bytes));
            for (int offset = 0; offset < 3; offset++) {
                byte[] shifted = new byte[bytes.length + offset];
                System.arraycopy(bytes, 0, shifted, offset, bytes.length);
                String base64 = Base64.getEncoder().encodeToString(shifted);
                forms.add(base64.substring(4, base64.length() - 4));
            }
        }
        int files = 0;
        try (Stream<Path> all = Files.walk(dir.resolve("exports"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                forms.forEach(form -> assertFalse(bytes.contains(form), form + " is in " + file));
                files++;
            }
        }
        assertTrue(files > 1000, "only " + files + " files");
        assertFalse(Files.readString(dir.resolve("output")).contains(PLANTED), "a secret was printed");
    }
}
