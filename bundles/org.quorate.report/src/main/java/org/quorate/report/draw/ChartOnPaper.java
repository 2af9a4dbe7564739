// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Shape;
import java.util.Map;
import org.quorate.report.chart.ChartSpec;
import org.quorate.report.chart.Palette;
import org.w3c.dom.Element;

/**
 * Draws a chart as vectors where a page has kept a place for it.
 *
 * @param painter draws
 * @param chart   is drawn, in the colours of light paper
 * @param units   that the chart is wide in its own unit; it is scaled to the place
 */
public record ChartOnPaper(ChartPainter painter, ChartSpec chart, int units) implements FSObjectDrawer {

    @Override
    public Map<Shape, String> drawObject(Element element, double x, double y, double width, double height, OutputDevice device,
            RenderingContext context, int dots) {
        float wide = (float) (width / dots);
        float high = (float) (height / dots);
        device.drawWithGraphics((float) x, (float) y, wide, high, graphics -> {
            graphics.scale(wide / units, wide / units);
            painter.drawOnPaper(chart, graphics, units, Palette.LIGHT);
        });
        return null;
    }
}
