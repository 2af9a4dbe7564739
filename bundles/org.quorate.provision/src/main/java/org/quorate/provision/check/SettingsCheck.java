// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.check;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.Lun;
import org.quorate.model.Node;
import org.quorate.model.Ocfs2Spec;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.site.Secret;
import org.quorate.provision.site.Site;

/**
 * settings.sh, read as bash would: the values that guards compare a device with, the options of mkfs (which takes a block
 * size of 3000 and a cluster name of twenty letters silently), references to secrets, and the steps. Thread-safe.
 */
final class SettingsCheck {

    private static final String PATH = "settings.sh";

    private SettingsCheck() {
    }

    static void check(Exported exported) {
        Map<String, List<String>> values;
        try {
            values = ShellReader.assignments(exported.text(PATH));
        } catch (IllegalArgumentException e) {
            exported.expect(false, PATH, e.getMessage());
            return;
        }
        Site site = exported.site();
        Map<String, List<String>> expected = new HashMap<>();
        cluster(site, expected);
        lun(site, site.lun(), expected);
        if (site.isGfs2()) {
            expected.put("LOCK_TABLE", List.of(((Gfs2Spec) site.spec()).lockTable()));
            expected.put("VG", List.of(site.volumeGroup()));
            expected.put("LV", List.of(Site.LOGICAL_VOLUME));
        } else {
            expected.put("VOLUME_UUID", List.of(site.volumeUuid().toString()));
        }
        List<Secret> secrets = Secret.of(site);
        expected.put("SECRET_NAMES", secrets.stream().map(Secret::name).toList());
        expected.put("SECRET_KINDS", secrets.stream().map(s -> s.reference().kind().name().toLowerCase(Locale.ROOT)).toList());
        expected.put("SECRET_PLACES", secrets.stream().map(s -> s.reference().place()).toList());
        expected.forEach((name, value) -> exported.expectEqual(value, values.get(name), PATH, name));
        options(exported, values.getOrDefault("MKFS_OPTIONS", List.of()));
        modes(exported, values.getOrDefault("FILE_MODES", List.of()));
        steps(exported, values);
    }

    private static void cluster(Site site, Map<String, List<String>> expected) {
        expected.put("CLUSTER", List.of(site.cluster().name()));
        expected.put("FS", List.of(site.isGfs2() ? "gfs2" : "ocfs2"));
        expected.put("NODE_NAMES", site.nodes().stream().map(Node::name).toList());
        expected.put("NODE_ADDRESSES", site.nodes().stream().map(Node::address).toList());
        expected.put("MOUNT_POINT", List.of(site.scenario().mountPoint()));
        site.scenario().application().ifPresent(application -> {
            expected.put("OWNER", List.of(application.owner()));
            expected.put("OWNER_UID", List.of(String.valueOf(application.uid())));
        });
    }

    /** By the forms that the kernel and udev have of a WWID (reference 1.1). */
    private static void lun(Site site, Lun lun, Map<String, List<String>> expected) {
        String digits = site.wwid().digits();
        String kernel = (site.wwid().eui() ? "eui." : "naa.") + digits;
        expected.put("LUN_NAME", List.of(lun.name()));
        expected.put("LUN_BYTES", List.of(String.valueOf(lun.size().value())));
        expected.put("LUN_WWID", List.of(lun.wwid()));
        expected.put("LUN_SYSFS_WWID", List.of(kernel));
        expected.put("LUN_IQN", List.of(lun.iqn()));
        expected.put("LUN_PORTALS", lun.portals());
        expected.put("CHAP_USER", List.of(lun.chap().map(Lun.Chap::user).orElse("")));
        expected.put("MULTIPATH", List.of(lun.multipath() ? "yes" : "no"));
        expected.put("DEVICE", List.of(lun.multipath() ? "/dev/mapper/" + lun.name() : "/dev/disk/by-id/wwn-0x" + digits));
        expected.put("DEVICE_WWID", List.of(lun.multipath() ? "mpath-" + (site.wwid().eui() ? "2" : "3") + digits : kernel));
    }

    /** Each option once, its value that of the scenario, and no other option: none that overrides a guard. */
    private static void options(Exported exported, List<String> words) {
        Site site = exported.site();
        Map<String, String> expected = new HashMap<>();
        if (site.spec() instanceof Gfs2Spec gfs2) {
            expected.putAll(Map.of("-p", "lock_dlm", "-t", gfs2.lockTable(), "-j", "" + gfs2.journals(),
                    "-J", mib(gfs2.journal().value()), "-b", "" + gfs2.blockSize().value(), "-r", mib(gfs2.resourceGroup().value())));
        } else if (site.spec() instanceof Ocfs2Spec ocfs2) {
            boolean wide = site.lun().size().value() / ocfs2.blockSize().value() > 0xffff_ffffL;
            expected.putAll(Map.of("-b", "" + ocfs2.blockSize().value(), "-C", "" + ocfs2.clusterSize().value(),
                    "-N", "" + ocfs2.slots(), "-J", "size=" + mib(ocfs2.journal().value()) + "M" + (wide ? ",block64" : ""),
                    "-L", site.lun().name(), "-U", site.volumeUuid().toString(), "-M", "cluster"));
        }
        Set<String> flags = new LinkedHashSet<>();
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).startsWith("--")) {
                exported.expect(flags.add(words.get(i)), PATH, "mkfs is told twice " + words.get(i));
            } else {
                String value = i + 1 < words.size() ? words.get(i + 1) : "";
                exported.expect(found.put(words.get(i), value) == null, PATH, "mkfs is told twice " + words.get(i));
                i++;
            }
        }
        exported.expectEqual(expected, found, PATH, "what mkfs is told");
        boolean named = flags.contains("--cluster-name=" + site.cluster().name())
                && flags.contains("--cluster-stack=" + (site.stack().hasPacemaker() ? "pcmk" : "o2cb")) && flags.size() == 2;
        exported.expect(site.isGfs2() ? flags.isEmpty() : named, PATH, "mkfs is told of another cluster: " + flags);
    }

    private static String mib(long bytes) {
        return String.valueOf(bytes / (1L << 20));
    }

    private static void modes(Exported exported, List<String> entries) {
        Map<String, String> modes = new HashMap<>();
        entries.forEach(e -> modes.put(e.replaceAll("^\\[|]=.*", ""), e.replaceAll(".*]=", "")));
        for (GeneratedFile file : exported.files()) {
            String target = file.path().startsWith("files/common/") ? file.path().substring("files/common".length())
                    : file.path().replaceFirst("^files/only/[^/]+", "");
            if (file.path().startsWith("files/")) {
                exported.expectEqual(file.mode(), modes.get(target), PATH, "mode of " + target);
            }
        }
    }

    /** Every step of the list has its functions in one of the two scripts, and its place. */
    private static void steps(Exported exported, Map<String, List<String>> values) {
        List<String> steps = values.getOrDefault("STEPS", List.of());
        exported.expect(!steps.isEmpty() && Set.copyOf(steps).size() == steps.size(), PATH, "no list of steps");
        exported.file("node.sh").ifPresent(node -> {
            String code = node.content() + exported.text("provision.sh");
            for (String step : steps) {
                for (String verb : List.of("check", "act", "verify", "undo")) {
                    exported.expect(code.contains("\n" + step.replace('-', '_') + "_" + verb + "() {\n"), PATH,
                            "there is no " + verb + " of step " + step);
                }
            }
        });
        int trial = Math.max(steps.indexOf("fencing-test"), steps.indexOf("self-fencing-test"));
        steps.stream().filter(s -> s.startsWith("format-") || s.startsWith("volume-")).forEach(step -> exported.expect(
                trial >= 0 && trial < steps.indexOf(step), PATH, step + " comes before fencing was tried"));
    }
}
