// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import org.eclipse.jface.text.DefaultTextHover;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.IUndoManager;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.SourceViewerConfiguration;

/** Colours and hovers of the text page. */
final class YamlConfiguration extends SourceViewerConfiguration {

    private final boolean dark;

    YamlConfiguration(boolean dark) {
        this.dark = dark;
    }

    @Override
    public IPresentationReconciler getPresentationReconciler(ISourceViewer viewer) {
        DefaultDamagerRepairer repairer =
                new DefaultDamagerRepairer(new YamlScanner(YamlColours.of(dark)));
        PresentationReconciler reconciler = new PresentationReconciler();
        reconciler.setDamager(repairer, IDocument.DEFAULT_CONTENT_TYPE);
        reconciler.setRepairer(repairer, IDocument.DEFAULT_CONTENT_TYPE);
        return reconciler;
    }

    /** None: undo belongs to the session, which knows the edits of all pages. */
    @Override
    public IUndoManager getUndoManager(ISourceViewer viewer) {
        return null;
    }

    @Override
    public int getTabWidth(ISourceViewer viewer) {
        return 2;
    }

    /** What is wrong here. */
    @Override
    public ITextHover getTextHover(ISourceViewer viewer, String contentType) {
        return new DefaultTextHover(viewer);
    }
}
