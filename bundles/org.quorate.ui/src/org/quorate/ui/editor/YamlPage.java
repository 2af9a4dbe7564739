// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.CompositeRuler;
import org.eclipse.jface.text.source.LineNumberRulerColumn;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.quorate.ui.AccessibleNames;
import org.quorate.ui.Messages;
import org.quorate.ui.document.TextSession;
import org.quorate.ui.workbench.Theme;

/** A scenario or a template as text, with colours, line numbers and its problems underlined. */
final class YamlPage {

    private final TextSession session;
    private final Document document;
    private final AnnotationModel annotations = new AnnotationModel();
    private final ProblemMarks marks;
    private final Runnable refresh = this::refresh;
    private final LineNumberRulerColumn lines = new LineNumberRulerColumn();
    private SourceViewer viewer;
    private Runnable endTheme;
    private boolean refreshing;

    YamlPage(TextSession session) {
        this.session = session;
        this.document = new Document(session.text());
        this.marks = new ProblemMarks(annotations, document);
    }

    Control create(Composite parent, Theme theme) {
        CompositeRuler ruler = new CompositeRuler();
        ruler.addDecorator(0, lines);
        viewer = new SourceViewer(parent, ruler, SWT.V_SCROLL | SWT.H_SCROLL);
        viewer.configure(new YamlConfiguration(theme.isDark()));
        // None on top: the column of line numbers takes it for a line above the first one, and paints nothing.
        viewer.getTextWidget().setMargins(6, 0, 2, 2);
        viewer.getTextWidget().setFont(JFaceResources.getTextFont());
        AccessibleNames.set(viewer.getTextWidget(), Messages.Editor_text);
        marks.install(viewer);
        viewer.setDocument(document, annotations);
        document.addDocumentListener(new IDocumentListener() {
            @Override
            public void documentAboutToBeChanged(DocumentEvent event) {
                // Only what it has become matters.
            }

            @Override
            public void documentChanged(DocumentEvent event) {
                typed(event);
            }
        });
        // The theme engine colours new widgets in its own way, later.
        parent.getDisplay().asyncExec(() -> recolour(theme.isDark()));
        endTheme = theme.onChange(() -> parent.getDisplay().asyncExec(() -> recolour(theme.isDark())));
        session.onChange(refresh);
        viewer.getTextWidget().addListener(SWT.Dispose, event -> {
            session.removeListener(refresh);
            endTheme.run();
        });
        marks.show(session.problems());
        return viewer.getControl();
    }

    private void recolour(boolean dark) {
        // A viewer that has been closed meanwhile has no widget.
        if (viewer.getTextWidget() != null) {
            YamlColours colours = YamlColours.of(dark);
            Color ground = new Color(colours.ground());
            viewer.getTextWidget().setBackground(ground);
            viewer.getTextWidget().setForeground(new Color(colours.plain()));
            lines.setBackground(ground);
            lines.setForeground(new Color(colours.line()));
            lines.redraw();
            viewer.unconfigure();
            viewer.configure(new YamlConfiguration(dark));
        }
    }

    /** Letters typed into one line are one step for undo. */
    private void typed(DocumentEvent event) {
        if (refreshing) {
            return;
        }
        refreshing = true;
        try {
            int line = document.getLineOfOffset(event.getOffset());
            session.replaceText(document.get(), Messages.Edit_typing, "line " + line);
        } catch (BadLocationException e) {
            ILog.of(YamlPage.class).error(e.getMessage(), e);
        } finally {
            refreshing = false;
        }
        marks.show(session.problems());
    }

    /** Takes over what another page, undo or redo has changed; the caret and the view stay where they were. */
    private void refresh() {
        if (refreshing || document.get().equals(session.text())) {
            marks.show(session.problems());
            return;
        }
        refreshing = true;
        StyledText text = viewer.getTextWidget();
        int caret = text.getCaretOffset();
        int top = text.getTopIndex();
        TextChange change = TextChange.between(document.get(), session.text());
        try {
            document.replace(change.offset(), change.removed(), change.inserted());
        } catch (BadLocationException e) {
            ILog.of(YamlPage.class).error(e.getMessage(), e);
        } finally {
            refreshing = false;
        }
        text.setCaretOffset(Math.min(caret, text.getCharCount()));
        text.setTopIndex(top);
        marks.show(session.problems());
    }

    /** Puts the caret to a place, both from 1. */
    void reveal(int line, int column) {
        int offset = marks.offset(line, column);
        viewer.setSelectedRange(offset, 0);
        viewer.revealRange(offset, 0);
        viewer.getTextWidget().setFocus();
    }

    void setFocus() {
        viewer.getTextWidget().setFocus();
    }

    StyledText widget() {
        return viewer.getTextWidget();
    }
}
