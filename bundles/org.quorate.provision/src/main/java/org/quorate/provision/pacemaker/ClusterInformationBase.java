// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.pacemaker;

import java.util.ArrayList;
import java.util.List;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.platform.ClusterSoftware;
import org.quorate.provision.site.Site;

/**
 * Pacemaker's resources in three parts: the cluster, the volume, PHP (reference 1.3, 1.4). Each part is put in at once.
 * Pure functions, thread-safe.
 */
final class ClusterInformationBase {

    private static final String LOCKING = "locking";
    private static final String VOLUME = "volume";

    private ClusterInformationBase() {
    }

    static List<GeneratedFile> files(Site site) {
        List<GeneratedFile> files = new ArrayList<>();
        add(site, files, "cluster", site.isGfs2() ? "fencing, the lock manager, LVM's locks" : "fencing, the lock manager",
                cluster(site));
        add(site, files, "volume", (site.isGfs2() ? "the logical volume and the mount" : "the mount")
                + ", after the lock manager on each node", volume(site));
        if (site.hasPhp()) {
            add(site, files, "php", "PHP on each node that has the volume", php(site));
        }
        for (String node : FenceDevices.fencedAlone(site)) {
            // The same objects once more, one node's in a file: what a cluster gets for a node that joins later.
            String device = "fence-" + node;
            add(site, files, device, "the fence device of " + node, FenceDevices.objects(site).stream()
                    .filter(object -> object instanceof Cib.Primitive primitive && primitive.id().equals(device)
                            || object instanceof Cib.Never never && never.resource().equals(device)).toList());
        }
        return files;
    }

    private static void add(Site site, List<GeneratedFile> files, String part, String about, List<Cib> objects) {
        List<String> ids = new ArrayList<>();
        objects.forEach(object -> ids.addAll(object.ids()));
        files.add(GeneratedFile.text("cib/" + part + ".ids", lines(ids)));
        if (site.platform().cluster().shell() == ClusterSoftware.Shell.CRMSH) {
            files.add(GeneratedFile.text("cib/" + part + ".crm", CrmshForm.text(objects)));
            files.add(GeneratedFile.text("cib/" + part + ".stop", lines(CrmshForm.stoppable(objects))));
            files.add(GeneratedFile.text("cib/" + part + ".delete", lines(CrmshForm.deletable(objects))));
        } else {
            files.add(GeneratedFile.script("cib/" + part + ".sh", PcsForm.script(part, about, objects)));
            files.add(GeneratedFile.text("cib/" + part + ".delete", lines(PcsForm.deletable(objects))));
        }
    }

    private static List<Cib> cluster(Site site) {
        List<Cib> objects = new ArrayList<>();
        // freeze: with stop, a partition without quorum cannot unmount, since that needs the lock manager.
        objects.add(new Cib.Properties(List.of("stonith-enabled=true", "no-quorum-policy=freeze")));
        objects.addAll(FenceDevices.objects(site));
        boolean clvmd = clvmd(site);
        // Pacemaker 1.1.14's agent looks for another daemon unless it is told.
        objects.add(new Cib.Primitive("dlm", "ocf:pacemaker:controld",
                clvmd ? List.of("daemon=dlm_controld") : List.of(), List.of(advised("start", 90),
                advised("stop", 100), fencing(List.of("interval=30s"), List.of())), List.of(), LOCKING));
        if (site.isGfs2()) {
            String daemon = clvmd ? "clvmd" : "lvmlockd";
            objects.add(new Cib.Primitive(daemon, clvmd ? "ocf:heartbeat:clvm" : "ocf:heartbeat:lvmlockd", List.of(), List.of(advised("start", 90),
                    advised("stop", 90), fencing(List.of("interval=30s"), List.of("timeout=90s"))), List.of(), LOCKING));
        }
        objects.add(new Cib.Clone(LOCKING));
        return objects;
    }

    private static boolean clvmd(Site site) {
        return site.platform().cluster().lvm() == ClusterSoftware.SharedLvm.CLVMD;
    }

    private static List<Cib> volume(Site site) {
        List<Cib> objects = new ArrayList<>();
        if (site.isGfs2() && !clvmd(site)) { // clvmd's agent activates all clustered groups itself
            objects.add(new Cib.Primitive("volume-lv", "ocf:heartbeat:LVM-activate",
                    List.of("vgname=" + site.volumeGroup(), "lvname=" + Site.LOGICAL_VOLUME, "activation_mode=shared",
                            "vg_access_mode=lvmlockd"),
                    List.of(advised("start", 90), advised("stop", 90),
                            fencing(List.of("interval=30s"), List.of("timeout=90s"))), List.of(), VOLUME));
        }
        objects.add(new Cib.Primitive("volume-fs", "ocf:heartbeat:Filesystem",
                List.of("device=" + site.mountSource(), "directory=" + site.scenario().mountPoint(),
                        "fstype=" + (site.isGfs2() ? "gfs2" : "ocfs2"),
                        "options=" + String.join(",", site.mountOptions())),
                List.of(new Cib.Operation("start", List.of("timeout=60s"), List.of()),
                        new Cib.Operation("stop", List.of("timeout=120s"), List.of()),
                        fencing(List.of("interval=20s", "timeout=60s"), List.of())),
                List.of(), VOLUME));
        objects.add(new Cib.Clone(VOLUME));
        objects.add(new Cib.After("volume-clone", "locking-clone"));
        return objects;
    }

    private static List<Cib> php(Site site) {
        return List.of(
                new Cib.Primitive("php-fpm", "systemd:" + site.platform().php().unit().replace(".service", ""), List.of(),
                        List.of(advised("start", 100), advised("stop", 100),
                                new Cib.Operation("monitor", List.of("interval=30s"), List.of())), List.of(), ""),
                new Cib.Clone("php-fpm"), new Cib.After("php-fpm-clone", "volume-clone"));
    }

    /** The times that the agents of resource-agents 4 and Pacemaker 2 advise; for systemd, Pacemaker's own description. */
    private static Cib.Operation advised(String name, int seconds) {
        return new Cib.Operation(name, List.of(), List.of("timeout=" + seconds + "s"));
    }

    /** A node on which it fails is fenced: its locks cannot be taken over otherwise. */
    private static Cib.Operation fencing(List<String> options, List<String> advised) {
        List<String> all = new ArrayList<>(options);
        all.add("on-fail=fence");
        return new Cib.Operation("monitor", all, advised);
    }

    private static String lines(List<String> values) {
        return values.isEmpty() ? "" : String.join("\n", values) + "\n";
    }
}
