// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.ui.Desktop;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.nodes.MeasureOptions;
import org.quorate.ui.nodes.ObserveOptions;
import org.quorate.ui.nodes.Reach;
import org.quorate.ui.nodes.ReachDialog;
import org.quorate.ui.nodes.ReachPresenter;
import org.quorate.ui.runs.StudyDialog;
import org.quorate.ui.study.StudyForm;

/** What dialogs answer when they are taken away, and what whoever listens to their fields finds. */
class DialogTest extends WorkbenchTest {

    private final ScenarioDocument document = ScenarioReader.read("small.yaml", TestScenarios.SMALL).document().orElseThrow();
    private final Scenario scenario = document.scenario();

    /** As when the window below it goes. */
    private void takeAway(Dialog dialog, String title, String button) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        workbench().later(() -> {
            dialog.open();
            over.countDown();
        });
        workbench().await("the dialog", () -> dialog(title) != null && Widgets.button(dialog(title), button).isEnabled());
        workbench().ui(dialog::close);
        assertTrue(over.await(1, TimeUnit.MINUTES));
        assertEquals(Window.CANCEL, dialog.getReturnCode());
    }

    @Test
    void nothingBeginsWhenTheQuestionForNodesIsTakenAway() throws InterruptedException {
        ReachDialog dialog = workbench().ask(() -> new ReachDialog(root().getShell(), new ReachDialog.Purpose("Reach", "How?", "Begin"),
                new ReachPresenter(Optional.of(scenario), Reach.USUAL)));
        takeAway(dialog, "Reach", "Begin");
    }

    @Test
    void noStudyBeginsWhenItsQuestionsAreTakenAway() throws InterruptedException {
        StudyForm form = new StudyForm(workbench().ask(() -> PlatformUI.getWorkbench().getService(Desktop.class).work().studies())
                .asked("sweep", document).orElseThrow());
        StudyDialog dialog = workbench().ask(() -> new StudyDialog(root().getShell(), form));
        takeAway(dialog, form.questionnaire().title(), "Start");
        assertEquals(Optional.empty(), dialog.study());
    }

    private Shell fields() {
        Shell shell = new Shell(root().getShell());
        shell.setLayout(new GridLayout(3, false));
        return shell;
    }

    @Test
    void whoIsToldOfAChangeFindsWhatWasEntered() {
        workbench().ui(() -> {
            MeasureOptions options = new MeasureOptions();
            List<Boolean> wrong = new ArrayList<>();
            Shell shell = fields();
            options.create(shell, () -> wrong.add(options.problem().isPresent()));
            shell.open();
            Text file = Widgets.labelled(shell, "Scratch file", Text.class);
            file.setText("no path");
            file.setText("/srv/scratch/quorate");
            shell.dispose();
            assertTrue(wrong.get(0), "the first time, too");
            assertFalse(wrong.get(wrong.size() - 1));
        });
        workbench().ui(() -> {
            ObserveOptions options = new ObserveOptions(scenario);
            List<Long> seconds = new ArrayList<>();
            Shell shell = fields();
            options.create(shell, () -> seconds.add(options.plan().interval().toSeconds()));
            shell.open();
            Widgets.labelled(shell, "Seconds between rounds", Spinner.class).setSelection(7);
            shell.dispose();
            assertFalse(seconds.isEmpty());
            assertEquals(7L, seconds.get(0));
        });
    }
}
