// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.advice.Contender;
import org.quorate.advice.Context;
import org.quorate.advice.Finding;
import org.quorate.advice.QuickFix;
import org.quorate.advice.Rule;
import org.quorate.advice.RuleInfo;
import org.quorate.advice.Severity;
import org.quorate.advice.Use;
import org.quorate.model.Bytes;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.UnitFormat;
import org.quorate.model.yaml.MkfsDefaults;

/**
 * A journal smaller than mkfs would make it, for a load that changes metadata. Source: kernel reference 4.2 (what mkfs.gfs2 and
 * mkfs.ocfs2 choose for a volume; the smallest that mkfs.ocfs2 chooses from 1 GiB up without a type is 64 MiB), 3.2 (GFS2 flushes at two
 * fifths of the journal and writes back at four fifths) and 6 (journal size).
 */
public final class JournalSizeRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofScenario("journal-size", Severity.WARNING,
            "journals smaller than mkfs would make them, under a load that changes directories", "kernel reference 3.2, 4.2 and 6");
    /** Types of mkfs.ocfs2 for large files choose less than its plain default, but none for many small files less than this. */
    private static final Bytes OCFS2_LEAST = Bytes.mib(64);

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        List<Finding> findings = new ArrayList<>();
        if (context.uses(Use::changesEntries).isEmpty()) {
            return findings;
        }
        Bytes volume = context.scenario().lun().size();
        for (Contender<Ocfs2Spec> contender : context.contenders(Ocfs2Spec.class)) {
            Bytes usual = MkfsDefaults.ocfs2Journal(volume);
            Bytes least = usual.compareTo(OCFS2_LEAST) < 0 ? usual : OCFS2_LEAST;
            if (contender.spec().journal().compareTo(least) < 0) {
                findings.add(finding(contender.label(), contender.spec().journal(), usual, "mkfs.ocfs2", contender.path("journal"),
                        "A transaction may take a quarter of the journal, and when it is full every operation of the node waits until blocks"
                                + " have been written to their places."));
            }
        }
        for (Contender<Gfs2Spec> contender : context.contenders(Gfs2Spec.class)) {
            Bytes usual = MkfsDefaults.gfs2Journal(volume, contender.spec().journals());
            if (contender.spec().journal().compareTo(usual) < 0) {
                findings.add(finding(contender.label(), contender.spec().journal(), usual, "mkfs.gfs2", contender.path("journal"),
                        "GFS2 flushes its log when two fifths of it are pending and writes back at four fifths; a small journal comes to that"
                                + " long before the flush period ends."));
            }
        }
        return findings;
    }

    private static Finding finding(String label, Bytes journal, Bytes usual, String program, String path, String why) {
        return new Finding(ABOUT.id(), ABOUT.severity(), "The journals of " + label + " are small", why
                + " Take what mkfs would take for this volume.",
                List.of("journals of " + UnitFormat.format(journal) + "; " + program + " makes them " + UnitFormat.format(usual) + " on this volume"),
                path, Optional.of(QuickFix.of("as " + program + " makes them", path, UnitFormat.format(usual))));
    }
}
