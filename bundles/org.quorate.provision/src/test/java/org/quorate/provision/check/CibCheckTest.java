// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.OsRelease;
import org.quorate.model.Scenario;
import org.quorate.provision.Change;
import org.quorate.provision.Scenarios;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.site.Site;

/** Pacemaker's configuration as crmsh's text; the one as pcs commands is in {@link MutationTest}. */
class CibCheckTest {

    /** Single faults of crmsh's text: those that crmsh itself accepts, too. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "stonith-enabled=true | stonith-enabled=false", "no-quorum-policy=freeze | no-quorum-policy=ignore",
        "interleave=true | interleave=false", "on-fail=fence | on-fail=restart", "pcmk_host_list=node2 | pcmk_host_list=node1",
        "fence-node1 -inf: node1 | fence-node1 -inf: node2", "password_script= | password=", "fstype=ocfs2 | fstype=ext4",
        "device=/dev/disk/by-id/wwn-0x6001405a1b2c3d4e5f60718293a4b5c6 | device=/dev/sdb",
        "Mandatory: locking-clone volume-clone | Mandatory: volume-clone locking-clone",
        "inf: volume-clone locking-clone | inf: locking-clone volume-clone",
        "ocf:pacemaker:controld | ocf:heartbeat:controld", "group volume volume-fs | group volume volume-lv",
        "cib-bootstrap-options: | other-options:"})
    void aFaultInCrmshsTextIsFound(String right, String wrong) {
        Scenario scenario = Change.of(new Scenarios().os(OsRelease.SLES_15).nodes(3).build(), "fileSystems.0.stack", Ocfs2Spec.Stack.PCMK);
        Site site = Site.of(scenario, scenario.fileSystems().get(0));
        List<GeneratedFile> files = Scenarios.plan(scenario, Scenarios.OCFS2).files();
        assertEquals(List.of(), cibFaults(site, files));
        List<GeneratedFile> changed = files.stream().map(f -> f.path().endsWith(".crm")
                ? GeneratedFile.text(f.path(), f.content().replace(right, wrong)) : f).toList();
        assertFalse(changed.equals(files), right);
        assertFalse(cibFaults(site, changed).isEmpty(), wrong);
    }

    private static List<String> cibFaults(Site site, List<GeneratedFile> files) {
        Exported exported = new Exported(site, files);
        CibCheck.check(exported);
        return exported.faults();
    }
}
