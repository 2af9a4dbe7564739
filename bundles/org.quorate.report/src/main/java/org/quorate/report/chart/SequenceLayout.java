// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.quorate.report.chart.SequenceChart.Arrow;
import org.quorate.report.chart.SequenceChart.Fold;
import org.quorate.report.chart.SequenceChart.Item;

/**
 * Where the items of a {@link SequenceChart} stand from top to bottom. Each has a row of its own, in the order of time, so that no words
 * meet; rows of what takes long are higher. Knows nothing of fonts and colours.
 *
 * @param tops   of the rows, one an item
 * @param height of all rows together
 * @param breaks indices of the items in whose rows time is pressed together most
 */
public record SequenceLayout(List<Double> tops, double height, List<Integer> breaks) {

    /** Of a line of words, of a fold, and of a row without words. */
    private static final double LINE = 17;
    private static final double ARROW = 22;
    private static final double FOLD = 26;
    private static final double EMPTY = 5;
    /** What all rows are higher together for what takes long, and one at most. */
    private static final double EXTRA = 140;
    private static final double MOST_EXTRA = 45;
    /** A row is marked if a nanosecond has less than this share of the room that it has in the median row. */
    private static final double PRESSED = 0.05;
    /** What takes less than this share of all needs no mark. */
    private static final double LEAST_MARKED = 0.04;

    public SequenceLayout {
        tops = List.copyOf(tops);
        breaks = List.copyOf(breaks);
    }

    /** The layout of a chart. */
    public static SequenceLayout of(SequenceChart chart) {
        List<Item> items = chart.items();
        double begin = items.isEmpty() ? 0 : items.get(0).from();
        double end = items.stream().mapToDouble(Item::to).max().orElse(1);
        double all = Math.max(1, end - begin);
        List<Double> tops = new ArrayList<>();
        double y = 0;
        for (Item item : items) {
            tops.add(y);
            y += height(item, all);
        }
        return new SequenceLayout(tops, y, breaks(items, tops, y, end));
    }

    private static List<Integer> breaks(List<Item> items, List<Double> tops, double height, double end) {
        double[] nanos = new double[items.size()];
        double[] room = new double[items.size()];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = next(items, i, end) - items.get(i).from();
            room[i] = (i + 1 < tops.size() ? tops.get(i + 1) : height) - tops.get(i);
        }
        double[] densities = IntStream.range(0, nanos.length).filter(i -> nanos[i] > 0).mapToDouble(i -> room[i] / nanos[i]).sorted().toArray();
        double all = Arrays.stream(nanos).sum();
        return IntStream.range(0, nanos.length).filter(i -> nanos[i] > LEAST_MARKED * all
                && room[i] / nanos[i] < PRESSED * densities[densities.length / 2]).boxed().toList();
    }

    private static double next(List<Item> items, int index, double end) {
        return index + 1 < items.size() ? items.get(index + 1).from() : end;
    }

    private static double height(Item item, double all) {
        double share = item instanceof Arrow arrow && arrow.beside() ? 0 : (item.to() - item.from()) / all;
        double extra = Math.min(MOST_EXTRA, EXTRA * share);
        if (item instanceof Fold) {
            return FOLD;
        }
        double least = item.label().isEmpty() ? EMPTY : item instanceof Arrow ? ARROW : LINE;
        return least + extra;
    }

    /** Where a moment is: at the top of the row of the first item that begins then, or in between. */
    public double at(SequenceChart chart, double nanos) {
        List<Item> items = chart.items();
        for (int i = 0; i < items.size(); i++) {
            double from = items.get(i).from();
            if (from >= nanos) {
                if (from == nanos || i == 0) {
                    return tops.get(i);
                }
                double before = items.get(i - 1).from();
                return tops.get(i - 1) + (tops.get(i) - tops.get(i - 1)) * (nanos - before) / (from - before);
            }
        }
        return items.isEmpty() || nanos >= items.stream().mapToDouble(Item::to).max().orElse(0) ? height
                : inLastRow(items, nanos);
    }

    private double inLastRow(List<Item> items, double nanos) {
        int last = items.size() - 1;
        double from = items.get(last).from();
        double end = items.stream().mapToDouble(Item::to).max().orElse(from);
        return tops.get(last) + (height - tops.get(last)) * (nanos - from) / (end - from);
    }
}
