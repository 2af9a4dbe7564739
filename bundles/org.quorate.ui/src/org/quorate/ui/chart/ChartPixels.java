// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.chart;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.quorate.report.chart.ChartImage;

/** Turns what the report bundle has drawn into what SWT paints. */
final class ChartPixels {

    private ChartPixels() {
    }

    static ImageData of(ChartImage image) {
        ImageData data = new ImageData(image.width(), image.height(), 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
        int[] argb = image.argb();
        for (int row = 0; row < image.height(); row++) {
            data.setPixels(0, row, image.width(), argb, row * image.width());
        }
        return data;
    }
}
