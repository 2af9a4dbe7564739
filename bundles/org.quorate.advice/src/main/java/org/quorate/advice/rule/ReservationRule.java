// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.advice.Context;
import org.quorate.advice.Contender;
import org.quorate.advice.Finding;
import org.quorate.advice.QuickFix;
import org.quorate.advice.Rule;
import org.quorate.advice.RuleInfo;
import org.quorate.advice.Severity;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.validation.Safety;

/**
 * Reservations of an application on the LUN that lock out nodes, or are those of the fence agent, too. Source: provisioning
 * reference 1.5 and 2, number 22; {@link Safety}.
 */
public final class ReservationRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofScenario("reservations", Severity.CRITICAL,
            "persistent reservations that lock out nodes, or have two users", "provisioning reference 1.5 and 2 (22)");

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        Map<String, Safety.Finding> found = new LinkedHashMap<>();
        for (Contender<FileSystemSpec> contender : context.contenders(FileSystemSpec.class)) {
            Safety.findings(context.scenario(), contender.spec()).stream().filter(Safety.Finding::ofReservations)
                    .forEach(unsafe -> found.putIfAbsent(unsafe.rule(), unsafe));
        }
        return found.values().stream().map(ReservationRule::finding).toList();
    }

    private static Finding finding(Safety.Finding unsafe) {
        boolean type = unsafe.path().endsWith(".type");
        return new Finding(ABOUT.id(), ABOUT.severity(),
                type ? "The reservation locks out all nodes but one" : "Two users of one reservation",
                "The LUN has one reservation at a time. It must let every registered node write (types 5, 7 and 8), and it has one owner:"
                        + " the application, whose nodes are then fenced in another way, or the fence agent.",
                List.of(unsafe.reason()), unsafe.path(), type ? Optional.of(QuickFix.of("let all registered nodes write (type 5)",
                        unsafe.path(), "write-exclusive-registrants-only")) : Optional.empty());
    }
}
