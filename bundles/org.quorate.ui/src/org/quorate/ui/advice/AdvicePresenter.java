// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.advice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.quorate.advice.Advice;
import org.quorate.advice.Finding;
import org.quorate.advice.QuickFix;
import org.quorate.advice.Severity;
import org.quorate.app.AdviseScenario;
import org.quorate.model.yaml.Problem;
import org.quorate.ui.Messages;
import org.quorate.ui.document.ScenarioSession;

/** What rules say about the scenario that is edited, and their fixes. Used by one thread. */
public final class AdvicePresenter {

    private final AdviseScenario rules;
    private final KnownAdvice known;
    private Optional<ScenarioSession> session = Optional.empty();
    private Optional<Advice> advice = Optional.empty();

    /** @param known what rules said of scenarios that were simulated */
    public AdvicePresenter(AdviseScenario rules, KnownAdvice known) {
        this.rules = rules;
        this.known = known;
    }

    /** Asks the rules anew, which takes a millisecond: nothing is simulated for it. */
    public void refresh(Optional<ScenarioSession> edited) {
        session = edited;
        advice = edited.flatMap(ScenarioSession::scenario).map(scenario -> known.find(scenario).orElseGet(() -> rules.advise(scenario)));
    }

    /** The gravest first. */
    public List<Finding> findings() {
        return advice.map(Advice::findings).orElse(List.of());
    }

    /** How many there are, and whether rules are missing that need a run. */
    public String summary() {
        if (session.isEmpty()) {
            return Messages.Problems_no_editor;
        }
        if (advice.isEmpty()) {
            return Messages.Advice_blocked;
        }
        String counted = findings().isEmpty() ? Messages.Advice_none : Messages.bind(Messages.Advice_count,
                new Object[] {count(Severity.CRITICAL), count(Severity.WARNING), count(Severity.HINT)});
        int skipped = advice.get().skipped().size();
        return skipped == 0 ? counted + " " + Messages.Advice_complete : counted + " " + Messages.bind(Messages.Advice_skipped, skipped);
    }

    private long count(Severity severity) {
        return findings().stream().filter(finding -> finding.severity() == severity).count();
    }

    /** Why, with the evidence and what the fix would write. */
    public static String details(Finding finding) {
        String evidence = finding.evidence().stream().map(line -> "\n  • " + line).collect(Collectors.joining());
        String fix = finding.fix().map(QuickFix::changes).orElse(List.of()).stream().map(change -> "\n  " + change.line())
                .collect(Collectors.joining());
        return finding.explanation() + (evidence.isEmpty() ? "" : "\n\n" + Messages.Advice_evidence + evidence)
                + (fix.isEmpty() ? "" : "\n\n" + Messages.Advice_fix_lines + fix);
    }

    /** What the fix does; empty if there is none. */
    public static String fix(Finding finding) {
        return finding.fix().map(QuickFix::does).orElse("");
    }

    /**
     * Changes the scenario as the finding proposes, as one step that undo takes back.
     *
     * @return what would be wrong then; empty if it was done
     */
    public List<Problem> apply(Finding finding) {
        if (finding.fix().isEmpty() || !findings().contains(finding)) {
            return List.of();
        }
        String name = Messages.bind(Messages.Advice_step, finding.title());
        return session.orElseThrow().edit(name, document -> rules.fix(document, List.of(finding)));
    }
}
