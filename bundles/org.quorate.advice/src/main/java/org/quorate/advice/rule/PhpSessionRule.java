// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.advice.Context;
import org.quorate.advice.Finding;
import org.quorate.advice.QuickFix;
import org.quorate.advice.Rule;
import org.quorate.advice.RuleInfo;
import org.quorate.advice.Severity;
import org.quorate.advice.Use;
import org.quorate.model.Operation;

/**
 * PHP sessions in files that several nodes share. Source: provisioning reference 2, number 27 (small files that come and go are the worst
 * load of a lock manager, and the lock of a session is held for the whole request: Redis, memcached or sticky balancing) and 7, number 7.
 */
public final class PhpSessionRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofScenario("php-sessions", Severity.HINT,
            "PHP sessions in files that several nodes share, where a key-value store would serve better",
            "provisioning reference 2 (27) and 7 (7)");

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        List<Use> sessions = context.uses(use -> use.operation() == Operation.SESSION && use.nodesMeet());
        if (sessions.isEmpty() || !context.sharing()) {
            return List.of();
        }
        List<String> evidence = new ArrayList<>(sessions.stream().map(use -> Phrases.who(use) + " may each get the session").toList());
        evidence.addAll(Phrases.latencies(context, Operation.SESSION));
        // A phase that routes its sessions says so itself, and then no operation may.
        List<QuickFix.Change> changes = new ArrayList<>(sessions.stream().map(Use::phasePath).distinct()
                .map(phase -> QuickFix.Change.leaveOut(phase + ".routing")).toList());
        sessions.forEach(use -> changes.add(QuickFix.Change.set(use.path() + ".access", "own")));
        return List.of(new Finding(ABOUT.id(), ABOUT.severity(), "Sessions are better kept in a key-value store",
                "A session is small, is rewritten at every request, and its lock is held as long as the request runs. Redis or memcached"
                        + " (session.save_handler) do that without a cluster file system; so does a balancer that sends a visitor to the same"
                        + " node (sticky). The shared file system then keeps what it is good for: pages and uploads.",
                evidence, sessions.get(0).path(),
                Optional.of(new QuickFix("route each visitor to one node (sticky), as a what-if", changes))));
    }
}
