// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.document;

import org.quorate.report.chart.ChartSpec;

/**
 * A chart with its title (that of the chart) and caption.
 *
 * @param chart   what is drawn
 * @param width   how much of the page it takes; narrow neighbours stand beside one another
 * @param caption how to read it; may be empty
 */
public record Figure(ChartSpec chart, Width width, String caption) implements Block {

    /** Half of the page or all of it. */
    public enum Width { HALF, FULL }

    public Figure {
        Ids.check(chart.id());
    }
}
