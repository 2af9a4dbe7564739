// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PlatformUI;

/** The Eclipse bundles that come from Maven Central start together. */
class DesktopStartsTest {

    private static RunningWorkbench workbench;

    @BeforeAll
    static void start() throws Exception {
        workbench = RunningWorkbench.start();
    }

    @AfterAll
    static void stop() throws Exception {
        workbench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {IPageLayout.ID_OUTLINE, IPageLayout.ID_PROP_SHEET, IPageLayout.ID_PROGRESS_VIEW,
        "org.eclipse.pde.runtime.LogView"})
    void viewOpens(String id) {
        workbench.ui(() -> assertNotNull(workbench.page().showView(id)));
        assertEquals(List.of(), workbench.errors());
    }

    @Test
    void workbenchHasAWindow() {
        workbench.ui(() -> assertNotNull(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell()));
    }
}
