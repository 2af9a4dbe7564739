// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.model.Bytes;
import org.quorate.model.OsRelease;
import org.quorate.model.Scenario;
import org.quorate.provision.directory.ExportWriter;

/** The scripts at work, in the throw-away Debian root: on loop devices, as one node, over ssh on three. */
class NodeScriptsTest {

    private static void run(Scenario scenario, Path dir, String script, int atLeast) throws Exception {
        for (String label : List.of(Scenarios.OCFS2, Scenarios.GFS2)) {
            ExportWriter.write(Scenarios.plan(scenario, label), dir.resolve(label), false);
        }
        DebianRoot.passes(dir, atLeast, script);
    }

    @Test
    void nothingButTheBlankLunIsEverFormatted(@TempDir Path dir) throws Exception {
        Scenario scenario = new Scenarios().os(OsRelease.DEBIAN_12).size(Bytes.mib(320)).mountPoint("/volumes/shared").build();
        run(Scenarios.smallJournals(scenario, 4), dir, "check-guards.sh", 72);
    }

    @Test
    void theStepsOfANodeDoTheirWorkOnce(@TempDir Path dir) throws Exception {
        run(new Scenarios().os(OsRelease.DEBIAN_12).chap(true).build(), dir, "check-node.sh", 164);
    }

    @Test
    void aDryRunOnAPlainSystemGoesToTheEndAndChangesNothing(@TempDir Path dir) throws Exception {
        Path exports = dir.resolve("exports");
        ExportWriter.write(Scenarios.plan(new Scenarios().os(OsRelease.DEBIAN_12).nodes(2).multipath(true).build(), Scenarios.OCFS2),
                exports.resolve("ocfs2"), false);
        ExportWriter.write(Scenarios.plan(new Scenarios().os(OsRelease.DEBIAN_12).chap(true).quorumDevice("192.168.1.9").build(),
                Scenarios.GFS2), exports.resolve("gfs2"), false);
        DebianRoot.Result result = DebianRoot.passes(dir, 5 + 2, "check-plain.sh");
        assertEquals(5, result.lines("ok plan "), result.output());
        assertEquals(2, result.lines("ok provision "), result.output());
    }

    @Test
    void theOrchestratorWorksOverSsh(@TempDir Path dir) throws Exception {
        run(new Scenarios().os(OsRelease.DEBIAN_12).chap(true).quorumDevice("192.168.1.9").build(), dir, "check-cluster.sh", 60);
    }

    @Test
    void redHatsToolsDoWhatTheStepsAskOfThem(@TempDir Path dir) throws Exception {
        ExportWriter.write(Scenarios.plan(new Scenarios().os(OsRelease.RHEL_9).multipath(true).build(), Scenarios.GFS2),
                dir.resolve("gfs2"), false);
        ExportWriter.write(Scenarios.plan(new Scenarios().os(OsRelease.ORACLE_9).multipath(true).build(), Scenarios.OCFS2),
                dir.resolve("ocfs2"), false);
        DebianRoot.passes(dir, 31, "check-red-hat.sh");
    }
}
