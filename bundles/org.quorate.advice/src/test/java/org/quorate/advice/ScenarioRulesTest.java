// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that need no run: each fires where it must, and not on a near design. */
class ScenarioRulesTest {

    /**
     * Two designs that differ in little.
     *
     * @param rule  that is tried
     * @param fires edits of the calm scenario after which it has something to say
     * @param calm  edits after which it has not
     */
    record Case(String rule, String fires, String calm) {
    }

    private static final String MIX = "workload.phases[0].mix=[{operation: create, fileSet: files}, ";
    private static final String TWO = "cluster.nodes=[{name: node1, address: 10.0.0.1}, {name: node2, address: 10.0.0.2}]";
    private static final String ONE = "cluster.nodes=[{name: node1, address: 10.0.0.1}]";

    static Stream<Case> cases() {
        return Stream.of(safety(), workload(), format(), timers(), others()).flatMap(List::stream);
    }

    private static List<Case> safety() {
        return List.of(
                new Case("fencing", "cluster.fencing=", ""),
                new Case("fencing", "cluster.fencing= | fileSystems=[{type: ocfs2, stack: pcmk}]", "cluster.fencing= | fileSystems=[{type: ocfs2}]"),
                new Case("fencing", "lun.multipath=true | cluster.fencing.agent=scsi", "lun.multipath=true | cluster.fencing.agent=mpath"),
                new Case("fencing", "cluster.fencing.agent=mpath", "cluster.fencing.agent=scsi"),
                new Case("fencing", "cluster.waitForFencing=false", "cluster.waitForFencing=false | fileSystems=[{type: ocfs2}]"),
                new Case("fencing", "cluster.fencing={agent: redfish, devices: [{node: node1, address: bmc1, user: u, password: 'env:P'}]}",
                        "cluster.fencing= | " + ONE),
                new Case("shared-local-file-system", "fileSystems=[{type: xfs, shared: true}]", "fileSystems=[{type: xfs, shared: false}]"),
                new Case("reservations", "lun.reservations={type: write-exclusive}", "lun.reservations={type: write-exclusive-registrants-only}"),
                new Case("reservations", "lun.reservations={type: write-exclusive-registrants-only} | cluster.fencing.agent=scsi",
                        "cluster.fencing.agent=scsi"),
                new Case("fencing", "cluster.fencing=", "lun.reservations={type: write-exclusive}"),
                new Case("shared-local-file-system", "fileSystems=[{type: xfs, shared: true}]",
                        "fileSystems=[{type: xfs}] | lun.reservations={type: write-exclusive}"),
                new Case("volatile-cache", "lun.device=sata-ssd", ""),
                new Case("volatile-cache", "lun.device=disk-7200", "lun.device=disk-7200 | fileSystems[0].barrier=true"),
                new Case("volatile-cache", "lun.device=sata-ssd | fileSystems=[{type: gfs2, barrier: false}]", "lun.device=hybrid-array"),
                new Case("node-local-locks", MIX + "{operation: fcntl, fileSet: files, access: any}]",
                        MIX + "{operation: fcntl, fileSet: files, access: own}]"),
                new Case("node-local-locks", MIX + "{operation: fcntl, fileSet: files, access: first, nodes: [node1, node2]}]",
                        MIX + "{operation: fcntl, fileSet: files, access: first, nodes: [node1]}]"),
                new Case("node-local-locks", MIX + "{operation: fcntl, fileSet: files, access: any}]",
                        MIX + "{operation: flock, fileSet: files, access: any}]"),
                new Case("node-local-locks", MIX + "{operation: fcntl, fileSet: files, access: any}]",
                        MIX + "{operation: fcntl, fileSet: files, access: any}] | fileSystems[0].stack=pcmk"),
                new Case("two-nodes", TWO, TWO + " | cluster.quorumDevice=arbiter"),
                new Case("two-nodes", TWO, TWO + " | fileSystems=[{type: ocfs2}]"));
    }

    private static List<Case> workload() {
        String each = MIX + "{operation: readdir, fileSet: files, access: any}]";
        return List.of(
                new Case("flat-directory", each + " | workload.fileSets[0].files=46500", each + " | workload.fileSets[0].files=45000"),
                new Case("flat-directory", each + " | workload.fileSets[0]={name: files, files: 1501, layout: shared}",
                        "workload.fileSets[0]={name: files, files: 130000, layout: shared}"),
                new Case("flat-directory", "workload.fileSets[0]={name: files, files: 130001, layout: shared}",
                        "workload.fileSets[0]={name: files, files: 130001, layout: private}"),
                new Case("statfs-storm", MIX + "{operation: statfs, fileSet: files}]", "workload.phases[0].mix=[{operation: read, fileSet: files}, "
                        + "{operation: statfs, fileSet: files}]"),
                new Case("statfs-storm", MIX + "{operation: statfs, fileSet: files, nodes: [node2]}] | workload.phases[0].mix[0].nodes=[node1]",
                        MIX + "{operation: statfs, fileSet: files, nodes: [node1]}] | workload.phases[0].mix[0].nodes=[node1]"),
                new Case("statfs-storm", MIX + "{operation: statfs, fileSet: files}] | fileSystems=[{type: gfs2, statfsQuantum: 0 s}]",
                        MIX + "{operation: statfs, fileSet: files}] | fileSystems=[{type: gfs2}]"),
                new Case("access-times", "fileSystems=[{type: gfs2, strictatime: true}]", "fileSystems=[{type: gfs2, noatime: true}]"),
                new Case("access-times", "fileSystems[0].noatime=false", "fileSystems[0].noatime=false | workload.phases[0].mix=[{operation: create,"
                        + " fileSet: files}]"),
                new Case("create-race", "workload.fileSets[0].made=on-use", ""),
                new Case("create-race", MIX + "{operation: session, fileSet: files, access: any, size: 2 KiB}]",
                        MIX + "{operation: session, fileSet: files, access: own, size: 2 KiB}]"),
                new Case("create-race", "workload.fileSets[0].made=on-use", "workload.fileSets[0].made=on-use | fileSystems=[{type: gfs2}]"),
                new Case("php-sessions", MIX + "{operation: session, fileSet: files, access: zipf, size: 2 KiB}]",
                        MIX + "{operation: session, fileSet: files, access: zipf, size: 2 KiB, nodes: [node2]}]"),
                new Case("php-sessions", "workload.phases[0].mix=[{operation: session, fileSet: files, size: 2 KiB}] |"
                        + " workload.phases[0].routing=round-robin", "workload.phases[0].mix=[{operation: session, fileSet: files, size: 2 KiB}] |"
                        + " workload.phases[0].routing=sticky"),
                new Case("backup-node", MIX + "{operation: stat, fileSet: files, access: each, nodes: [node3]}]",
                        MIX + "{operation: stat, fileSet: files, access: any, nodes: [node3]}]"),
                new Case("backup-node", "initialState={caches: warm, by: node3}", "initialState={caches: warm}"));
    }

    private static List<Case> format() {
        return List.of(
                new Case("spare-slots", "fileSystems[0].slots=3", "fileSystems[0].slots=4"),
                new Case("spare-slots", "fileSystems[1].journals=3", "fileSystems[1].journals=4"),
                new Case("journal-size", "fileSystems[0].journal=32 MiB", "fileSystems[0].journal=64 MiB"),
                new Case("journal-size", "fileSystems[0].journal=32 MiB", "fileSystems[0].journal=32 MiB | workload.phases[0].mix=[{operation: write,"
                        + " fileSet: files, access: any}]"),
                new Case("journal-size", "fileSystems[1].journal=64 MiB", "fileSystems[1].journal=128 MiB"),
                new Case("resource-groups", "lun.size=4 GiB | fileSystems[1].resourceGroup=2 GiB", "lun.size=4 GiB"),
                new Case("resource-groups", "lun.size=8 TiB", "lun.size=2 TiB"),
                new Case("resource-groups", "lun.size=30 TiB | fileSystems[1].resourceGroup=512 MiB", "lun.size=30 TiB | fileSystems[1].resourceGroup=2 GiB"));
    }

    private static List<Case> timers() {
        return List.of(
                new Case("heartbeat-multipath", "lun.multipath=true | cluster.fencing.agent=mpath | fileSystems[0].heartbeatThreshold=26",
                        "fileSystems[0].heartbeatThreshold=26"),
                new Case("heartbeat-multipath", "lun.multipath=true", "lun.multipath=true | fileSystems[0].heartbeatThreshold=61"),
                // (61 - 1) * 2 s = 120 s
                new Case("heartbeat-multipath", "lun.multipath=true | fileSystems[0].heartbeatThreshold=61 | lun.pathTimeout=120 s",
                        "lun.multipath=true | fileSystems[0].heartbeatThreshold=61 | lun.pathTimeout=115 s"),
                new Case("heartbeat-multipath", "lun.multipath=true", "lun.multipath=true | fileSystems[0].stack=pcmk"),
                // 2.2 tokens, the second of them for two nodes: 2.2 * 2 s = 4.4 s; of three nodes 2.2 * 2.65 s = 5.8 s, of four 7.3 s.
                new Case("switch-convergence", "cluster.token=2 s", "cluster.token=2.1 s"),
                new Case("switch-convergence", TWO + " | cluster.token=2.7 s", TWO + " | cluster.token=2.8 s"),
                new Case("switch-convergence", "cluster.token=1 s", "cluster.token=1 s | fileSystems=[{type: ocfs2}]"),
                new Case("switch-convergence", "fileSystems[0].idleTimeout=5 s", "fileSystems[0].idleTimeout=6 s"));
    }

    private static List<Case> others() {
        String reads = "workload.phases[0].mix=[{operation: read, weight: 90, fileSet: files, access: any}, ";
        StringBuilder nodes = new StringBuilder("cluster.nodes=[");
        for (int i = 1; i <= 17; i++) {
            nodes.append(i == 1 ? "" : ", ").append("{name: n").append(i).append(", address: 10.0.1.").append(i).append('}');
        }
        String sixteen = nodes.substring(0, nodes.lastIndexOf(", {")) + "]";
        return List.of(
                new Case("network-file-system", reads + "{operation: write, weight: 10, fileSet: files}]",
                        reads + "{operation: write, weight: 11, fileSet: files}]"),
                new Case("network-file-system", reads + "{operation: create, weight: 10, fileSet: files}]",
                        reads + "{operation: create, weight: 10, fileSet: files, fsync: true}]"),
                new Case("network-file-system", reads + "{operation: stat, weight: 10, fileSet: files}]",
                        reads + "{operation: flock, weight: 1, fileSet: files, access: any}]"),
                new Case("long-round-trip", "cluster.interconnect.roundTrip=2.1 ms", "cluster.interconnect.roundTrip=2 ms"),
                new Case("node-limit", nodes + "]", sixteen),
                new Case("node-limit", nodes + "]", nodes + "] | fileSystems=[{type: ocfs2}]"),
                new Case("local-file-system", "workload={fileSets: [{name: own, files: 30, layout: private}], phases: [{name: p, duration: 1 s,"
                        + " mix: [{operation: write, fileSet: own}]}]}",
                        "workload={fileSets: [{name: own, files: 30, layout: private}], phases: [{name: p, duration: 1 s,"
                        + " mix: [{operation: write, fileSet: own, access: next}]}]}"),
                new Case("local-file-system", "workload.phases[0].nodes=[node2]", "workload.phases[0].nodes=[node2, node3]"),
                new Case("local-file-system", ONE, ONE + " | fileSystems=[{type: ocfs2, stack: local}]"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRuleFiresWhereItMustAndNotNearby(Case tried) {
        List<Finding> found = Design.calm().with(tried.fires()).findings(tried.rule());
        assertFalse(found.isEmpty(), "nothing was found");
        assertEquals(List.of(), Design.calm().with(tried.calm()).findings(tried.rule()));
    }

    /** What it proposes is valid, keeps all else, and answers the finding. */
    @ParameterizedTest
    @MethodSource("cases")
    void aQuickFixAnswersItsFinding(Case tried) {
        Design design = Design.calm().with(tried.fires());
        for (Finding finding : design.findings(tried.rule())) {
            if (finding.fix().isPresent()) {
                Design fixed = design.with(finding.fix().get());
                assertFalse(fixed.findings(tried.rule()).stream().anyMatch(left -> left.path().equals(finding.path())), "it is still there");
                assertTrue(fixed.document().text().contains("# No rule has anything to say about this"), "comments stay");
            }
        }
    }

    @Test
    void aFenceDelayBreaksATieIfItIsLongerThanFencingTakes() {
        String devices = ", devices: [{node: node1, address: 10.0.0.8, password: 'file:/etc/a'}, {node: node2, address: 10.0.0.9, password: 'file:/etc/b'}]}";
        assertEquals(List.of(Severity.HINT), severities(TWO + " | cluster.fencing={agent: ipmilan, delay: 10 s, duration: 5 s" + devices));
        assertEquals(List.of(Severity.WARNING), severities(TWO + " | cluster.fencing={agent: ipmilan, delay: 5 s, duration: 5 s" + devices));
        assertEquals(List.of(Severity.WARNING), severities(TWO + " | cluster.fencing={agent: sbd, delay: 60 s}"));
    }

    /** The power switch that is there stays, and only the wait is set. */
    @Test
    void aFixOfAnImpatientLockManagerLeavesTheFencingAsItIs() {
        Design design = Design.calm().with("cluster.waitForFencing=false");
        Finding finding = design.findings("fencing").get(0);
        assertEquals("Recovery does not wait for fencing", finding.title());
        assertEquals(Design.calm().document().scenario(), design.with(finding.fix().orElseThrow()).document().scenario());
    }

    /** Without a timeout of its own the exported one is five sixths of the dead time, which is soon enough; the recommendation is not met. */
    @Test
    void pathsThatTakeLongerThanTheHeartbeatAreGraver() {
        String paths = "lun.multipath=true | fileSystems[0].heartbeatThreshold=31";
        assertEquals(List.of(Severity.HINT), severities("heartbeat-multipath", paths));
        assertEquals(List.of(Severity.HINT), severities("heartbeat-multipath", paths + " | lun.pathTimeout=55 s"));
        assertEquals(List.of(Severity.WARNING), severities("heartbeat-multipath", paths + " | lun.pathTimeout=60 s"));
    }

    @Test
    void whoDoesNotSupportSoManyNodesIsTold() {
        StringBuilder nodes = new StringBuilder("{name: n1, address: 10.0.1.1}");
        for (int i = 2; i <= 33; i++) {
            nodes.append(", {name: n").append(i).append(", address: 10.0.1.").append(i).append('}');
        }
        String all = "cluster.nodes=[" + nodes + "]";
        String most = "cluster.nodes=[" + nodes.substring(0, nodes.lastIndexOf(", {name")) + "]";
        assertEquals(List.of("32 nodes, supported are at most 16 by Red Hat and 32 by SUSE"),
                Design.calm().with(most).findings("node-limit").stream().flatMap(finding -> finding.evidence().stream()).toList());
        assertEquals(List.of("33 nodes, supported are at most 32 by SUSE", "33 nodes, supported are at most 16 by Red Hat and 32 by SUSE"),
                Design.calm().with(all).findings("node-limit").stream().flatMap(finding -> finding.evidence().stream()).toList());
    }

    private static List<Severity> severities(String edits) {
        return severities("two-nodes", edits);
    }

    private static List<Severity> severities(String rule, String edits) {
        return Design.calm().with(edits).findings(rule).stream().map(Finding::severity).toList();
    }

    @Test
    void everyFindingHasWordsEvidenceAndAPlaceInTheScenario() {
        cases().forEach(tried -> {
            Design design = Design.calm().with(tried.fires());
            design.findings().forEach(finding -> {
                assertFalse(finding.title().endsWith("."), finding.title());
                assertTrue(finding.explanation().endsWith("."), finding.explanation());
                assertFalse(finding.evidence().isEmpty(), finding.title());
                finding.evidence().forEach(line -> assertFalse(line.isBlank() || line.endsWith("."), line));
                // Throws if the format has no such field.
                assertFalse(design.document().field(finding.path()).type().isEmpty(), finding.path());
            });
        });
    }

    @Test
    void everyRuleOfTheScenarioIsTried() {
        Set<String> tried = cases().map(Case::rule).collect(Collectors.toSet());
        assertEquals(Set.of(), new Adviser().rules().stream().filter(rule -> !rule.needsRun()).map(RuleInfo::id)
                .filter(id -> !tried.contains(id)).collect(Collectors.toSet()));
    }

    @Test
    void nobodyObjectsToTheCalmDesign() {
        assertEquals(List.of(), Design.calm().findings());
    }
}
