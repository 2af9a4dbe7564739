// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.model.Scenario;
import org.quorate.provision.form.Form;
import org.quorate.provision.form.Forms;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.ProvisioningResult;
import org.quorate.provision.plan.Refused;
import org.quorate.provision.text.Quote;
import org.quorate.provision.text.Shell;

/** Names that are code somewhere: they are refused, or they are written and nothing of them runs. */
class HostileNamesTest {

    private static final List<String> HOSTILE = List.of("$(touch owned)", "`touch owned`", "'; touch owned; '",
            "\"; touch owned; \"", "a;touch owned", "a\ntouch owned", "a\rtouch owned", "a\0b", "a b", "-rf", "--help", "..",
            "../../etc/passwd", "a/../../b", "\\", "'", "\"", "%n%s", "${IFS}", "!x", "#x", "*", "~root", "a\tb", "{}", "<x>&",
            "x".repeat(300), "x".repeat(10_000), "/a".repeat(5000), "a/".repeat(5000) + "a", "a.".repeat(5000) + "a", "a-".repeat(5000) + "a", "n\u00f6de", "\u8282\u70b9", "\u202enode", "node\u2028x", "\ud83d\ude00", "\ud800", "");

    @Test
    void everyTextThatReachesAScriptIsRefusedWhenItIsHostile() {
        for (Scenario base : Scenarios.withEveryText()) {
            // Otherwise each change of them would be refused, too.
            List.of(Scenarios.OCFS2, Scenarios.GFS2).forEach(label -> Scenarios.plan(base, label));
            for (String path : Change.texts(base, "")) {
                for (String text : HOSTILE) {
                    for (String label : List.of(Scenarios.OCFS2, Scenarios.GFS2)) {
                        check(Change.of(base, path, text), label, path, text);
                    }
                }
            }
        }
    }

    private static void check(Scenario scenario, String label, String path, String text) {
        ProvisioningResult result = Provisioning.plan(scenario, label);
        if (result instanceof Refused refused) {
            refused.reasons().forEach(r -> assertTrue(r.length() < 400 && r.chars().noneMatch(c -> c < ' ' || c > '~'), r));
            return;
        }
        String where = path + " = " + text;
        List<GeneratedFile> files = new ArrayList<>();
        for (Form form : Form.values()) {
            files.addAll(Forms.of((ProvisioningPlan) result, form, "1").files());
        }
        for (GeneratedFile file : files) {
            if (!file.path().endsWith(".md") && !Scenarios.isProse(path) && text.length() > 1) {
                boolean harmless = text.matches("[A-Za-z0-9._-]*") || path.startsWith("fileSystems.");
                assertTrue(harmless || !file.content().contains(text), where + " is in " + file.path());
            }
            assertTrue(file.content().chars().noneMatch(c -> c == 0 || c == '\r' || c == '\u2028' || c == '\u202e'), where);
        }
    }

    @Test
    void whateverIsSetInTheShellComesBackAsItWas(@TempDir Path dir) throws Exception {
        Random random = new Random(1);
        Map<String, String> written = new LinkedHashMap<>();
        List<String> texts = new ArrayList<>(HOSTILE);
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(1 + random.nextInt(30), ' ', 0x250).forEach(text::appendCodePoint);
            texts.add(text.toString());
        }
        Shell shell = new Shell();
        for (String text : texts) {
            String name = "V" + written.size();
            if (text.chars().anyMatch(Character::isISOControl) || text.contains("\u2028") || !isPlain(text)) {
                assertThrows(IllegalArgumentException.class, () -> new Shell().set("V", text));
            } else {
                written.put(name, text);
                shell.set(name, text).set("A" + name.substring(1), List.of(text, "end"))
                        .set("M" + name.substring(1), Map.of(text.isEmpty() ? "k" : text, text));
            }
        }
        Files.writeString(dir.resolve("settings.sh"), shell.toString());
        StringBuilder program = new StringBuilder("set -eu; cd \"$1\"; . ./settings.sh\n");
        written.keySet().forEach(name -> {
            String number = name.substring(1);
            program.append("printf '%s\\0' \"$V").append(number).append("\" \"${A").append(number).append("[0]}\" \"${A")
                    .append(number).append("[1]}\" \"${M").append(number).append("[@]}\" >>out\n");
        });
        Files.writeString(dir.resolve("program.sh"), program.toString());
        DebianRoot.Result result = DebianRoot.execute(List.of("bash", dir.resolve("program.sh").toString(), dir.toString()), dir);
        assertEquals(0, result.code(), result.output());
        String[] back = Files.readString(dir.resolve("out")).split("\0", -1);
        int i = 0;
        for (String text : written.values()) {
            assertEquals(List.of(text, text, "end", text), List.of(back[i], back[i + 1], back[i + 1 + 1], back[i + 3]));
            i += 4;
        }
        assertFalse(Files.exists(dir.resolve("owned")), "something of a name ran");
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(c -> Character.isSurrogate((char) c));
    }

    @Test
    void otherFormatsTakeWhatTheyCanHoldAndRefuseTheRest() {
        assertEquals("\"/a b;c\"", Quote.ini("/a b;c"));
        assertEquals("/a\\040b\\134c", Quote.fstab("/a b\\c"));
        assertEquals("a\\.b\\-c \\<x\\>\\`\\|", Quote.markdown("a.b-c\n<x>`|"));
        for (String text : HOSTILE) {
            if (!text.matches("[A-Za-z0-9._:/-]+")) {
                assertThrows(IllegalArgumentException.class, () -> Quote.word(text), text);
            }
            if (text.contains("\"") || text.contains("$") || text.contains("\n") || text.contains("\\")) {
                assertThrows(IllegalArgumentException.class, () -> Quote.ini(text), text);
            }
        }
    }
}
