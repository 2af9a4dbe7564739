// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.measure;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.quorate.intake.LogFit;
import org.quorate.model.measured.Times;

/** Times that were measured one by one, in nanoseconds. Immutable, thread-safe. */
public final class Samples {

    /** As fio's default list (fio(1), percentile_list), without what lies beyond the 99th. */
    private static final double[] PERCENTS = {1, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99};

    private final double[] sorted;

    private Samples(double[] sorted) {
        this.sorted = sorted;
    }

    /** Those of them that are more than 0 and finite. */
    public static Samples of(DoubleStream nanos) {
        return new Samples(nanos.filter(time -> time > 0 && time < Double.POSITIVE_INFINITY).sorted().toArray());
    }

    /** All of them together. */
    public static Samples together(Collection<Samples> parts) {
        return of(parts.stream().flatMapToDouble(part -> Arrays.stream(part.sorted)));
    }

    /** No time at all. */
    public static Samples none() {
        return new Samples(new double[0]);
    }

    /** How many. */
    public int count() {
        return sorted.length;
    }

    /**
     * How much longer these take than others, two samples or more of each: the difference of the means, at least 0, which unlike that of
     * single samples has no bias where it is small, with its error. What comes on top does not depend on the others, so that variances add
     * up. No percentile of it is known. The two may be of different numbers of samples.
     */
    Times beyond(Samples others) {
        double one = deviation();
        double other = others.deviation();
        return Times.together(count(), Math.max(0, mean() - others.mean()), Math.sqrt(one * one / count() + other * other / others.count()),
                Math.sqrt(Math.max(0, one * one - other * other)));
    }

    /** The mean of one sample or more. */
    public double mean() {
        return Arrays.stream(sorted).sum() / sorted.length;
    }

    /** The median of one sample or more. */
    public double median() {
        return percentile(50);
    }

    /** The least value that so many percent of the samples do not pass. */
    private double percentile(double percent) {
        return sorted[(int) Math.max(0, Math.ceil(percent / 100 * sorted.length) - 1)];
    }

    /** Of two samples or more. */
    private double deviation() {
        double mean = mean();
        return StrictMath.sqrt(Arrays.stream(sorted).map(time -> (time - mean) * (time - mean)).sum() / (sorted.length - 1));
    }

    /** The figures of one sample or more. */
    public Times times() {
        return Times.single(sorted.length, mean(), sorted.length < 2 ? Optional.empty() : Optional.of(deviation()), Optional.of(sorted[0]),
                Optional.of(median()), Optional.of(percentile(99)), Optional.of(sorted[sorted.length - 1]));
    }

    /** The log-normal that fits one sample or more from the 1st to the 99th percentile: a few that waited for something else do not count. */
    public LogFit fit() {
        List<LogFit.Point> points = IntStream.range(0, PERCENTS.length).mapToObj(i -> new LogFit.Point(PERCENTS[i], percentile(PERCENTS[i]))).toList();
        return LogFit.of(points);
    }
}
