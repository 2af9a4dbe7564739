// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.quorate.advice.Contender;
import org.quorate.advice.Context;
import org.quorate.advice.Finding;
import org.quorate.advice.QuickFix;
import org.quorate.advice.Rule;
import org.quorate.advice.RuleInfo;
import org.quorate.advice.Severity;
import org.quorate.model.Bytes;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.UnitFormat;

/**
 * Too few or too many resource groups. Source: kernel reference 4.4: at the mount a node prefers every J-th resource group, J being the
 * number of journals, so that with fewer groups than journals some nodes have none of their own; and gfs2-utils, libgfs2.h
 * (GFS2_EXCESSIVE_RGS 10000): more than 10,000 are too many, and mkfs.gfs2 without -r then takes larger ones, in steps of 256 MiB up to
 * 2 GiB (how_many_rgrps). A scenario names the size, so that mkfs has no choice.
 */
public final class ResourceGroupRule implements Rule {

    private static final RuleInfo ABOUT = RuleInfo.ofScenario("resource-groups", Severity.WARNING,
            "fewer resource groups of GFS2 than journals, or more than 10,000", "kernel reference 4.4; gfs2-utils, GFS2_EXCESSIVE_RGS");
    private static final long EXCESSIVE = 10_000;
    private static final long STEP_MIB = 256;
    private static final long MOST_MIB = 2048;
    private static final long LEAST_MIB = 32;

    @Override
    public RuleInfo about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(Context context) {
        List<Finding> findings = new ArrayList<>();
        long volume = context.scenario().lun().size().value();
        for (Contender<Gfs2Spec> contender : context.clustered(Gfs2Spec.class)) {
            long count = groups(volume, contender.spec().resourceGroup().value());
            if (count < contender.spec().journals()) {
                findings.add(finding(contender, Severity.WARNING, count, "has fewer resource groups than journals",
                        "Each node prefers resource groups of its own to allocate from. With fewer than there are journals, nodes share one and"
                                + " take its lock from each other at every allocation; each hand-over flushes a log.",
                        smaller(volume, contender.spec().journals())));
            } else if (count > EXCESSIVE && contender.spec().resourceGroup().value() < Bytes.mib(MOST_MIB).value()) {
                findings.add(finding(contender, Severity.HINT, count, "has very many resource groups",
                        "Every resource group is a lock, and a node looks through many of them to find space. mkfs.gfs2 holds more than 10,000 to"
                                + " be excessive and takes larger ones of its own accord when none are asked for.",
                        OptionalLong.of(larger(volume))));
            }
        }
        return findings;
    }

    private static long groups(long volume, long size) {
        return Math.max(1, volume / size);
    }

    /** The largest power of two of MiB that gives each journal one, if any allowed does. */
    private static OptionalLong smaller(long volume, int journals) {
        for (long size = MOST_MIB / 2; size >= LEAST_MIB; size /= 2) {
            if (groups(volume, Bytes.mib(size).value()) >= journals) {
                return OptionalLong.of(size);
            }
        }
        return OptionalLong.empty();
    }

    private static long larger(long volume) {
        long size = STEP_MIB;
        while (size < MOST_MIB && groups(volume, Bytes.mib(size).value()) > EXCESSIVE) {
            size += STEP_MIB;
        }
        return size;
    }

    private static Finding finding(Contender<Gfs2Spec> contender, Severity severity, long count, String what, String why, OptionalLong mebibytes) {
        String path = contender.path("resourceGroup");
        return new Finding(ABOUT.id(), severity, contender.label() + " " + what, why,
                List.of(count + " resource groups of " + UnitFormat.format(contender.spec().resourceGroup()) + ", " + contender.spec().journals()
                        + " journals"), path,
                mebibytes.isEmpty() ? Optional.empty()
                        : Optional.of(QuickFix.of("another size", path, UnitFormat.format(Bytes.mib(mebibytes.getAsLong())))));
    }
}
