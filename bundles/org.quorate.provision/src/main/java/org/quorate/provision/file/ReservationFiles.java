// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quorate.model.Node;
import org.quorate.model.Reservations;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.site.Site;
import org.quorate.provision.text.Resources;
import org.quorate.provision.text.Shell;

/**
 * Persistent reservations for an application that does its own locking (reference 1.5; 2, number 22): a program on each node,
 * its values, and the unit that registers before the cluster starts. Pure functions, thread-safe.
 */
public final class ReservationFiles {

    public static final String PROGRAM = "/usr/local/sbin/quorate-reservation";
    private static final String VALUES = "/etc/quorate/reservation";
    private static final String UNIT = "/etc/systemd/system/quorate-reservation.service";

    private ReservationFiles() {
    }

    /** What the step installs, in this order. */
    public static List<String> paths() {
        return List.of(PROGRAM, VALUES, UNIT);
    }

    static List<GeneratedFile> of(Site site) {
        Reservations reservations = site.lun().reservations().orElseThrow();
        List<GeneratedFile> files = new ArrayList<>();
        files.add(GeneratedFile.onEveryNode(PROGRAM, "0755", Resources.text("quorate-reservation.sh")));
        for (Node node : site.nodes()) {
            files.add(GeneratedFile.onNode(node.name(), VALUES, "0644", values(site, reservations, node)));
        }
        files.add(GeneratedFile.onEveryNode(UNIT, "0644", unit(site)));
        return files;
    }

    private static String values(Site site, Reservations reservations, Node node) {
        return new Shell().comment("shellcheck shell=bash disable=SC2034").comment("Read by quorate-reservation.")
                .set("DEVICE", site.device())
                .set("MULTIPATH", site.lun().multipath() ? "yes" : "no")
                .set("PATH_COUNT", site.lun().portals().size())
                .set("KEY", site.applicationKey(node))
                .set("KEYS", site.nodes().stream().map(each -> site.applicationKey(each)).toList())
                .set("TYPE", reservations.type().code())
                .set("APTPL", reservations.throughPowerLoss() ? "yes" : "no").toString();
    }

    /** Nothing that writes to the LUN starts where the key is not registered. */
    private static String unit(Site site) {
        String before = site.stack().hasPacemaker() ? "pacemaker.service" : site.platform().o2cbUnits().get(0);
        return """
                [Unit]
                Description=This node's key for the persistent reservation of the LUN
                After=open-iscsi.service iscsi.service multipathd.service
                Before=%s remote-fs-pre.target

                [Service]
                Type=oneshot
                RemainAfterExit=yes
                ExecStart=%s boot
                ExecStart=-%s reserve

                [Install]
                WantedBy=multi-user.target
                RequiredBy=%s
                """.formatted(before, PROGRAM, PROGRAM, before);
    }

    /** Keys by node, for people. */
    public static Map<String, String> plan(Site site) {
        return site.nodes().stream().collect(Collectors.toMap(Node::name, node -> site.applicationKey(node), (a, b) -> a, LinkedHashMap::new));
    }
}
