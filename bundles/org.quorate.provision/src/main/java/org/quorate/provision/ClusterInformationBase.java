// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Pacemaker's resources as pcs commands that work on a file, in three parts: the cluster, the volume, PHP (reference
 * 1.3). Each part is pushed at once. Pure functions, thread-safe.
 */
final class ClusterInformationBase {

    private static final int LINE = 100;
    private static final Set<String> FOLD_BEFORE = Set.of("op", "meta", "--group");

    private ClusterInformationBase() {
    }

    static List<GeneratedFile> files(Site site) {
        List<GeneratedFile> files = new ArrayList<>();
        List<String> fences = FenceDevices.ids(site);
        add(files, "cluster", "fencing, the lock manager, LVM's locks", cluster(site),
                concat(fences, "dlm", clvmd(site) ? "clvmd" : "lvmlockd", "locking-clone"), concat(fences, "locking"));
        add(files, "volume", "the logical volume and the mount, after the lock manager on each node", volume(site),
                clvmd(site) ? List.of("volume-fs", "volume-clone") : List.of("volume-lv", "volume-fs", "volume-clone"),
                List.of("volume"));
        if (site.hasPhp()) {
            add(files, "php", "PHP on each node that has the volume", php(site),
                    List.of("php-fpm", "php-fpm-clone"), List.of("php-fpm"));
        }
        for (String node : FenceDevices.fencedAlone(site)) {
            // The same objects once more, one node's in a file: what a cluster gets for a node that joins later.
            String device = "fence-" + node;
            add(files, device, "the fence device of " + node, cluster(site).stream().filter(words -> words.contains(device)).toList(),
                    List.of(device), List.of(device));
        }
        return files;
    }

    private static void add(List<GeneratedFile> files, String part, String about, List<List<String>> commands,
            List<String> ids, List<String> deletable) {
        StringBuilder text = new StringBuilder("#!/usr/bin/env bash\n# Adds to a copy of the cluster's configuration: ")
                .append(about).append(".\n# cib/").append(part).append(".sh FILE\nset -euo pipefail\n");
        commands.forEach(words -> text.append(line(words)));
        files.add(GeneratedFile.script("cib/" + part + ".sh", text.toString()));
        files.add(GeneratedFile.text("cib/" + part + ".ids", lines(ids)));
        files.add(GeneratedFile.text("cib/" + part + ".delete", lines(deletable)));
    }

    private static boolean clvmd(Site site) {
        return site.platform().cluster().lvm() == ClusterSoftware.SharedLvm.CLVMD;
    }

    private static List<List<String>> cluster(Site site) {
        List<List<String>> commands = new ArrayList<>();
        // freeze: with stop, a partition without quorum cannot unmount, since that needs the lock manager.
        commands.add(words("property set stonith-enabled=true no-quorum-policy=freeze"));
        commands.addAll(FenceDevices.commands(site));
        boolean clvmd = clvmd(site);
        // Pacemaker 1.1.14's agent looks for another daemon unless it is told.
        commands.add(words("resource create dlm ocf:pacemaker:controld" + (clvmd ? " daemon=dlm_controld" : "")
                + " op monitor interval=30s on-fail=fence --group locking"));
        String lvm = clvmd ? "clvmd ocf:heartbeat:clvm" : "lvmlockd ocf:heartbeat:lvmlockd";
        commands.add(words("resource create " + lvm + " op monitor interval=30s on-fail=fence --group locking"));
        // Without interleave, a restart of one node restarts the mounts of all (reference 2, #21).
        commands.add(words("resource clone locking interleave=true"));
        return commands;
    }

    private static List<List<String>> volume(Site site) {
        List<List<String>> commands = new ArrayList<>();
        if (!clvmd(site)) { // clvmd's agent activates all clustered groups itself
            List<String> activate = words("resource create volume-lv ocf:heartbeat:LVM-activate");
            activate.addAll(List.of("vgname=" + site.volumeGroup(), "lvname=" + Site.LOGICAL_VOLUME,
                    "activation_mode=shared", "vg_access_mode=lvmlockd"));
            activate.addAll(words("op monitor interval=30s on-fail=fence --group volume"));
            commands.add(activate);
        }
        List<String> mount = words("resource create volume-fs ocf:heartbeat:Filesystem");
        mount.addAll(List.of("device=" + site.mountSource(), "directory=" + site.scenario().mountPoint(), "fstype=gfs2",
                "options=" + String.join(",", site.mountOptions())));
        mount.addAll(words("op start timeout=60s op stop timeout=120s"
                + " op monitor interval=20s timeout=60s on-fail=fence --group volume"));
        commands.add(mount);
        commands.add(words("resource clone volume interleave=true"));
        commands.add(words("constraint order start locking-clone then volume-clone"));
        commands.add(words("constraint colocation add volume-clone with locking-clone"));
        return commands;
    }

    private static List<List<String>> php(Site site) {
        String unit = site.platform().php().unit().replace(".service", "");
        return List.of(
                words("resource create php-fpm systemd:" + unit + " op monitor interval=30s"),
                words("resource clone php-fpm interleave=true"),
                words("constraint order start volume-clone then php-fpm-clone"),
                words("constraint colocation add php-fpm-clone with volume-clone"));
    }

    /** One command, folded before operations, groups and long lists of parameters. Plain words stay bare. */
    private static String line(List<String> words) {
        StringBuilder text = new StringBuilder("pcs -f \"$1\"");
        int length = text.length();
        for (String word : words) {
            String quoted = word.matches("[A-Za-z0-9_./:=,+@-]+") && !word.equals("then") ? word : Quote.shell(word);
            boolean fold = FOLD_BEFORE.contains(word) || length + quoted.length() >= LINE;
            text.append(fold ? " \\\n    " : " ").append(quoted);
            length = fold ? quoted.length() + 4 : length + 1 + quoted.length();
        }
        return text.append("\n").toString();
    }

    private static List<String> words(String text) {
        return new ArrayList<>(List.of(text.split(" ")));
    }

    private static List<String> concat(List<String> first, String... rest) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(rest));
        return all;
    }

    private static String lines(List<String> values) {
        return values.isEmpty() ? "" : String.join("\n", values) + "\n";
    }
}
