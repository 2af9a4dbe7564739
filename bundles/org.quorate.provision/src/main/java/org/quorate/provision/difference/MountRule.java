// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mount point and its options, of OCFS2 in fstab's block or in the cluster's configuration: some of OCFS2's need a new mount, and
 * Pacemaker restarts a resource whose parameters change, on all nodes. Thread-safe.
 */
final class MountRule implements ConsequenceRule {

    private static final String POINT = "MOUNT_POINT";
    private static final String FSTAB = "blocks/etc/fstab";
    /** One of them is there. */
    private static final List<String> CIB = List.of("cib/volume.sh", "cib/volume.crm");
    private static final Pattern FSTAB_LINE = Pattern.compile("(?m)^\\S+ \\S+ ocfs2 (\\S+) ");
    private static final Pattern CIB_OPTIONS = Pattern.compile("\\boptions=['\"]?([a-z0-9_,=]+)");
    private static final Verdict REMOUNT = Verdict.online("on each node: mount -o remount,OPTION MOUNT_POINT; the new line of"
            + " fstab is for the next mount", "mount(8); fs/ocfs2/super.c, ocfs2_remount");
    private static final Verdict NEXT_MOUNT = Verdict.rolling("unmount and mount on one node after the other",
            "fs/ocfs2/super.c, ocfs2_remount: the data mode does not change while it is mounted");
    private static final Verdict PACEMAKER = Verdict.stopped("Pacemaker restarts volume-clone on all nodes when a parameter of"
            + " volume-fs changes: stop what uses it, change its options (pcs resource update, crm resource param), start it again",
            "Pacemaker Explained, resource parameters that are not reloadable; ocf:heartbeat:Filesystem has none that are");
    private static final Verdict ELSEWHERE = Verdict.rolling("stop what uses it, unmount, steps mount-point and mount-ocfs2: on one node after"
            + " the other", "step mount-ocfs2");
    /** By the name of an option of OCFS2. What is not here is remounted. */
    private static final Map<String, Verdict> OCFS2 = Map.of("data", NEXT_MOUNT);

    @Override
    public List<ExportChange> changes(ExportFacts before, ExportFacts after) {
        if (before.hasPacemaker() != after.hasPacemaker()) {
            return List.of();
        }
        String file = after.hasPacemaker() ? CIB.stream().filter(after.files()::containsKey).findFirst().orElse(FSTAB) : FSTAB;
        Pattern pattern = after.hasPacemaker() ? CIB_OPTIONS : FSTAB_LINE;
        Map<String, String> old = options(before.file(file), pattern);
        Map<String, String> now = options(after.file(file), pattern);
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        List<ExportChange> changes = new ArrayList<>();
        if (!before.value(POINT).equals(after.value(POINT))) {
            changes.add(ExportChange.of("mount point", before.value(POINT), after.value(POINT), file, after.hasPacemaker() ? PACEMAKER : ELSEWHERE));
        }
        for (String name : names) {
            String was = old.getOrDefault(name, "");
            String is = now.getOrDefault(name, "");
            if (!was.equals(is)) {
                changes.add(ExportChange.of("mount option " + name, was, is, file,
                        after.hasPacemaker() ? PACEMAKER : OCFS2.getOrDefault(name, REMOUNT)));
            }
        }
        return changes;
    }

    private static Map<String, String> options(String text, Pattern pattern) {
        Map<String, String> options = new TreeMap<>();
        Matcher matcher = pattern.matcher(text);
        if (matcher.find()) {
            for (String option : matcher.group(1).split(",")) {
                // Access times are one choice out of several words.
                String name = option.endsWith("atime") ? "atime" : option.split("=", 2)[0];
                options.put(name, option);
            }
        }
        return options;
    }

    @Override
    public List<String> settings() {
        return List.of(POINT);
    }
}
