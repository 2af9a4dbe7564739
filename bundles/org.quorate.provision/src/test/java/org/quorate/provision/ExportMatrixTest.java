// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.model.Fencing;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Scenario;
import org.quorate.provision.directory.ExportWriter;
import org.quorate.provision.plan.Checksums;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.Refused;
import org.quorate.provision.platform.Platform;
import org.quorate.provision.platform.Stack;

/**
 * Every supported row of the table (provisioning reference 1.0), with 2, 3 and 5 nodes, with and without multipath, CHAP,
 * PHP and a quorum device, with each fence agent: checked by the real tools (reference, section 4), each pair of these in
 * every build, the whole product by {@code ./verify --full}. Debian 12's corosync is version 3 and cannot read files for
 * version 2, of Ubuntu 16.04, 18.04 and SLES 15: our own strict reader, which no plan passes with a fault, and golden files
 * stand in for it.
 */
class ExportMatrixTest {

    /** One export to be: the columns of the product. */
    private record Choice(Platform platform, Stack stack, int nodes, boolean multipath, boolean chap, boolean php,
            Fencing.Agent agent, boolean quorumDevice) {

        /** The rules of the product, said again: which of its rows are exported. */
        boolean isAllowed() {
            if (!stack.hasPacemaker()) {
                return agent == Fencing.Agent.IPMILAN && !quorumDevice; // o2cb has neither
            }
            boolean fits = switch (agent) {
                case SCSI -> !multipath;
                case MPATH -> multipath;
                case SBD -> nodes > 2 || quorumDevice;
                case IPMILAN, XVM, REDFISH, VMWARE_REST -> true;
            };
            return fits && platform.supports(agent) && (!quorumDevice || platform != Platform.UBUNTU_16_04);
        }

        Scenario scenario() {
            Scenarios scenarios = new Scenarios().os(platform.release()).nodes(nodes).multipath(multipath).chap(chap)
                    .php(php).fencing(agent);
            if (quorumDevice) {
                scenarios.quorumDevice("arbiter.example.org");
            }
            return stack == Stack.OCFS2_PCMK
                    ? Change.of(scenarios.build(), "fileSystems.0.stack", Ocfs2Spec.Stack.PCMK) : scenarios.build();
        }

        String label() {
            return stack == Stack.GFS2 ? Scenarios.GFS2 : Scenarios.OCFS2;
        }

        String directory() {
            return (platform + "-" + stack + "-" + nodes + (multipath ? "-mp" : "") + (chap ? "-chap" : "")
                    + (php ? "-php" : "") + (stack.hasPacemaker() ? "-" + agent : "") + (quorumDevice ? "-qd" : ""))
                    .toLowerCase(Locale.ROOT);
        }
    }

    private static final List<Map.Entry<Platform, Stack>> ROWS = rows();

    private static List<Map.Entry<Platform, Stack>> rows() {
        List<Map.Entry<Platform, Stack>> rows = new ArrayList<>();
        for (Platform platform : Platform.values()) {
            platform.stacks().forEach(stack -> rows.add(Map.entry(platform, stack)));
        }
        return rows;
    }

    private static Choice choice(int[] row) {
        Map.Entry<Platform, Stack> entry = ROWS.get(row[0]);
        return new Choice(entry.getKey(), entry.getValue(), new int[] {2, 3, 5}[row[1]], row[2] == 1, row[3] == 1, row[4] == 1,
                Fencing.Agent.values()[row[5]], row[6] == 1);
    }

    private static List<int[]> product(boolean allowed) {
        return Pairs.product(new int[] {ROWS.size(), 3, 2, 2, 2, Fencing.Agent.values().length, 2},
                row -> choice(row).isAllowed() == allowed);
    }

    @Test
    void theChosenRowsHoldEveryPair() {
        List<int[]> product = product(true);
        List<int[]> chosen = Pairs.of(product);
        Set<Long> wanted = new HashSet<>();
        product.forEach(row -> wanted.addAll(Pairs.pairs(row)));
        Set<Long> held = new HashSet<>();
        chosen.forEach(row -> held.addAll(Pairs.pairs(row)));
        assertEquals(wanted, held);
        // The pairs are those of the rules above: what these must not leave out is said here.
        assertEquals(18, ROWS.size());
        assertEquals(18, chosen.stream().mapToInt(row -> row[0]).distinct().count());
        assertEquals(Fencing.Agent.values().length, chosen.stream().mapToInt(row -> row[5]).distinct().count());
        assertTrue(chosen.size() < product.size() / 10, chosen.size() + " of " + product.size());
    }

    @Test
    void whatIsNotAllowedIsRefused() {
        Map<Stack, Integer> refusals = new EnumMap<>(Stack.class);
        for (int[] row : product(false)) {
            Choice choice = choice(row);
            if (choice.stack().hasPacemaker()) {
                Refused refused = assertInstanceOf(Refused.class, Provisioning.plan(choice.scenario(), choice.label()),
                        choice.toString());
                assertFalse(refused.reasons().toString().contains("fault of Quorate"), refused.toString());
                refusals.merge(choice.stack(), 1, Integer::sum);
            }
        }
        assertEquals(Stream.of(Stack.values()).filter(Stack::hasPacemaker).collect(Collectors.toSet()), refusals.keySet());
    }

    @Test
    void everyPairPassesTheTools(@TempDir Path dir) throws Exception {
        checkAll(Pairs.of(product(true)).stream().map(ExportMatrixTest::choice).toList(), dir, "lines");
    }

    /** Of the whole product, those exports that hold a file which no former one held. */
    @Test
    @Tag("long")
    void everythingInTheProductPassesTheTools(@TempDir Path dir) throws Exception {
        Set<String> seen = new HashSet<>();
        List<Choice> chosen = new ArrayList<>();
        for (int[] row : product(true)) {
            boolean news = false;
            for (GeneratedFile file : Scenarios.plan(choice(row).scenario(), choice(row).label()).files()) {
                // Read by people, or different in each export and read by bash, which reads it in each.
                boolean own = file.path().endsWith(".md") || file.path().equals("settings.sh")
                        || file.path().equals("SHA256SUMS");
                news |= !own && seen.add(file.path() + Checksums.sha256(file.content()));
            }
            if (news) {
                chosen.add(choice(row));
            }
        }
        checkAll(chosen, dir, "contents");
    }

    private static void checkAll(List<Choice> choices, Path dir, String mode) throws Exception {
        Map<String, ProvisioningPlan> plans = new LinkedHashMap<>();
        for (Choice choice : choices) {
            plans.put(choice.directory(), Scenarios.plan(choice.scenario(), choice.label()));
        }
        assertEquals(choices.size(), plans.size());
        check(plans, dir, "shell shellcheck shfmt checksums needrestart marks modes units php fpm iscsi multipath"
                + " o2cb mkfs.ocfs2 fstab corosync cib crmsh simulate fencing mkfs.gfs2 lvm", mode);
    }

    private static void check(Map<String, ProvisioningPlan> plans, Path dir, String expected, String mode) throws Exception {
        for (Map.Entry<String, ProvisioningPlan> each : plans.entrySet()) {
            ExportWriter.write(each.getValue(), dir.resolve(each.getKey()), false);
        }
        DebianRoot.Result result = DebianRoot.passes(dir, 0, "check-exports.sh", mode);
        for (String name : plans.keySet()) {
            assertTrue(result.output().contains("passed " + name + "\n"), result.output());
        }
        for (String tool : expected.split(" ")) {
            assertTrue(result.output().contains("ok " + tool + " "), "the tool was not used: " + tool + "\n" + result.output());
        }
    }
}
