// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.ui.Ids;

/** The Eclipse bundles that come from Maven Central start together, and every view opens. */
@ExtendWith(RunningWorkbench.Provider.class)
class DesktopStartsTest {

    @ParameterizedTest
    @ValueSource(strings = {Ids.PROBLEMS_VIEW, Ids.ADVICE_VIEW, Ids.RESULTS_VIEW, Ids.PROGRESS_VIEW, Ids.ERROR_LOG_VIEW, Ids.HELP_VIEW, Ids.GUIDE_VIEW})
    void viewOpens(String id, RunningWorkbench workbench) {
        workbench.takeErrors();
        workbench.ui(() -> assertNotNull(workbench.page().showView(id)));
        assertEquals(List.of(), workbench.takeErrors());
    }
}
