// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
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
        workbench().ui(() -> PlatformUI.getWorkbench().getService(Desktop.class).theme().setDark(dark));
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
}
