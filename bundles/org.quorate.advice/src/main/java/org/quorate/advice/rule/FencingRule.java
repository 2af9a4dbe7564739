// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.advice.Contender;
import org.quorate.advice.Context;
import org.quorate.advice.Finding;
import org.quorate.advice.QuickFix;
import org.quorate.advice.Rule;
import org.quorate.advice.RuleInfo;
import org.quorate.advice.Severity;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.validation.Safety;

/**
 * Nothing, or not the right thing, keeps a failed node off the LUN. Source: provisioning reference 1.3 (the DLM does not start without
 * fencing), 1.5 (reservations and several paths) and 2, number 16 and 17; what {@link Safety} says of the stacks on corosync.
 */
public final class FencingRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofScenario("fencing", Severity.CRITICAL,
            "no fencing, or one that does not reach every node or path", "provisioning reference 1.3, 1.5 and 2 (16, 17)");
    private static final String AGENT = "cluster.fencing.agent";

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        Map<String, List<String>> evidence = new LinkedHashMap<>();
        Map<String, Safety.Finding> firsts = new LinkedHashMap<>();
        for (Contender<FileSystemSpec> contender : context.onCorosync()) {
            for (Safety.Finding unsafe : Safety.findings(context.scenario(), contender.spec())) {
                if (unsafe.ofReservations()) {
                    continue; // ReservationRule
                }
                firsts.putIfAbsent(unsafe.path(), unsafe);
                evidence.computeIfAbsent(unsafe.path(), path -> new ArrayList<>()).add(contender.label() + ": " + unsafe.reason());
            }
        }
        return firsts.values().stream().map(unsafe -> finding(context, unsafe, evidence.get(unsafe.path()))).toList();
    }

    private static Finding finding(Context context, Safety.Finding unsafe, List<String> evidence) {
        return new Finding(ABOUT.id(), ABOUT.severity(), title(unsafe),
                "A node that hangs or loses its network must be kept off the LUN before another one replays its journal. Without that"
                        + " the lock manager either waits for ever, or both sides write and the file system is lost. Test the fencing of"
                        + " every node before the file system is made.",
                evidence, unsafe.path(), fix(context, unsafe));
    }

    private static String title(Safety.Finding unsafe) {
        return switch (unsafe.rule()) {
            case "node-without-fence-device" -> "Not every node can be fenced";
            case "fence-scsi-with-multipath", "fence-mpath-without-multipath" -> "The fence agent does not fit the paths of the LUN";
            case "recovery-before-fencing" -> "Recovery does not wait for fencing";
            default -> "No fencing is described";
        };
    }

    /** Reservations on the LUN need no address or password, which nobody here can know. */
    private static Optional<QuickFix> fix(Context context, Safety.Finding unsafe) {
        return switch (unsafe.rule()) {
            case "node-without-fence-device" -> Optional.empty();
            case "recovery-before-fencing" -> Optional.of(QuickFix.of("wait for fencing (enable_fencing of dlm.conf)", unsafe.path(), "true"));
            default -> context.scenario().lun().reservations().isPresent() ? Optional.empty()
                    : Optional.of(QuickFix.of("fence by persistent reservations (WERO), if the array has them and nothing else reserves the LUN",
                            AGENT, context.scenario().lun().multipath() ? "mpath" : "scsi"));
        };
    }
}
