// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.kill;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Desktop;
import org.quorate.ui.Ids;
import org.quorate.ui.Messages;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.editor.ScenarioEditor;
import org.quorate.ui.runs.ResultPart;
import org.quorate.ui.runs.StudyRun;
import org.quorate.ui.workbench.Widgets;

/**
 * Works in a desktop that a {@link DesktopProcess} is, until it is killed, and writes into a log what it has done: recovers what
 * is offered, types into the scenario in front by real keys, compares.
 */
public final class Typist implements IStartup {

    /** What there is to do. */
    enum Work {
        TYPE, RECOVER, COMPARE
    }

    /** Names the log; without it, this is no desktop to be killed. */
    static final String LOG = "org.quorate.typist.log";
    /** Names a {@link Work}. */
    static final String WORK = "org.quorate.typist.work";
    /** What is typed after {@code #}, again and again. */
    static final char LETTER = 'x';
    /** The tab of what is never saved. */
    static final String NEVER_SAVED = "never-saved";
    private static final long PAUSE_MILLIS = 150;
    private static final long POLL_MILLIS = 50;
    private static final long LOOK_MILLIS = 500;

    private Path log;
    private Display display;

    @Override
    public void earlyStartup() {
        String name = System.getProperty(LOG);
        if (name != null) {
            log = Path.of(name);
            display = PlatformUI.getWorkbench().getDisplay();
            Thread typist = new Thread(this::work, "typist");
            typist.setDaemon(true);
            typist.start();
        }
    }

    private void work() {
        try {
            tell("started after " + ManagementFactory.getRuntimeMXBean().getUptime() + " ms");
            switch (Work.valueOf(System.getProperty(WORK))) {
                case TYPE -> {
                    inUi(() -> desktop().files().editors().openNew(page(), NEVER_SAVED, TestScenarios.SMALL));
                    type();
                }
                case RECOVER -> {
                    recover();
                    type();
                }
                case COMPARE -> compare();
            }
        } catch (Exception e) {
            tell("failed " + e);
        }
    }

    private static Desktop desktop() {
        return PlatformUI.getWorkbench().getService(Desktop.class);
    }

    private static IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    private static IWorkbenchPage page() {
        return window().getActivePage();
    }

    private static Shell shell() {
        return window().getShell();
    }

    private List<ScenarioEditor> editors() {
        return Stream.of(page().getEditorReferences()).map(reference -> reference.getEditor(true))
                .filter(ScenarioEditor.class::isInstance).map(ScenarioEditor.class::cast).toList();
    }

    private <T> T inUi(Callable<T> question) throws Exception {
        return display.syncCall(question::call);
    }

    private void await(Callable<Boolean> condition) throws Exception {
        while (!inUi(condition)) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Presses the button as soon as the page is there. */
    private void recover() throws Exception {
        String all = Messages.Recovery_recover_all.replace("&", "");
        await(() -> Widgets.all(shell(), Button.class).stream().anyMatch(button -> button.getText().replace("&", "").equals(all)));
        tell("offered");
        inUi(() -> {
            display.asyncExec(() -> Widgets.press(Widgets.button(shell(), all)));
            return null;
        });
        await(() -> editors().stream().filter(ScenarioEditor::isDirty).count() == 2);
        for (ScenarioEditor editor : inUi(this::editors)) {
            tell("recovered " + inUi(() -> editor.getPartName() + " " + letters(editor.session().text())));
        }
    }

    private static long letters(String text) {
        return text.substring(text.lastIndexOf('#') + 1).chars().filter(letter -> letter == LETTER).count();
    }

    /** Compares a sample and looks at everything that came of it. */
    private void compare() throws Exception {
        inUi(() -> {
            shell().forceActive();
            CommandCall.of(Ids.OPEN_SAMPLE_COMMAND, Ids.OPEN_SAMPLE_NAME, "web-sessions").run(window());
            return null;
        });
        // The command is there once the window knows what is in front.
        await(() -> {
            if (page().getActiveEditor() instanceof ScenarioEditor) {
                CommandCall.of(Ids.COMPARE_COMMAND).run(window());
            }
            return page().getActiveEditor() instanceof ResultPart;
        });
        await(() -> page().getActiveEditor() instanceof ResultPart result && result.run().state() == StudyRun.State.DONE
                && !Widgets.all(shell(), org.eclipse.swt.widgets.List.class).isEmpty());
        for (String chapter : inUi(() -> Widgets.all(shell(), org.eclipse.swt.widgets.List.class).get(0).getItems())) {
            inUi(() -> {
                Widgets.choose(Widgets.all(shell(), org.eclipse.swt.widgets.List.class).get(0), chapter);
                return null;
            });
            Thread.sleep(LOOK_MILLIS);
        }
        Runtime java = Runtime.getRuntime();
        tell("compared with a heap of " + (java.totalMemory() >> 20) + " MiB, of which are free " + (java.freeMemory() >> 20));
    }

    private void type() throws Exception {
        ScenarioEditor editor = inUi(() -> editors().stream().filter(one -> !one.getPartName().equals(NEVER_SAVED)).findFirst().orElseThrow());
        StyledText text = inUi(() -> {
            shell().forceActive();
            page().activate(editor);
            Widgets.showTab(shell(), Messages.Editor_text_page);
            return Widgets.all(shell(), StyledText.class).get(0);
        });
        inUi(() -> {
            text.setFocus();
            text.setCaretOffset(text.getCharCount());
            return null;
        });
        if (inUi(() -> !editor.isDirty())) {
            press('#');
        }
        while (true) {
            press(LETTER);
            Thread.sleep(PAUSE_MILLIS);
            tell("typed " + inUi(() -> letters(editor.session().text())));
        }
    }

    private void press(char letter) throws Exception {
        inUi(() -> {
            for (int type : new int[] {SWT.KeyDown, SWT.KeyUp}) {
                Event event = new Event();
                event.type = type;
                event.character = letter;
                display.post(event);
            }
            return null;
        });
    }

    private void tell(String what) {
        try {
            Files.writeString(log, what + " at " + System.currentTimeMillis() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
