// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.step;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quorate.provision.plan.Step;
import org.quorate.provision.site.Site;

/**
 * The steps that let a cluster grow which an earlier export set up: a larger LUN, more slots or journals, more nodes. They
 * are no part of the usual order, and work on what is in use; the usual steps among them find done what the old nodes have.
 * Immutable, thread-safe.
 *
 * @param kinds ids of the steps in their order, by what grows: {@code lun}, {@code slots}, {@code node}
 * @param steps the steps that only growth has, each once
 */
public record Growth(Map<String, List<String>> kinds, List<Step> steps) {

    private static final String PREFIX = "grow-";

    /** What comes in front of a usual step when a node joins. */
    private static final Map<String, List<String>> BEFORE = Map.of(
            "o2cb", List.of("grow-o2cb"),
            "corosync", List.of("grow-corosync"),
            "cluster-start", List.of("grow-hold", "grow-reload"));
    /** What a usual step becomes when a node joins. */
    private static final Map<String, String> INSTEAD = Map.of("corosync-key", "grow-key", "cib-cluster", "grow-fencing",
            "qdevice-certificates", "grow-qdevice");

    public static Growth of(Site site, List<Step> usual) {
        boolean gfs2 = site.isGfs2();
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        kinds.put("lun", gfs2 ? List.of("grow-rescan", "grow-volume-gfs2", "grow-refresh-gfs2", "grow-gfs2")
                : List.of("grow-rescan", "grow-ocfs2"));
        kinds.put("slots", switch (site.stack()) {
            case GFS2 -> List.of("grow-journals");
            case OCFS2_PCMK -> List.of("grow-stop", "grow-slots", "grow-start");
            case OCFS2_O2CB -> slots(usual);
        });
        kinds.put("node", node(gfs2, usual));
        List<Step> steps = kinds.values().stream().flatMap(List::stream).distinct().filter(id -> id.startsWith(PREFIX))
                .map(StepLibrary::step).toList();
        return new Growth(kinds, steps);
    }

    /** The volume is unmounted for it, and mounted again by the usual steps where fstab does it. */
    private static List<String> slots(List<Step> usual) {
        List<String> ids = new ArrayList<>(List.of("grow-unmount", "grow-slots"));
        usual.stream().map(Step::id).filter(id -> id.equals("mount-ocfs2") || id.equals("php-mount")).forEach(ids::add);
        return ids;
    }

    private static List<String> node(boolean gfs2, List<Step> usual) {
        List<String> ids = new ArrayList<>(List.of(gfs2 ? "grow-room-gfs2" : "grow-room-ocfs2"));
        for (Step step : usual) {
            if (step.risk() != Step.Risk.FORMATS) {
                ids.addAll(BEFORE.getOrDefault(step.id(), List.of()));
                ids.add(INSTEAD.getOrDefault(step.id(), step.id()));
                if (step.id().equals("fencing-test")) {
                    ids.add("grow-release");
                }
            }
        }
        return ids;
    }

    /** The usual steps and those of growth. */
    public List<Step> with(List<Step> usual) {
        return Stream.concat(usual.stream(), steps.stream()).toList();
    }

    /** The steps of each kind in one text, for the scripts. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        kinds.forEach((kind, ids) -> texts.put(kind, String.join(" ", ids)));
        return texts;
    }
}
