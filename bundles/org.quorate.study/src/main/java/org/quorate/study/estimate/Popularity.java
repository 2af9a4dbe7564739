// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.quorate.model.OperationShare;

/**
 * How likely each file of a set is to be chosen, in classes of files that are about as likely. Immutable.
 *
 * @param classes from the most likely to the least; the chances of all files sum to one
 */
record Popularity(List<Rank> classes) {

    /** Each class of a Zipf distribution begins so many times further down than the one before. */
    private static final double STEP = 1.3;

    /**
     * Files that are about as likely.
     *
     * @param files  how many
     * @param chance of one of them
     */
    record Rank(double files, double chance) {
    }

    /** How likely an item's operations choose each of so many files. */
    static Popularity of(OperationShare share, double files) {
        return share.access() == OperationShare.Access.ZIPF ? zipf(files, share.zipfExponent()) : uniform(files);
    }

    static Popularity uniform(double files) {
        double count = Math.max(1, files);
        return new Popularity(List.of(new Rank(count, 1 / count)));
    }

    static Popularity zipf(double files, double exponent) {
        double count = Math.max(1, Math.floor(files));
        List<Rank> raw = new ArrayList<>();
        double sum = 0;
        for (double first = 1; first <= count;) {
            double end = Math.min(count + 1, Math.max(first + 1, Math.floor(first * STEP)));
            double weight = 0;
            for (double rank = first; rank < end && end - first < 64; rank++) {
                weight += Math.pow(rank, -exponent);
            }
            if (weight == 0) {
                weight = (end - first) * Math.pow((first + end - 1) / 2, -exponent);
            }
            raw.add(new Rank(end - first, weight / (end - first)));
            sum += weight;
            first = end;
        }
        double all = sum;
        return new Popularity(raw.stream().map(r -> new Rank(r.files(), r.chance() / all)).toList());
    }

    /** The mean over operations of something that depends on the chance of the file. */
    double overOperations(DoubleUnaryOperator ofChance) {
        double sum = 0;
        for (Rank rank : classes) {
            sum += rank.files() * rank.chance() * ofChance.applyAsDouble(rank.chance());
        }
        return sum;
    }

    /** The mean over files of it. */
    double overFiles(DoubleUnaryOperator ofChance) {
        double sum = 0;
        double files = 0;
        for (Rank rank : classes) {
            sum += rank.files() * ofChance.applyAsDouble(rank.chance());
            files += rank.files();
        }
        return sum / files;
    }
}
