// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Notice;
import org.quorate.report.text.Unit;
import org.quorate.study.map.MapFigure;
import org.quorate.study.text.Dimension;

/** What reports on comparisons at many points have in common. Pure functions. */
final class PointsBlocks {

    private static final String VARIED = "varied";

    private PointsBlocks() {
    }

    /**
     * Where the figures come from.
     *
     * @param counted      what {@code count} is of
     * @param seed         absent if it is varied
     * @param replications of each point; absent if they are varied
     */
    static KeyValues about(ReportContext context, String version, String scenario, String counted, int count, OptionalLong seed,
            OptionalInt replications) {
        return KeyValues.of("Date", context.date().toString(), "Quorate", version, "Scenario", scenario, counted, Integer.toString(count),
                "Seed", seed.isPresent() ? Long.toString(seed.getAsLong()) : VARIED,
                "Replications", replications.isPresent() ? Integer.toString(replications.getAsInt()) : VARIED);
    }

    /** What strokes and differences are, in words. */
    static String interval(OptionalDouble confidence) {
        return confidence.isPresent() ? Settings.percent(confidence.getAsDouble()) + " confidence interval"
                : "confidence interval (the confidence is varied)";
    }

    /** @param where what says which runs failed, and what follows */
    static Notice failed(long points, String where) {
        return new Notice(Notice.Kind.WARNING, points + (points == 1 ? " point" : " points") + " failed",
                "A run ended with an error of the program; " + where);
    }

    /** @param points what the contender was compared at, for example points or values */
    static Notice unsafe(String label, String points) {
        return new Notice(Notice.Kind.DANGER, label + " is unsafe as described",
                "At some or all " + points + " the design would lose data or hang; quorate compare says why.");
    }

    /** @param first the first of the points, and why it is there */
    static Notice saturated(String label, int full, int points, String first) {
        return new Notice(Notice.Kind.WARNING, label + " cannot carry the load at " + full + " of " + points + " points",
                "The first: " + first + ".");
    }

    /** What a figure is written in. */
    static Unit unit(MapFigure figure) {
        return figure.dimension() == Dimension.BYTES ? Unit.BYTES : Unit.TIME;
    }
}
