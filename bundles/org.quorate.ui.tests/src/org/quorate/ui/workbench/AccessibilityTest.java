// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Ids;
import org.quorate.ui.Messages;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.welcome.WelcomeInput;

/** Walks all parts and dialogs: every control has a name that can be spoken, and the keyboard reaches it. */
class AccessibilityTest extends WorkbenchTest {

    /** So many steps without a new control: the focus has come round. */
    private static final int ROUND = 30;

    private final Map<String, List<String>> faults = new LinkedHashMap<>();

    private void check(String what, Composite root) {
        List<String> found = new ArrayList<>();
        Spoken.nameless(root).forEach(control -> found.add("no name: " + control));
        unreached(root).forEach(control -> found.add("not reached: " + control));
        if (!found.isEmpty()) {
            faults.put(what, found);
        }
    }

    private void noFaults() {
        assertEquals("", String.join("\n", faults.entrySet().stream()
                .map(entry -> entry.getKey() + ":\n  " + String.join("\n  ", entry.getValue())).toList()));
    }

    /** A part that is entered puts the focus where its work begins; what lies before that is reached backwards. */
    private static List<String> unreached(Composite root) {
        List<Control> wanted = Widgets.all(root, Control.class).stream().filter(Spoken::takesFocus).toList();
        Set<Control> reached = new LinkedHashSet<>();
        root.getShell().forceActive();
        root.setFocus();
        walk(SWT.TRAVERSE_TAB_NEXT, reached);
        if (!reached.containsAll(wanted)) {
            walk(SWT.TRAVERSE_TAB_PREVIOUS, reached);
        }
        return wanted.stream().filter(control -> !reached.contains(control)).map(Spoken::say).toList();
    }

    /** Presses Tab, or Control and Tab where Tab is a letter, until the focus has come round. */
    private static void walk(int direction, Set<Control> reached) {
        int known = 0;
        for (Control focus = Display.getCurrent().getFocusControl(); focus != null && known < ROUND; focus = Display.getCurrent().getFocusControl()) {
            known = reached.add(focus) ? 0 : known + 1;
            boolean moved = focus.traverse(direction) && Display.getCurrent().getFocusControl() != focus;
            if (!moved && !focus.getParent().traverse(direction)) {
                return;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Ids.PROBLEMS_VIEW, Ids.ADVICE_VIEW, Ids.PROGRESS_VIEW, Ids.HELP_VIEW, Ids.GUIDE_VIEW, Ids.RESULTS_VIEW, Ids.NODES_VIEW,
        Ids.APPLY_VIEW, Ids.OBSERVE_VIEW})
    void views(String id) throws IOException {
        open(TestScenarios.SMALL);
        workbench().ui(() -> workbench().page().showView(id));
        workbench().settle();
        workbench().ui(() -> check(id, root()));
        noFaults();
    }

    @Test
    void welcome() {
        workbench().ui(() -> WelcomeInput.open(workbench().page()));
        workbench().settle();
        workbench().ui(() -> check("welcome", root()));
        noFaults();
    }

    @Test
    void everyPageOfTheEditor() throws IOException {
        open(TestScenarios.SMALL);
        workbench().ui(() -> check("Overview", root()));
        for (String[] place : new String[][] {{"Cluster"}, {"Cluster", "Nodes"}, {"LUN"}, {"File systems", "ocfs2"}, {"Workload", "Phases"}}) {
            workbench().ui(() -> {
                Widgets.goTo(root(), place[0], place);
                check(String.join(" > ", place), root());
            });
        }
        workbench().ui(() -> Widgets.showTab(root(), "YAML"));
        workbench().settle();
        workbench().ui(() -> check("YAML", root()));
        noFaults();
    }

    @Test
    void resultAndScripts() throws IOException {
        open(TestScenarios.SMALL);
        workbench().ui(() -> CommandCall.of(Ids.COMPARE_COMMAND).run(workbench().window()));
        workbench().ui(() -> check("running", root()));
        awaitDone(run());
        for (String chapter : workbench().ask(() -> List.of(chapters().getItems()))) {
            workbench().ui(() -> Widgets.choose(chapters(), chapter));
            workbench().settle();
            workbench().ui(() -> check(chapter, root()));
        }
        workbench().ui(() -> CommandCall.of(Ids.EXPORT_SCRIPTS_COMMAND).run(workbench().window()));
        workbench().settle();
        workbench().ui(() -> check("scripts", root()));
        noFaults();
    }

    private org.eclipse.swt.widgets.List chapters() {
        return Widgets.all(root(), org.eclipse.swt.widgets.List.class).get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sweep", "map", "search", "sensitivity", "fail", "unsafe", "simulate", "observe", "watch"})
    void questionsOfStudies(String kind) throws IOException {
        open(TestScenarios.SMALL);
        dialog(kind, () -> CommandCall.of(Ids.STUDY_COMMAND, Ids.STUDY_KIND, kind).run(workbench().window()));
        noFaults();
    }

    @ParameterizedTest
    @ValueSource(strings = {"claims", "accuracy", "fit"})
    void questionsOfGeneralStudies(String kind) throws IOException {
        open(TestScenarios.SMALL);
        dialog(kind, () -> CommandCall.of(Ids.GENERAL_STUDY_COMMAND, Ids.GENERAL_STUDY_KIND, kind).run(workbench().window()));
        noFaults();
    }

    @Test
    void everyPageOfTheWizard() {
        workbench().later(() -> CommandCall.of(Ids.NEW_SCENARIO_COMMAND).run(workbench().window()));
        workbench().await("the wizard", () -> front() != null && Widgets.button(front(), "Finish").isEnabled());
        boolean more = true;
        for (int page = 1; more; page++) {
            int number = page;
            workbench().settle();
            workbench().ui(() -> check("page " + number + " of the wizard", front()));
            more = workbench().ask(() -> Widgets.button(front(), "Next >").isEnabled());
            if (more) {
                workbench().ui(() -> Widgets.press(Widgets.button(front(), "Next >")));
            }
        }
        workbench().ui(() -> Widgets.press(Widgets.button(front(), "Cancel")));
        workbench().await("its end", () -> front() == null);
        noFaults();
    }

    /** With a result in the list, whose report is beside it. */
    @Test
    void resultsWithAPreview() throws IOException {
        open(TestScenarios.SMALL);
        workbench().ui(() -> CommandCall.of(Ids.STUDY_COMMAND, Ids.STUDY_KIND, "estimate").run(workbench().window()));
        awaitDone(run());
        workbench().ui(() -> {
            workbench().page().closeAllEditors(false);
            workbench().page().showView(Ids.RESULTS_VIEW);
        });
        workbench().await("the result", () -> results().getItemCount() > 0);
        workbench().ui(() -> {
            results().setSelection(0);
            Event event = new Event();
            event.item = results().getItem(0);
            results().notifyListeners(SWT.Selection, event);
        });
        workbench().await("the preview", () -> !Widgets.all(root(), org.eclipse.swt.widgets.List.class).isEmpty());
        workbench().settle();
        workbench().ui(() -> check("results", root()));
        noFaults();
    }

    private Table results() {
        return Widgets.all(root(), Table.class).stream().filter(table -> table.getColumnCount() == 7).findFirst().orElseThrow();
    }

    @Test
    void otherDialogs() throws IOException {
        open(TestScenarios.SMALL);
        dialog(Messages.Diagnostics_title, () -> CommandCall.of(Ids.SAVE_DIAGNOSTICS_COMMAND).run(workbench().window()));
        dialog("preferences", () -> PreferencesUtil.createPreferenceDialogOn(root().getShell(), "org.quorate.ui.preferences",
                new String[] {"org.quorate.ui.preferences"}, null).open());
        noFaults();
    }

    private void dialog(String what, Runnable opens) {
        // Commands look at the active editor, and there is none while no window is active.
        workbench().ui(() -> {
            root().getShell().forceActive();
            workbench().page().activate(workbench().page().getActiveEditor());
        });
        workbench().settle();
        workbench().later(opens);
        workbench().await(what, () -> front() != null);
        workbench().settle();
        workbench().ui(() -> check(what, front()));
        workbench().ui(() -> front().close());
        workbench().await("its end", () -> front() == null);
    }

    /** The dialog over the window. */
    private Shell front() {
        for (Shell shell : Display.getCurrent().getShells()) {
            if (shell != root() && shell.getParent() == root() && shell.isVisible() && !shell.getText().isEmpty()) {
                return shell;
            }
        }
        return null;
    }
}
