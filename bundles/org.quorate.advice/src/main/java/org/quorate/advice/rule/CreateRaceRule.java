// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.rule;

import java.util.List;
import java.util.Optional;
import org.quorate.advice.Context;
import org.quorate.advice.Finding;
import org.quorate.advice.Rule;
import org.quorate.advice.RuleInfo;
import org.quorate.advice.Severity;
import org.quorate.advice.Use;
import org.quorate.model.FileSet;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Operation;

/**
 * open(O_CREAT) without O_EXCL of one name on two nodes. Source: lab README: of 800 such pairs 37 failed with EEXIST on OCFS2, none on
 * GFS2. Files that are made on use are opened so, and so are PHP's sessions (ext/session/mod_files.c:ps_files_open).
 */
public final class CreateRaceRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofScenario("create-race", Severity.WARNING,
            "open(O_CREAT) of the same names on several nodes, which fails now and then on OCFS2", "lab README (37 of 800)");

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        List<Use> races = context.uses(use -> use.nodesMeet() && (onUse(use) || use.operation() == Operation.SESSION));
        return races.isEmpty() ? List.of() : context.shared(Ocfs2Spec.class).stream().map(contender -> finding(contender.label(), races)).toList();
    }

    private static Finding finding(String label, List<Use> races) {
        // Sessions that exist are found; only the first requests of a visitor race.
        Severity severity = races.stream().anyMatch(CreateRaceRule::onUse) ? Severity.WARNING : Severity.HINT;
        return new Finding(ABOUT.id(), severity, "open(O_CREAT) can fail with EEXIST on " + label,
                "When two nodes open one new name with O_CREAT at the same time, one of them may get the error EEXIST, although it did not"
                        + " ask for O_EXCL; POSIX has no such error there, and few programs try again. On GFS2 it does not happen. Let the"
                        + " application try again, or send requests for one name to one node.",
                races.stream().map(use -> Phrases.who(use) + " open files of " + use.set().name()
                        + " with O_CREAT; in the lab 37 of 800 at once failed").toList(),
                races.get(0).path(), Optional.empty());
    }

    private static boolean onUse(Use use) {
        return use.set().made() == FileSet.Made.ON_USE;
    }
}
