// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quorate.model.Fencing;
import org.quorate.model.Node;
import org.quorate.model.preset.DiskPatience;
import org.quorate.provision.site.Site;

/**
 * A strict reader of multipath.conf: multipath's own test has the exit code 0 whatever it finds, and takes a WWID that
 * does not exist and a queue without end (provisioning reference 1.7 and 4). Not thread-safe.
 */
final class MultipathCheck {

    private static final String TARGET = "/etc/multipath.conf";
    private static final Map<String, Set<String>> KEYS = Map.of(
            "defaults", Set.of("user_friendly_names", "find_multipaths", "polling_interval", "no_path_retry", "reservation_key"),
            "blacklist", Set.of("wwid"),
            "blacklist_exceptions", Set.of("wwid"),
            "multipaths", Set.of(),
            "multipaths.multipath", Set.of("wwid", "alias"));

    private final Exported exported;
    private final String path;
    private final List<String> values = new ArrayList<>();

    private MultipathCheck(Exported exported, String path) {
        this.exported = exported;
        this.path = path;
    }

    static void check(Exported exported) {
        Site site = exported.site();
        boolean fenced = site.fenceAgent().filter(a -> a == Fencing.Agent.MPATH).isPresent();
        if (fenced || site.lun().reservations().isPresent()) {
            for (Node node : site.nodes()) {
                String key = fenced ? Site.reservationKey(node) : site.applicationKey(node);
                new MultipathCheck(exported, "files/only/" + node.name() + TARGET).check(List.of("defaults.reservation_key 0x" + key));
            }
        } else {
            new MultipathCheck(exported, "files/common" + TARGET).check(List.of());
        }
    }

    private void check(List<String> key) {
        read(exported.text(path));
        Site site = exported.site();
        String wwid = "\"" + site.wwid().multipathForm() + "\"";
        DiskPatience patience = site.patience();
        List<String> expected = new ArrayList<>(List.of("defaults.user_friendly_names no",
                "defaults.find_multipaths " + site.platform().findMultipaths(),
                "defaults.polling_interval " + patience.pollingInterval(), "defaults.no_path_retry " + patience.noPathRetry()));
        expected.addAll(key);
        expected.addAll(List.of("blacklist.wwid \".*\"", "blacklist_exceptions.wwid " + wwid,
                "multipaths.multipath.wwid " + wwid, "multipaths.multipath.alias " + site.lun().name()));
        exported.expectEqual(expected, values, path, "what it says");
        // Otherwise a lost LUN blocks a node longer than the others wait for it, or for ever.
        exported.expect(site.isGfs2() || patience.total() < DiskPatience.deadTime(site.spec())
                || site.lun().pathTimeout().isPresent(), path, "waits longer than the heartbeat");
    }

    private void read(String text) {
        Deque<String> sections = new ArrayDeque<>();
        for (String raw : text.split("\n")) {
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.endsWith(" {")) {
                String name = line.substring(0, line.length() - 2);
                sections.addLast(sections.isEmpty() ? name : sections.getLast() + "." + name);
                exported.expect(KEYS.containsKey(sections.getLast()), path, "unknown section " + sections.getLast());
            } else if (line.equals("}")) {
                exported.expect(sections.pollLast() != null, path, "a brace too many");
            } else {
                String section = sections.isEmpty() ? "" : sections.getLast();
                exported.expect(KEYS.getOrDefault(section, Set.of()).contains(line.replaceAll(" .*", "")), path, "unknown key: " + line);
                values.add(section + "." + line);
            }
        }
        exported.expect(sections.isEmpty(), path, "a brace is open");
    }
}
