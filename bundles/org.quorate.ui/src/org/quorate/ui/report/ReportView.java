// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.report;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.draw.ChartPainter;

/** A report with a tab for each of its chapters; a chapter is built when it is first looked at. */
public final class ReportView {

    private final ChartPainter painter;
    private CTabFolder folder;
    private FormToolkit toolkit;
    private List<Chapter> chapters;

    public ReportView(ChartPainter painter) {
        this.painter = painter;
    }

    public void create(Composite parent, ReportDocument document) {
        toolkit = new FormToolkit(parent.getDisplay());
        chapters = Chapter.of(document);
        folder = new CTabFolder(parent, SWT.BOTTOM | SWT.FLAT);
        for (Chapter chapter : chapters) {
            new CTabItem(folder, SWT.NONE).setText(chapter.title());
        }
        folder.addListener(SWT.Selection, event -> build(folder.getSelectionIndex()));
        folder.addListener(SWT.Dispose, event -> toolkit.dispose());
        folder.setSelection(0);
        build(0);
    }

    private void build(int index) {
        CTabItem tab = folder.getItem(index);
        if (tab.getControl() == null) {
            tab.setControl(new ChapterPage(toolkit, painter).create(folder, chapters.get(index)));
        }
    }

    public Control control() {
        return folder;
    }

    public void setFocus() {
        folder.getSelection().getControl().setFocus();
    }
}
