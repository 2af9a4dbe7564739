// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.scripts;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.CompositeRuler;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.LineNumberRulerColumn;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.ui.workbench.Theme;

/** A file of an export, to be read: with line numbers and the colours of its language. Used by the user interface's thread. */
final class FilePreview {

    private final Theme theme;
    private final LineNumberRulerColumn lines = new LineNumberRulerColumn();
    private SourceViewer viewer;
    private Syntax syntax = Syntax.PLAIN;
    private String path = "";

    FilePreview(Theme theme) {
        this.theme = theme;
    }

    Control create(Composite parent) {
        CompositeRuler ruler = new CompositeRuler();
        ruler.addDecorator(0, lines);
        viewer = new SourceViewer(parent, ruler, SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
        viewer.setEditable(false);
        viewer.configure(configuration());
        // None on top: the column of line numbers takes it for a line above the first one, and paints nothing.
        viewer.getTextWidget().setMargins(6, 0, 4, 4);
        viewer.getTextWidget().setFont(JFaceResources.getTextFont());
        lines.setFont(JFaceResources.getTextFont());
        viewer.setDocument(new Document(""));
        viewer.getTextWidget().getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = path;
            }
        });
        // The theme engine colours new widgets in its own way, later.
        parent.getDisplay().asyncExec(this::recolour);
        Runnable endTheme = theme.onChange(() -> parent.getDisplay().asyncExec(this::recolour));
        viewer.getTextWidget().addListener(SWT.Dispose, event -> endTheme.run());
        return viewer.getControl();
    }

    void show(GeneratedFile file) {
        path = file.path();
        syntax = Syntax.of(file.path(), file.content());
        viewer.setDocument(new Document(""));
        viewer.unconfigure();
        viewer.configure(configuration());
        viewer.setEditable(false);
        // Prose is wrapped; a line of a script is a line.
        viewer.getTextWidget().setWordWrap(syntax == Syntax.MARKDOWN);
        viewer.setDocument(new Document(file.content()), new AnnotationModel());
        // Another document as long leaves the numbers unpainted.
        lines.redraw();
    }

    void clear() {
        path = "";
        viewer.setDocument(new Document(""));
    }

    String text() {
        return viewer.getDocument().get();
    }

    void setFocus() {
        viewer.getTextWidget().setFocus();
    }

    private void recolour() {
        // A viewer that has been closed meanwhile has no widget.
        if (viewer.getTextWidget() != null && !viewer.getTextWidget().isDisposed()) {
            SyntaxColours colours = SyntaxColours.of(theme.isDark());
            Color ground = new Color(colours.ground());
            viewer.getTextWidget().setBackground(ground);
            viewer.getTextWidget().setForeground(new Color(colours.plain()));
            lines.setBackground(ground);
            lines.setForeground(new Color(colours.line()));
            lines.redraw();
            viewer.unconfigure();
            viewer.configure(configuration());
            viewer.setEditable(false);
        }
    }

    private SourceViewerConfiguration configuration() {
        SyntaxColours colours = SyntaxColours.of(theme.isDark());
        Syntax shown = syntax;
        return new SourceViewerConfiguration() {
            @Override
            public IPresentationReconciler getPresentationReconciler(ISourceViewer source) {
                DefaultDamagerRepairer repairer = new DefaultDamagerRepairer(new SyntaxScanner(shown, colours::attribute));
                PresentationReconciler reconciler = new PresentationReconciler();
                reconciler.setDamager(repairer, IDocument.DEFAULT_CONTENT_TYPE);
                reconciler.setRepairer(repairer, IDocument.DEFAULT_CONTENT_TYPE);
                return reconciler;
            }
        };
    }
}
