// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.ui.Messages;
import org.quorate.ui.editor.ScenarioEditors;
import org.quorate.ui.editor.TemplateEditors;
import org.quorate.ui.runs.StudyDialog;
import org.quorate.ui.runs.StudyDialog.Asked;
import org.quorate.ui.runs.StudyRuns;
import org.quorate.ui.study.SizingQuestions;
import org.quorate.ui.study.Studies;
import org.quorate.ui.study.StudyForm;
import org.quorate.ui.study.TemplatePages;

/** Run &gt; Sizing report: asks what it has in it and where it goes, and makes it. Who comes back from a template finds the answers again. */
public final class SizingReportHandler extends AbstractHandler {

    private final Studies studies;
    private final StudyRuns runs;
    private final TemplateEditors templates;
    /** What was entered last, by the file of the scenario, or its name if it has none. */
    private final Map<String, Map<String, String>> entered = new HashMap<>();

    public SizingReportHandler(Studies studies, StudyRuns runs, TemplateEditors templates) {
        this.studies = studies;
        this.runs = runs;
        this.templates = templates;
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        Shell shell = HandlerUtil.getActiveShell(event);
        Optional<ScenarioDocument> document = ScenarioEditors.document(page);
        if (document.isEmpty()) {
            MessageDialog.openInformation(shell, Messages.Run_not_ready_title, Messages.Run_not_ready);
            return null;
        }
        if (!templates.settle(page)) {
            return null;
        }
        Optional<Path> source = ScenarioEditors.file(page);
        String key = source.map(Path::toString).orElse(document.get().scenario().name());
        StudyForm form = new StudyForm(studies.sizing(document.get(), source, pages(page)), entered.getOrDefault(key, Map.of()));
        Optional<Asked> asked = StudyDialog.asked(shell, form);
        entered.put(key, SizingQuestions.again(form.entered()));
        StudyPages.start(page, runs, asked.map(some -> new Asked(some.study(), SizingQuestions.kept(some.answers()))), SizingQuestions.WORD,
                source);
        return null;
    }

    private TemplatePages pages(IWorkbenchPage page) {
        return new TemplatePages() {
            @Override
            public void open(Path template, int line) {
                templates.open(page, template, line);
            }

            @Override
            public void begin(Path scenario) {
                templates.begin(page, scenario);
            }
        };
    }
}
