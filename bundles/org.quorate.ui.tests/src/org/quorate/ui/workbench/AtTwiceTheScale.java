// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Desktop;
import org.quorate.ui.Ids;
import org.quorate.ui.welcome.WelcomeInput;

/**
 * Pictures on a screen of twice the density, where icons and charts must not be blown up. A process has one scale from its
 * start, so this runs in one of its own (the third execution in pom.xml), which is why its name does not end as those of tests do.
 */
class AtTwiceTheScale extends WorkbenchTest {

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void iconsAndTextsAreSharp(String theme) {
        assertEquals(200, workbench().ask(() -> root().getMonitor().getZoom()), "GDK_SCALE");
        workbench().ui(() -> {
            PlatformUI.getWorkbench().getService(Desktop.class).views().theme().setDark(theme.equals("dark"));
            workbench().page().resetPerspective();
            WelcomeInput.open(workbench().page());
        });
        Screenshots.take(workbench(), "welcome-dense-" + theme);
        workbench().ui(() -> CommandCall.of(Ids.OPEN_SAMPLE_COMMAND, Ids.OPEN_SAMPLE_NAME, "web-sessions").run(workbench().window()));
        workbench().settle();
        workbench().ui(() -> {
            Widgets.goTo(root(), "LUN", "LUN");
            Widgets.labelled(root(), "Queue depth", Text.class).setFocus();
        });
        Screenshots.take(workbench(), "editor-dense-" + theme);
    }

    @AfterEach
    void backToLight() {
        workbench().ui(() -> PlatformUI.getWorkbench().getService(Desktop.class).views().theme().setDark(false));
    }
}
