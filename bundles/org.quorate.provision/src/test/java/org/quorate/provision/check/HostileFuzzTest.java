// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.check;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Scenario;
import org.quorate.provision.Change;
import org.quorate.provision.DebianRoot;
import org.quorate.provision.Provisioning;
import org.quorate.provision.Scenarios;
import org.quorate.provision.file.CommonFiles;
import org.quorate.provision.file.Ocfs2Files;
import org.quorate.provision.form.Form;
import org.quorate.provision.form.Forms;
import org.quorate.provision.pacemaker.PacemakerFiles;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.ProvisioningResult;
import org.quorate.provision.plan.Refused;
import org.quorate.provision.script.Settings;
import org.quorate.provision.site.Site;
import org.quorate.provision.step.Growth;
import org.quorate.provision.step.StepOrder;

/**
 * A hundred thousand hostile texts in every field of a scenario that reaches an export: they are refused, or every file has
 * them as data only. Repeatable: the seed is fixed, and a failure names its case.
 */
class HostileFuzzTest {

    private static final int CASES = 100_000;
    /** Fields that reach no file but the title of README.md; each of these cases makes a whole plan. */
    private static final int PROSE_EVERY = 200;
    private static final int BEHIND_THE_RULES = 2000;
    private static final List<String> EVIL = List.of("'", "\"", "\\", "$(touch owned)", "`touch owned`", "${IFS}", ";touch owned;",
            "\n", "\r\n", "\0", "\t", " ", "&&touch owned", "|touch owned", ">owned", "#", "!", "*", "~", "..", "/../", "-", "--", "-rf", "%s",
            "%n", "{{ lookup('pipe','touch owned') }}", "{%", "{", "}", "<", ">", "&amp;", "]]>", "\u00e4", "\u8282", "\u202e", "\u2028",
            "\u0000", "\u001b[2J", "\ud83d\ude00", "\ud800", "=", ":", ",", "[", "]", "@", "[www]", "# END quorate", "@STEPS@");

    private final Random random = new Random(20261128);

    /** What is right there, broken; or nothing but evil, up to 10 kB of it. */
    private String text(String right) {
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "" : right);
        int pieces = 1 + random.nextInt(3);
        for (int i = 0; i < pieces; i++) {
            String piece = random.nextInt(8) == 0 ? new String(Character.toChars(random.nextInt(0xd800))) : EVIL.get(random.nextInt(EVIL.size()));
            text.insert(random.nextInt(text.length() + 1), piece);
        }
        if (random.nextInt(50) == 0) {
            text.append((random.nextBoolean() ? "x" : "/a").repeat(5000));
        }
        return text.toString();
    }

    @Test
    void ofAHundredThousandHostileTextsNoneBecomesCode() {
        List<Scenario> bases = Scenarios.withEveryText();
        List<List<String>> paths = bases.stream().map(base -> Change.texts(base, "")).toList();
        int made = 0;
        Map<String, Integer> accepted = new HashMap<>();
        for (int i = 0; made < CASES; i++) {
            int which = i % bases.size();
            String path = paths.get(which).get(random.nextInt(paths.get(which).size()));
            if ((Scenarios.isProse(path) || path.endsWith(".label")) && random.nextInt(PROSE_EVERY) != 0) {
                continue;
            }
            made++;
            String text = text(Change.text(bases.get(which), path));
            String label = random.nextBoolean() && !path.endsWith(".lockTable") ? Scenarios.OCFS2 : Scenarios.GFS2;
            ProvisioningResult result = Provisioning.plan(Change.of(bases.get(which), path, text), label);
            String where = "case " + made + ": " + path + " = " + printable(text);
            if (result instanceof Refused refused) {
                // Not by the last line of defence: the rules must see it first.
                assertFalse(refused.reasons().stream().anyMatch(r -> r.contains("fault of Quorate")), where + " " + refused.reasons());
                refused.reasons().forEach(r -> assertTrue(r.length() < 400 && r.chars().noneMatch(c -> c < ' ' || c > '~'), where));
            } else {
                accepted.merge(path, 1, Integer::sum);
                for (Form form : Scenarios.isProse(path) ? Form.values() : new Form[] {Form.BASH}) {
                    Forms.of((ProvisioningPlan) result, form, "1").files().forEach(file -> assertData(file, path, text, where));
                }
            }
        }
        assertTrue(accepted.containsKey("title"), "the title takes any text: " + accepted);
    }

    private static void assertData(GeneratedFile file, String path, String text, String where) {
        boolean word = text.matches("[A-Za-z0-9._:/@#-]*");
        if (!word && !Scenarios.isProse(path) && !path.startsWith("fileSystems.")) {
            assertFalse(file.content().contains(text), where + " is in " + file.path());
        }
        if (file.path().endsWith(".json")) {
            assertDoesNotThrow(() -> new ObjectMapper().readTree(file.content()), where);
        }
        // The manifest has the title, as a string of JSON; README.md has it, with no markup.
        if (Scenarios.isProse(path) && !file.path().endsWith(".md") && !file.path().endsWith(".json") && text.contains("owned")) {
            assertFalse(file.content().contains(text), where + " is in " + file.path());
        }
        assertTrue(file.content().chars().noneMatch(c -> c == 0 || c == '\r' || c == 0x1b || c == '\u2028' || c == '\u202e'), where + " is in " + file.path());
    }

    /** The writers quote even what no rule has looked at: bash reads every value back as it was, or nothing was written. */
    @Test
    void behindTheRulesTheWritersQuoteOrRefuse(@TempDir Path dir) throws Exception {
        List<String> expected = new ArrayList<>();
        StringBuilder program = new StringBuilder("set -u; cd \"$1\" || exit\n");
        Map<String, String> variables = Map.of("cluster.name", "CLUSTER", "mountPoint", "MOUNT_POINT", "lun.iqn", "LUN_IQN",
                "lun.chap.user", "CHAP_USER", "application.owner", "OWNER", "cluster.quorumDevice", "QUORUM_DEVICE", "lun.portals.0", "LUN_PORTALS",
                "lun.name", "LUN_NAME");
        List<Scenario> bases = Scenarios.withEveryText();
        int refused = 0;
        for (int i = 0; i < BEHIND_THE_RULES; i++) {
            Scenario base = bases.get(i % 2);
            List<String> paths = Change.texts(base, "").stream().filter(p -> !Scenarios.isProse(p) && !p.startsWith("fileSystems.")).toList();
            String path = paths.get(random.nextInt(paths.size()));
            String text = text(Change.text(base, path));
            Scenario scenario = Change.of(base, path, text);
            FileSystemSpec spec = scenario.fileSystems().get(path.equals("cluster.quorumDevice") ? 1 : random.nextInt(2));
            try {
                Site site = Site.of(scenario, spec);
                String settings = Settings.of(site, StepOrder.of(site), Growth.of(site, StepOrder.of(site)), List.of()).toString();
                ShellReader.assignments(settings);
                if (variables.containsKey(path) && expected.size() < 300) {
                    String name = "s" + expected.size() + ".sh";
                    Files.writeString(dir.resolve(name), settings);
                    program.append("(. ./").append(name).append("; printf '%s\\0' \"$").append(variables.get(path)).append("\") >>out\n");
                    expected.add(text);
                }
                assertQuoted(site, path, text);
            } catch (IllegalArgumentException | NoSuchElementException e) {
                refused++; // by Quote, Shell, or as no WWID or fence device at all
            }
        }
        assertTrue(refused > BEHIND_THE_RULES / 2 && expected.size() > 250, refused + " refused, " + expected.size() + " read back");
        Files.writeString(dir.resolve("program.sh"), program.toString());
        DebianRoot.Result result = DebianRoot.execute(List.of("bash", dir.resolve("program.sh").toString(), dir.toString()), dir);
        assertEquals("", result.output());
        String[] back = Files.readString(dir.resolve("out")).split("\0", -1);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), back[i]);
        }
        assertFalse(Files.exists(dir.resolve("owned")), "something of a name ran");
    }

    /** Files without quoting hold plain words or were refused; in commands, what is no plain word is quoted. */
    private static void assertQuoted(Site site, String path, String text) {
        List<GeneratedFile> files = new ArrayList<>(CommonFiles.of(site));
        files.addAll(site.stack().hasPacemaker() ? PacemakerFiles.of(site) : Ocfs2Files.of(site, (Ocfs2Spec) site.spec()));
        boolean word = text.matches("[A-Za-z0-9._:/=,@+-]*");
        for (GeneratedFile file : files) {
            if (file.path().startsWith("cib/") && file.path().endsWith(".sh")) {
                ShellReader.commands(file.content());
            } else if (!word) {
                boolean ini = file.path().contains("zz-quorate") && file.content().contains("\"" + site.scenario().mountPoint());
                assertTrue(ini || !file.content().contains(text) || !text.contains("owned"), path + " = " + printable(text) + " is in " + file.path());
            }
        }
    }

    private static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars().limit(80).forEach(c -> shown.append(c >= ' ' && c <= '~' ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return shown.toString();
    }
}
