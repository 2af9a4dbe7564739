// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.model.Bytes;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.OsRelease;
import org.quorate.model.Scenario;
import org.quorate.provision.Change;
import org.quorate.provision.DebianRoot;
import org.quorate.provision.Provisioning;
import org.quorate.provision.Scenarios;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.ProvisioningResult;
import org.quorate.provision.plan.Refused;
import org.quorate.provision.site.Site;

/**
 * At each limit and just beyond, the rules of an export and the real mkfs agree; or the rule is stricter, and the reason is
 * here. Nothing that mkfs refuses is ever exported (provisioning reference, section 3).
 */
class MkfsLimitsTest {

    private enum Verdict { BOTH_TAKE, BOTH_REFUSE, ONLY_WE_REFUSE }

    /**
     * One set of options.
     *
     * @param what     for people; when only we refuse, why
     * @param scenario with the options
     * @param label    of its file system
     * @param dry      mkfs only plans: the volume is too large for this machine's memory
     */
    private record Case(Verdict verdict, String what, Scenario scenario, String label, boolean dry) {
    }

    private static final String OCFS2_BLOCK = "fileSystems.0.blockSize";
    private static final String GFS2_BLOCK = "fileSystems.1.blockSize";
    private static final String CLUSTER = "fileSystems.0.clusterSize";
    private static final String JOURNAL = "fileSystems.0.journal";

    private static Scenario base(Bytes size) {
        Scenario scenario = new Scenarios().os(OsRelease.DEBIAN_12).nodes(2).size(size).build();
        scenario = Change.of(Change.of(scenario, "fileSystems.0.slots", 2), JOURNAL, Bytes.mib(16));
        return Change.of(Change.of(Change.of(scenario, "fileSystems.1.journals", 2), "fileSystems.1.journal", Bytes.mib(8)),
                "fileSystems.1.resourceGroup", Bytes.mib(32));
    }

    private static Case ocfs2(Verdict verdict, String what, Bytes size, Object... changes) {
        return of(verdict, what, Scenarios.OCFS2, false, size, changes);
    }

    private static Case plannedOcfs2(Verdict verdict, String what, Bytes size, Object... changes) {
        return of(verdict, what, Scenarios.OCFS2, true, size, changes);
    }

    /** The size is that of the LUN; the logical volume on it is smaller. */
    private static Case gfs2(Verdict verdict, String what, Bytes size, Object... changes) {
        return of(verdict, what, Scenarios.GFS2, false, size, changes);
    }

    private static Case of(Verdict verdict, String what, String label, boolean dry, Bytes size, Object... changes) {
        Scenario scenario = base(size);
        for (int i = 0; i < changes.length; i += 2) {
            scenario = Change.of(scenario, (String) changes[i], changes[i + 1]);
        }
        return new Case(verdict, what, scenario, label, dry);
    }

    private static Bytes bytes(long value) {
        return new Bytes(value);
    }

    private static Bytes tib(long value) {
        return Bytes.gib(value << 10);
    }

    /** Both file systems take blocks of 512 bytes to 4 KiB. */
    private static List<Case> blockCases(String label, String field) {
        return Map.of(256, Verdict.BOTH_REFUSE, 512, Verdict.BOTH_TAKE, 4096, Verdict.BOTH_TAKE, 8192, Verdict.BOTH_REFUSE).entrySet().stream()
                .map(each -> of(each.getValue(), "block " + each.getKey(), label, false, Bytes.gib(1), field, bytes(each.getKey()))).toList();
    }

    private static List<Case> ocfs2Cases() {
        String slots = "fileSystems.0.slots";
        Bytes gib = Bytes.gib(1);
        return List.of(
                ocfs2(Verdict.ONLY_WE_REFUSE, "block 3000 is rounded without a word", gib, OCFS2_BLOCK, bytes(3000)),
                ocfs2(Verdict.BOTH_REFUSE, "cluster 2 KiB", gib, CLUSTER, Bytes.kib(2)),
                ocfs2(Verdict.BOTH_REFUSE, "cluster 3 KiB", gib, CLUSTER, Bytes.kib(3)),
                ocfs2(Verdict.BOTH_TAKE, "cluster 4 KiB", gib, CLUSTER, Bytes.kib(4)),
                ocfs2(Verdict.BOTH_TAKE, "cluster 1 MiB", gib, CLUSTER, Bytes.mib(1)),
                ocfs2(Verdict.BOTH_REFUSE, "cluster 2 MiB", gib, CLUSTER, Bytes.mib(2)),
                ocfs2(Verdict.BOTH_REFUSE, "no slots", gib, slots, 0),
                ocfs2(Verdict.ONLY_WE_REFUSE, "one slot for two nodes", gib, slots, 1),
                ocfs2(Verdict.BOTH_TAKE, "two slots", gib, slots, 2),
                plannedOcfs2(Verdict.BOTH_TAKE, "255 slots", Bytes.gib(16), slots, 255),
                plannedOcfs2(Verdict.BOTH_REFUSE, "256 slots", Bytes.gib(16), slots, 256),
                ocfs2(Verdict.BOTH_REFUSE, "journal 3 MiB", gib, JOURNAL, Bytes.mib(3)),
                ocfs2(Verdict.BOTH_TAKE, "journal 4 MiB", gib, JOURNAL, Bytes.mib(4)),
                ocfs2(Verdict.BOTH_REFUSE, "journal of 8 clusters", gib, JOURNAL, Bytes.mib(8), CLUSTER, Bytes.mib(1)),
                ocfs2(Verdict.BOTH_TAKE, "journal of 9 clusters", gib, JOURNAL, Bytes.mib(9), CLUSTER, Bytes.mib(1)),
                plannedOcfs2(Verdict.BOTH_TAKE, "journal 2 GiB", Bytes.gib(16), JOURNAL, Bytes.mib(2048)),
                plannedOcfs2(Verdict.ONLY_WE_REFUSE, "journal above 2 GiB: 32 bits of it wrap at 4 GiB", Bytes.gib(16), JOURNAL, Bytes.mib(2049)),
                ocfs2(Verdict.BOTH_REFUSE, "journals without room for a file", Bytes.mib(14), JOURNAL, Bytes.mib(4)),
                ocfs2(Verdict.ONLY_WE_REFUSE, "a volume with hardly a file in it", Bytes.mib(23), JOURNAL, Bytes.mib(4)),
                ocfs2(Verdict.BOTH_TAKE, "the least volume", Bytes.mib(24), JOURNAL, Bytes.mib(4)),
                ocfs2(Verdict.BOTH_TAKE, "the least volume with large clusters", Bytes.mib(36), JOURNAL, Bytes.mib(10), CLUSTER, Bytes.mib(1)),
                ocfs2(Verdict.BOTH_REFUSE, "too little beside large clusters", Bytes.mib(26), JOURNAL, Bytes.mib(10), CLUSTER, Bytes.mib(1)),
                ocfs2(Verdict.BOTH_TAKE, "journals of 80 %", Bytes.mib(80), slots, 16, JOURNAL, Bytes.mib(4)),
                ocfs2(Verdict.BOTH_REFUSE, "journals of more than all", Bytes.mib(60), slots, 16, JOURNAL, Bytes.mib(4)),
                ocfs2(Verdict.BOTH_TAKE, "cluster name of 16", gib, "cluster.name", "a234567890123456"),
                ocfs2(Verdict.ONLY_WE_REFUSE, "cluster name of 17 is cut on disk", gib, "cluster.name", "a2345678901234567"),
                ocfs2(Verdict.BOTH_REFUSE, "cluster name with a hyphen", gib, "cluster.name", "web-cluster"),
                ocfs2(Verdict.ONLY_WE_REFUSE, "label of 17: names of volume groups and lock tables are bound to it", gib, "lun.name", "x".repeat(17)),
                ocfs2(Verdict.BOTH_REFUSE, "label of 64", gib, "lun.name", "x".repeat(64)),
                plannedOcfs2(Verdict.BOTH_TAKE, "2^32 - 1 clusters of 4 KiB", bytes(tib(16).value() - 4096)),
                plannedOcfs2(Verdict.BOTH_REFUSE, "2^32 clusters of 4 KiB: mkfs crashes", tib(16)),
                plannedOcfs2(Verdict.ONLY_WE_REFUSE, "2^32 clusters and more: mkfs plans a volume of 1 TiB", tib(17)),
                plannedOcfs2(Verdict.BOTH_TAKE, "16 TiB of 8 KiB: journals with 64 bits", tib(16), CLUSTER, Bytes.kib(8)),
                plannedOcfs2(Verdict.BOTH_TAKE, "4095 TiB of 1 MiB", tib(4095), CLUSTER, Bytes.mib(1)),
                plannedOcfs2(Verdict.BOTH_REFUSE, "4096 TiB of 1 MiB", tib(4096), CLUSTER, Bytes.mib(1)));
    }

    private static List<Case> gfs2Cases() {
        String journal = "fileSystems.1.journal";
        String journals = "fileSystems.1.journals";
        String group = "fileSystems.1.resourceGroup";
        String table = "fileSystems.1.lockTable";
        Bytes gib = Bytes.gib(1);
        return List.of(
                gfs2(Verdict.BOTH_REFUSE, "block 3000", gib, GFS2_BLOCK, bytes(3000)),
                gfs2(Verdict.BOTH_REFUSE, "no journals", gib, journals, 0),
                gfs2(Verdict.ONLY_WE_REFUSE, "one journal for two nodes", gib, journals, 1),
                gfs2(Verdict.BOTH_TAKE, "two journals", gib, journals, 2),
                gfs2(Verdict.BOTH_REFUSE, "journal 7 MiB", gib, journal, Bytes.mib(7)),
                gfs2(Verdict.BOTH_TAKE, "journal 8 MiB", gib, journal, Bytes.mib(8)),
                gfs2(Verdict.BOTH_REFUSE, "journal 1025 MiB", Bytes.gib(16), journal, Bytes.mib(1025)),
                gfs2(Verdict.BOTH_REFUSE, "resource group 31 MiB", gib, group, Bytes.mib(31)),
                gfs2(Verdict.BOTH_TAKE, "resource group 32 MiB", gib, group, Bytes.mib(32)),
                gfs2(Verdict.BOTH_TAKE, "resource group 2048 MiB", gib, group, Bytes.mib(2048)),
                gfs2(Verdict.BOTH_REFUSE, "resource group 2049 MiB", gib, group, Bytes.mib(2049)),
                gfs2(Verdict.BOTH_TAKE, "journals of half the volume", Bytes.mib(129), journal, Bytes.mib(32)),
                gfs2(Verdict.BOTH_REFUSE, "journals of more than half the volume", Bytes.mib(128), journal, Bytes.mib(32)),
                gfs2(Verdict.BOTH_TAKE, "the least volume", Bytes.mib(33)),
                gfs2(Verdict.BOTH_REFUSE, "an extent less than the least volume", Bytes.mib(32)),
                gfs2(Verdict.BOTH_TAKE, "name of 16", gib, table, "webcluster:1234567890123456"),
                gfs2(Verdict.ONLY_WE_REFUSE, "name of 17 to 30: SLES and older tools take 16", gib, table, "webcluster:" + "x".repeat(30)),
                gfs2(Verdict.BOTH_REFUSE, "name of 31", gib, table, "webcluster:" + "x".repeat(31)),
                gfs2(Verdict.BOTH_REFUSE, "cluster of 33", gib, table, "x".repeat(33) + ":webdata"),
                gfs2(Verdict.ONLY_WE_REFUSE, "another cluster: every mount would be refused", gib, table, "other:webdata"),
                gfs2(Verdict.BOTH_REFUSE, "no colon", gib, table, "webdata"),
                gfs2(Verdict.BOTH_REFUSE, "two colons", gib, table, "webcluster:web:data"),
                gfs2(Verdict.BOTH_REFUSE, "a dot", gib, table, "webcluster:web.data"),
                gfs2(Verdict.BOTH_REFUSE, "no name", gib, table, "webcluster:"));
    }

    @Test
    void theRulesAgreeWithTheTools(@TempDir Path dir) throws Exception {
        List<Case> cases = new ArrayList<>(ocfs2Cases());
        cases.addAll(gfs2Cases());
        cases.addAll(blockCases(Scenarios.OCFS2, OCFS2_BLOCK));
        cases.addAll(blockCases(Scenarios.GFS2, GFS2_BLOCK));
        List<String> lines = new ArrayList<>();
        for (Case each : cases) {
            FileSystemSpec spec = each.scenario().fileSystems().stream().filter(s -> s.label().equals(each.label())).findFirst().orElseThrow();
            Site site = Site.of(each.scenario(), spec);
            long size = each.scenario().lun().size().value();
            lines.add(lines.size() + " mkfs." + each.label() + " " + (site.isGfs2() ? FormatRules.gfs2Volume(size) : size)
                    + (each.dry() ? " -n " : " ") + String.join(" ", site.mkfsOptions()));
        }
        Files.write(dir.resolve("limits"), lines);
        DebianRoot.Result result = DebianRoot.run(dir, "check-limits.sh");
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            Case each = cases.get(i);
            String start = "case " + i + " ";
            String line = result.output().lines().filter(l -> l.startsWith(start)).findFirst().orElseThrow(() -> new AssertionError(result.output()));
            boolean tool = line.startsWith(start + "0 ");
            ProvisioningResult plan = Provisioning.plan(each.scenario(), each.label());
            boolean ours = plan instanceof ProvisioningPlan;
            Verdict verdict = ours && tool ? Verdict.BOTH_TAKE : !ours && !tool ? Verdict.BOTH_REFUSE : ours ? null : Verdict.ONLY_WE_REFUSE;
            if (verdict != each.verdict()) {
                wrong.add(each.label() + " " + each.what() + ": " + (verdict == null ? "ONLY_MKFS_REFUSES" : verdict) + ", not " + each.verdict() + " ("
                        + line + "; " + (plan instanceof Refused refused ? refused.reasons() : "taken") + ")");
            }
        }
        assertEquals(List.of(), wrong);
    }
}
