// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.GraphicsEnvironment;
import java.io.PrintStream;
import org.quorate.report.Cases;
import org.quorate.report.ReportFigures;
import org.quorate.report.chart.Palette;

/** Draws a chart and says how AWT is set up. */
final class HeadlessProbe {

    private HeadlessProbe() {
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
        try {
            ChartPainter painter = new ChartPainter();
            painter.image(ReportFigures.of(Cases.all().get("usual")).charts().get(0), 400, 300, 1, Palette.LIGHT);
            out.println("drawn, headless " + GraphicsEnvironment.isHeadless() + ", property "
                    + System.getProperty("java.awt.headless"));
        } catch (IllegalStateException e) {
            out.println(e.getMessage());
        }
    }
}
