// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.quorate.model.Application;
import org.quorate.model.Fencing;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.Lun;
import org.quorate.model.Node;
import org.quorate.model.Ocfs2Spec;
import org.quorate.provision.file.CommonFiles;
import org.quorate.provision.file.Ocfs2Files;
import org.quorate.provision.file.ReservationFiles;
import org.quorate.provision.pacemaker.FenceDevices;
import org.quorate.provision.pacemaker.PacemakerFiles;
import org.quorate.provision.plan.Checksums;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.Step;
import org.quorate.provision.platform.ClusterSoftware;
import org.quorate.provision.platform.Distribution;
import org.quorate.provision.platform.FenceAgents;
import org.quorate.provision.platform.Php;
import org.quorate.provision.platform.Stack;
import org.quorate.provision.site.Packages;
import org.quorate.provision.site.Secret;
import org.quorate.provision.site.Site;
import org.quorate.provision.step.Growth;
import org.quorate.provision.text.Shell;

/** settings.sh: all values of the scripts, quoted. Pure function, thread-safe. */
public final class Settings {

    private static final String COMMON = "files/common";

    private Settings() {
    }

    public static Shell of(Site site, List<Step> steps, Growth growth, List<GeneratedFile> files) {
        Shell shell = new Shell();
        shell.comment("shellcheck shell=bash disable=SC2034").comment("The values of this export. Sourced, never run.");
        cluster(site, shell);
        lun(site, shell);
        packages(site, shell);
        volume(site, shell);
        application(site, shell);
        secrets(site, shell);
        shell.set("FILE_MODES", modes(files));
        steps(steps, growth, shell);
        return shell;
    }

    private static void cluster(Site site, Shell shell) {
        List<Node> nodes = site.nodes();
        shell.set("DIALECTS", Scripts.dialects(site)).set("CLUSTER", site.cluster().name())
                .set("FS", site.isGfs2() ? "gfs2" : "ocfs2")
                .set("OS_IDS", site.platform().distribution().ids())
                .set("OS_VERSION", site.platform().version())
                .set("NODE_NAMES", nodes.stream().map(Node::name).toList())
                .set("NODE_ADDRESSES", nodes.stream().map(Node::address).toList())
                .set("PORTS", site.ports())
                .set("FENCING_MARKS", fencingMarks(site))
                .set("QUORUM_DEVICE", site.stack().hasPacemaker() ? site.cluster().quorumDevice().orElse("") : "");
        if (site.stack().hasPacemaker()) {
            List<String> units = new ArrayList<>(List.of("corosync.service", "pacemaker.service"));
            site.cluster().quorumDevice().ifPresent(q -> units.add(1, "corosync-qdevice.service"));
            shell.set("COROSYNC", site.platform().cluster().corosync())
                    .set("CLUSTER_UNITS", units)
                    .set("UNITS_OFF", unitsOff(site))
                    .set("FENCE_AGENT", FenceAgents.program(site.fenceAgent().orElseThrow()))
                    .set("FENCED_ALONE", FenceDevices.fencedAlone(site));
            if (site.fenceAgent().filter(a -> a == Fencing.Agent.SBD).isPresent()) {
                shell.set("SBD_DEFAULTS", site.platform().distribution().defaultsFile("sbd"));
            }
            if (site.hasReservationFencing()) {
                shell.set("RESERVATION_CHECK", "/usr/share/cluster/"
                        + FenceAgents.program(site.fenceAgent().orElseThrow()) + "_check")
                        .set("WATCHDOG_DEFAULTS", PacemakerFiles.watchdogSettings(site));
            }
        } else {
            shell.set("WATCHDOG_SECONDS", site.watchdogSeconds()).set("O2CB_DEFAULTS", site.platform().o2cbDefaults())
                    .set("O2CB_FILES", Ocfs2Files.stackFiles(site)).set("O2CB_UNITS", site.platform().o2cbUnits());
            if (site.spec() instanceof Ocfs2Spec ocfs2) {
                shell.set("HEARTBEAT_THRESHOLD", ocfs2.heartbeatThreshold());
            }
        }
    }

    /** Enabled by their packages; Pacemaker starts some of them itself, and nothing here needs pcsd's port. */
    private static List<String> unitsOff(Site site) {
        if (!site.isGfs2()) {
            return List.of("dlm.service", "o2cb.service", "ocfs2.service", "pcsd.service");
        }
        List<String> units = new ArrayList<>(List.of("dlm.service", "lvmlockd.service", "lvmlocks.service",
                "lvm2-lvmlockd.service", "lvm2-lvmlocking.service", "lvm2-lvmetad.socket", "lvm2-lvmetad.service",
                "pcsd.service"));
        if (site.platform().cluster().lvm() == ClusterSoftware.SharedLvm.CLVMD) {
            units.addAll(List.of("clvm.service", "clvmd.service", "lvm2-clvmd.service"));
        }
        return units;
    }

    /** What a node keeps when its fencing was tried: another device, another mark. */
    private static Map<String, String> fencingMarks(Site site) {
        Map<String, String> marks = new LinkedHashMap<>();
        for (Node node : site.nodes()) {
            String device = site.stack().hasPacemaker() ? FenceDevices.identity(site, node) : "o2cb";
            marks.put(node.name(), site.cluster().name() + " " + Checksums.sha256(device).substring(0, 16));
        }
        return marks;
    }

    private static void lun(Site site, Shell shell) {
        Lun lun = site.lun();
        if (lun.reservations().isPresent()) {
            shell.set("RESERVATION_PROGRAM", ReservationFiles.PROGRAM).set("RESERVATION_FILES", ReservationFiles.paths());
        }
        shell.set("LUN_NAME", lun.name())
                .set("LUN_BYTES", lun.size().value())
                .set("LUN_WWID", lun.wwid())
                .set("LUN_SYSFS_WWID", site.wwid().kernelForm())
                .set("LUN_IQN", lun.iqn())
                .set("LUN_PORTALS", lun.portals())
                .set("CHAP_USER", lun.chap().map(Lun.Chap::user).orElse(""))
                .set("MULTIPATH", lun.multipath() ? "yes" : "no")
                .set("INITIATOR_UNIT", site.platform().distribution().initiator().bootUnit())
                .set("INITIATOR_RECORDS", site.platform().distribution().initiator().records())
                .set("DEVICE", site.device())
                .set("DEVICE_WWID", site.deviceWwid());
    }

    private static void packages(Site site, Shell shell) {
        Packages packages = Packages.of(site);
        shell.set("PACKAGES", packages.all()).set("HELD", packages.held()).set("MODULES", modules(site.stack()))
                .set("NEEDRESTART", site.platform().distribution().packageManager() == Distribution.PackageTool.APT
                        ? CommonFiles.NEEDRESTART : "");
    }

    private static List<String> modules(Stack stack) {
        return switch (stack) {
            case GFS2 -> List.of("iscsi_tcp", "dlm", "gfs2");
            case OCFS2_PCMK -> List.of("iscsi_tcp", "dlm", "ocfs2", "ocfs2_stack_user");
            case OCFS2_O2CB -> List.of("iscsi_tcp", "ocfs2", "ocfs2_dlmfs", "ocfs2_stack_o2cb");
        };
    }

    private static void volume(Site site, Shell shell) {
        shell.set("MOUNT_POINT", site.scenario().mountPoint()).set("MKFS_OPTIONS", site.mkfsOptions())
                .set("PLACES", site.places());
        if (site.spec() instanceof Gfs2Spec gfs2) {
            shell.set("VG", site.volumeGroup()).set("LV", Site.LOGICAL_VOLUME)
                    .set("VG_TAG", "quorate-" + site.cluster().name()).set("LOCK_TABLE", gfs2.lockTable())
                    .set("JOURNAL_MIB", gfs2.journal().value() >> 20);
        } else {
            shell.set("VOLUME_UUID", site.volumeUuid().toString()).set("OCFS2_STACK", site.ocfs2Stack());
        }
    }

    private static void application(Site site, Shell shell) {
        if (site.scenario().application().isEmpty()) {
            return;
        }
        Application application = site.scenario().application().get();
        List<String> directories = new ArrayList<>(List.of(site.scenario().mountPoint()));
        List<String> modes = new ArrayList<>(List.of("0750"));
        application.phpSessionPath().ifPresent(path -> {
            StringBuilder directory = new StringBuilder(site.scenario().mountPoint());
            for (String part : path.split("/")) {
                directories.add(directory.append('/').append(part).toString());
                modes.add("0700");
            }
        });
        shell.set("OWNER", application.owner()).set("OWNER_UID", application.uid())
                .set("OWNER_GROUP", application.group()).set("OWNER_GID", application.gid())
                .set("DIRECTORIES", directories).set("DIRECTORY_MODES", modes);
        if (site.hasPhp()) {
            Php php = site.platform().php();
            shell.set("PHP_POOL_FILE", php.poolFile()).set("PHP_UNIT", php.unit()).set("PHP_FPM", php.program())
                    .set("PHP_CONDITION", CommonFiles.phpCondition(site));
        }
    }

    private static void secrets(Site site, Shell shell) {
        List<Secret> secrets = Secret.of(site);
        shell.comment("References to secrets; they are read when the scripts run, on the machine that runs provision.sh.")
                .set("SECRET_NAMES", secrets.stream().map(Secret::name).toList())
                .set("SECRET_KINDS", secrets.stream().map(s -> s.reference().kind().name().toLowerCase(Locale.ROOT))
                        .toList())
                .set("SECRET_PLACES", secrets.stream().map(s -> s.reference().place()).toList());
    }

    private static Map<String, String> modes(List<GeneratedFile> files) {
        Map<String, String> modes = new TreeMap<>();
        for (GeneratedFile file : files) {
            if (file.path().startsWith(COMMON + "/")) {
                modes.put(file.path().substring(COMMON.length()), file.mode());
            } else if (file.path().startsWith("files/only/")) {
                modes.put(file.path().substring(file.path().indexOf('/', "files/only/".length())), file.mode());
            }
        }
        return modes;
    }

    private static void steps(List<Step> usual, Growth growth, Shell shell) {
        List<Step> steps = growth.with(usual);
        shell.comment("The steps, in order; those of growth are for a cluster at work.").set("STEPS", usual.stream().map(Step::id).toList())
                .set("GROWTH", growth.texts())
                .set("GROWTH_STEPS", growth.steps().stream().map(Step::id).toList())
                .set("TITLES", byId(steps, Step::title))
                .set("WHERE", byId(steps, s -> s.where().label()))
                .set("RISKS", byId(steps, s -> s.risk().label()));
    }

    private static Map<String, String> byId(List<Step> steps, Function<Step, String> value) {
        Map<String, String> values = new LinkedHashMap<>();
        steps.forEach(s -> values.put(s.id(), value.apply(s)));
        return values;
    }
}
