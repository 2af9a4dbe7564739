// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.quorate.model.Fencing;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Node;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Reservations;
import org.quorate.model.preset.DiskPatience;
import org.quorate.provision.file.ReservationFiles;
import org.quorate.provision.plan.Guide;
import org.quorate.provision.plan.Step;
import org.quorate.provision.platform.ClusterSoftware;
import org.quorate.provision.platform.Distribution;
import org.quorate.provision.platform.FenceAgents;
import org.quorate.provision.platform.Stack;
import org.quorate.provision.site.Secret;
import org.quorate.provision.site.Site;
import org.quorate.provision.text.Quote;
import org.quorate.provision.text.Resources;

/** What an administrator must know, and README.md of the bash form. Pure functions, thread-safe. */
public final class Readme {

    private Readme() {
    }

    public static Guide guide(Site site) {
        return new Guide(Quote.markdown(site.scenario().title()), summary(site), before(site), notes(site));
    }

    public static String of(Site site, Guide guide, List<Step> steps) {
        return guide.page(needs(site), Resources.text("readme-work.md"), steps, Resources.text("readme-files.md"));
    }

    private static String summary(Site site) {
        return """
                %s on %d nodes (%s) of cluster `%s`, on %s, mounted at `%s`.
                The LUN: `%s`, %d bytes, WWID `%s`.
                """.formatted(site.stack().words(), site.nodes().size(),
                site.nodes().stream().map(Node::name).collect(Collectors.joining(", ")), site.cluster().name(),
                site.cluster().os().id(), site.scenario().mountPoint(), site.lun().name(), site.lun().size().value(),
                site.lun().wwid());
    }

    private static List<String> before(Site site) {
        List<String> lines = new ArrayList<>();
        lines.add("On the array: the LUN is made, with exactly that size, and only these nodes' initiators may see it"
                + (site.lun().chap().isPresent() ? ", with CHAP." : ". Without CHAP, the names alone decide."));
        site.cluster().quorumDevice().filter(q -> site.stack().hasPacemaker()).ifPresent(q -> lines.add("On `" + q
                + "`: corosync-qnetd is installed, TCP 5403 is open to the nodes, and root's `ssh` works there too."));
        site.fenceAgent().ifPresent(agent -> lines.add(fencing(agent) + (agent == Fencing.Agent.SBD ? watchdogDrivers(site) : "")));
        if (site.platform().distribution() == Distribution.SUSE) {
            lines.add("Every node runs `kernel-default` of service pack 1 or later, and the High Availability extension is registered"
                    + " (`SUSEConnect --status-text`)." + (site.hasPhp() ? " PHP 8 needs service pack 4 or later, and the module Web and"
                    + " Scripting." : ""));
        }
        if (!site.stack().hasPacemaker()) {
            lines.add("Every node has a hardware watchdog (`/dev/watchdog`). Without one, softdog is used, which hangs with"
                    + " the kernel that it should watch." + watchdogDrivers(site));
        }
        lines.addAll(PlatformNotes.before(site));
        return lines;
    }

    private static String watchdogDrivers(Site site) {
        return site.platform().distribution() != Distribution.UBUNTU ? ""
                : " Ubuntu loads no watchdog's driver by itself (its kernels blacklist them): `modprobe` yours first, at every boot.";
    }

    private static List<String> needs(Site site) {
        List<String> lines = new ArrayList<>();
        lines.add("The machine that runs `provision.sh` has bash 4 or later, tar, sha256sum and ssh.");
        lines.add("You can log in to every node as root with `ssh` and a key, without a password, and know its host key"
                + " (or as a user with `SSH_USER=name SSH_SUDO=yes`; the login shell must be bash).");
        List<Secret> secrets = Secret.of(site);
        if (!secrets.isEmpty()) {
            lines.add("The secrets are where the scenario says, on the machine that runs `provision.sh`: " + secrets.stream()
                    .map(s -> "`" + s.name() + "` in `" + s.reference().kind().name().toLowerCase(Locale.ROOT)
                            + ":" + s.reference().place() + "`").collect(Collectors.joining(", ")) + ".");
        }
        return lines;
    }

    private static String fencing(Fencing.Agent agent) {
        return switch (agent) {
            case IPMILAN -> "IPMI over LAN is enabled on every management board, and the user may switch the power.";
            case REDFISH -> "Every management board has a certificate that the nodes trust; there is no switch to ignore it.";
            case VMWARE_REST -> "The virtual machines are called like the nodes, the user may power them on and off, and the"
                    + " nodes trust the certificate of vCenter.";
            case XVM -> "fence_virtd runs on the hypervisors, and the virtual machines are called like the nodes. It answers by a"
                    + " connection of its own: where a node filters, let the hypervisors reach its TCP port 1229.";
            case SBD -> "Every node has a hardware watchdog (`/dev/watchdog`); softdog is refused.";
            case SCSI, MPATH -> "The array supports SCSI-3 persistent reservations (WERO) and keeps them over a loss of power."
                    + " Nothing else on these nodes may use reservations on this LUN.";
        };
    }

    private static List<String> notes(Site site) {
        List<String> lines = new ArrayList<>();
        patience(site, lines);
        barriers(site.spec(), lines);
        site.lun().reservations().ifPresent(reservations -> lines.add(reservations(site, reservations)));
        if (site.stack().hasPacemaker()) {
            pacemaker(site, lines);
        } else {
            lines.add("With o2cb, `flock` works across the cluster, but `fcntl` and `lockf` locks are local to a node: PHP's"
                    + " file sessions are safe, SQLite, dovecot and maildrop are not.");
            if (site.nodes().size() == 2) {
                lines.add("Two nodes: when they lose sight of each other, the lower node number lives.");
            }
        }
        lines.add("The cluster's packages are held" + (site.platform().distribution().packageManager()
                == Distribution.PackageTool.APT ? ", and needrestart leaves its services alone" : "")
                + ": upgrade them yourself, one node at a time, with the node out of the cluster.");
        lines.add("If cloud-init manages /etc/hosts (`manage_etc_hosts`), switch that off: it removes the nodes' names.");
        lines.addAll(PlatformNotes.notes(site));
        if (site.hasPhp()) {
            lines.add("PHP sessions on a cluster file system are many small creations and removals, the dearest load there"
                    + " is. Redis, memcached or sticky sessions cost less. php.ini files need no edit: the pool's value wins.");
        }
        return lines;
    }

    private static String reservations(Site site, Reservations reservations) {
        return "Reservations of type " + reservations.type().code() + " keep out who has no key; they lock nothing between the nodes,"
                + " which the application does. Keys: " + ReservationFiles.plan(site).entrySet().stream()
                .map(key -> key.getKey() + " `0x" + key.getValue() + "`").collect(Collectors.joining(", "))
                + ". To cut a node off: `--preempt-abort` with its key, by `" + (site.lun().multipath() ? "mpathpersist" : "sg_persist")
                + "`. Never together with fence_scsi or fence_mpath on this LUN.";
    }

    private static void patience(Site site, List<String> lines) {
        DiskPatience patience = site.patience();
        int dead = DiskPatience.deadTime(site.spec());
        // OCFS2 in a cluster panics when its journal is aborted: kernel fs/ocfs2/super.c, ocfs2_abort.
        if (site.lun().multipath()) {
            lines.add("When all paths are lost, I/O fails after " + patience.total() + " s; " + switch (site.stack()) {
                case GFS2 -> "GFS2 withdraws then.";
                case OCFS2_PCMK -> "OCFS2 then stops the node by a panic, when its journal cannot be written.";
                case OCFS2_O2CB -> "the node is declared dead after " + dead + " s.";
            });
        } else {
            lines.add("There is one path. I/O waits " + patience.replacementTimeout() + " s for it" + switch (site.stack()) {
                case GFS2 -> ".";
                case OCFS2_PCMK -> "; OCFS2 then stops the node by a panic, when its journal cannot be written.";
                case OCFS2_O2CB -> "; the node fences itself after " + dead + " s already.";
            });
        }
    }

    private static void pacemaker(Site site, List<String> lines) {
        boolean arbiter = site.cluster().quorumDevice().isPresent();
        lines.add("Pacemaker mounts the volume. There must be no line for it in fstab, and no `mount` by hand.");
        lines.add(site.platform().cluster().shell() == ClusterSoftware.Shell.CRMSH
                ? "Stop a node with `crm node standby NAME` first, then shut it down. `crm configure show` shows what is"
                        + " configured; `cib/` holds the same text."
                : "Stop a node with `pcs node standby NAME` (pcs 0.9: `pcs cluster standby NAME`) first, then shut it down.");
        lines.add("POSIX locks work across the cluster, except F_GETLK: the pid that it tells is of another node.");
        if (site.stack() == Stack.OCFS2_PCMK) {
            lines.add("SUSE calls OCFS2 deprecated in the latest service pack, and later releases will not support it (doc-sleha,"
                    + " xml/ha_gfs2.xml): plan the move to GFS2, which has no reflink.");
            lines.add("`o2cb.service` stays off. A volume that was formatted for o2cb cannot be mounted here, nor this one there.");
        }
        if (site.nodes().size() % 2 == 0 && site.nodes().size() > 2 && !arbiter) {
            lines.add("An even number of nodes without a quorum device: split in halves, no half goes on.");
        }
        if (site.nodes().size() % 2 == 1 && arbiter) {
            lines.add("An odd number of nodes has a majority without a quorum device. With it, the loss of both the device and "
                    + (site.nodes().size() / 2) + " of the nodes stops the cluster, which the loss of these nodes alone would not.");
        }
        if (site.nodes().size() == 2 && !arbiter) {
            lines.add("Two nodes: at the first start each waits for the other (wait_for_all). After a split " + duel(site) + ".");
        }
    }

    private static String duel(Site site) {
        Fencing fencing = site.cluster().fencing().orElseThrow();
        if (!FenceAgents.isPower(fencing.agent())) {
            return "the one lives that is first to take the other's key away";
        }
        return fencing.delay().isZero() ? "each may fence the other, since no device waits (`cluster.fencing.delay`)"
                : "the first node wins, unless it is the one that is dead";
    }

    private static void barriers(FileSystemSpec spec, List<String> lines) {
        if (spec instanceof Ocfs2Spec && !spec.barrier()) {
            lines.add("Barriers are off, as OCFS2 itself has it: the array's write cache must survive a loss of power.");
        }
    }
}
