// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.quorate.ui.Desktop;
import org.quorate.ui.Ids;
import org.quorate.ui.TestScenarios;

/** Colours in a real workbench. */
class ThemeTest extends WorkbenchTest {

    /** Of brightness, of 255; what is disabled is paler than what is not. */
    private static final int DISTANCE = 60;

    private void dark(boolean dark) {
        workbench().ui(() -> PlatformUI.getWorkbench().getService(Desktop.class).views().theme().setDark(dark));
        workbench().settle();
    }

    /** Controls whose words do not stand out from their ground as they should; buttons say other colours than the platform paints. */
    private List<String> wrong(boolean dark) {
        return workbench().ask(() -> Stream.of(Table.class, Tree.class, Label.class, Text.class, StyledText.class)
                .flatMap(kind -> Widgets.all(root(), kind).stream())
                .filter(control -> !(control instanceof Label label && label.getText().isEmpty()))
                .filter(control -> (brightness(control.getBackground()) - brightness(control.getForeground())) * (dark ? -1 : 1) < DISTANCE)
                .map(control -> control + " " + control.getForeground() + " on " + control.getBackground()).toList());
    }

    private static int brightness(Color colour) {
        return (colour.getRed() + colour.getGreen() + colour.getBlue()) / 3;
    }

    /** Views that were open all the time once had white words on white ground. */
    @Test
    void theDarkThemeLeavesNoColoursBehind() throws IOException {
        dark(true);
        open(TestScenarios.SMALL);
        for (String view : List.of(Ids.PROBLEMS_VIEW, Ids.ADVICE_VIEW)) {
            workbench().ui(() -> workbench().page().showView(view));
            for (boolean dark : new boolean[] {true, false}) {
                dark(dark);
                assertEquals(List.of(), wrong(dark), view + (dark ? " in the dark theme" : " in the light theme"));
            }
        }
    }

    /** A colour that the dark theme had set once made disabled buttons look like others. */
    @Test
    void whatIsDisabledIsPalerInBothThemesAndAfterChangesBetweenThem() throws IOException {
        open(TestScenarios.SMALL);
        for (boolean dark : new boolean[] {false, true, false}) {
            dark(dark);
            workbench().ui(() -> Widgets.goTo(root(), "LUN", "LUN"));
            int disabled = contrast("Remove");
            workbench().ui(() -> Widgets.goTo(root(), "File systems", "File systems", "gfs2"));
            int enabled = contrast("Remove");
            assertTrue(disabled * 4 < enabled * 3, disabled + " is not less than " + enabled + (dark ? " in the dark theme" : " in the light theme"));
        }
    }

    /** Between the brightest and the darkest point around a button's words, as they stand on the screen. */
    private int contrast(String button) {
        workbench().settle();
        return workbench().ask(() -> {
            Button shown = Widgets.button(root(), button);
            Point size = shown.getSize();
            Point origin = shown.toDisplay(size.x / 3, size.y / 4);
            Image image = new Image(shown.getDisplay(), size.x / 3, size.y / 2);
            GC gc = new GC(shown.getDisplay());
            gc.copyArea(image, origin.x, origin.y);
            gc.dispose();
            ImageData data = image.getImageData();
            image.dispose();
            IntSummaryStatistics brightness = new IntSummaryStatistics();
            for (int y = 0; y < data.height; y++) {
                for (int x = 0; x < data.width; x++) {
                    RGB colour = data.palette.getRGB(data.getPixel(x, y));
                    brightness.accept((colour.red + colour.green + colour.blue) / 3);
                }
            }
            return brightness.getMax() - brightness.getMin();
        });
    }
}
