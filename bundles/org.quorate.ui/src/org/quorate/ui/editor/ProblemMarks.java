// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.AnnotationPainter;
import org.eclipse.jface.text.source.IAnnotationAccess;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.quorate.model.yaml.Problem;
import org.quorate.model.yaml.Severity;

/** Underlines the problems of a scenario in its text. */
final class ProblemMarks {

    private static final String ERROR = "org.quorate.ui.error";
    private static final String WARNING = "org.quorate.ui.warning";
    private static final String SQUIGGLE = "squiggle";

    private final AnnotationModel annotations;
    private final IDocument document;

    ProblemMarks(AnnotationModel annotations, IDocument document) {
        this.annotations = annotations;
        this.document = document;
    }

    void install(SourceViewer viewer) {
        AnnotationPainter painter = new AnnotationPainter(viewer, new Access());
        painter.addTextStyleStrategy(SQUIGGLE, new AnnotationPainter.UnderlineStrategy(SWT.UNDERLINE_SQUIGGLE));
        painter.addAnnotationType(ERROR, SQUIGGLE);
        painter.addAnnotationType(WARNING, SQUIGGLE);
        painter.setAnnotationTypeColor(ERROR, new Color(0xE0, 0x40, 0x40));
        painter.setAnnotationTypeColor(WARNING, new Color(0xC0, 0x80, 0x00));
        viewer.addPainter(painter);
        viewer.addTextPresentationListener(painter);
    }

    void show(List<Problem> problems) {
        Map<Annotation, Position> wanted = new HashMap<>();
        for (Problem problem : problems) {
            String type = problem.severity() == Severity.ERROR ? ERROR : WARNING;
            wanted.put(new Annotation(type, false, problem.message()), position(problem));
        }
        annotations.removeAllAnnotations();
        wanted.forEach(annotations::addAnnotation);
    }

    /** From the place of the problem to the end of what stands in its line, at least one character. */
    private Position position(Problem problem) {
        int start = offset(problem.line(), problem.column());
        try {
            IRegion line = document.getLineInformationOfOffset(start);
            String text = document.get(start, line.getOffset() + line.getLength() - start);
            int end = start + text.replaceFirst("\\s+#.*$", "").stripTrailing().length();
            int from = start < end ? start : Math.max(line.getOffset(), end - 1);
            return new Position(from, Math.max(0, end - from));
        } catch (BadLocationException e) {
            return new Position(0, 0);
        }
    }

    /** Of a line and a column in code points, both from 1; the end of the text if it is shorter. */
    int offset(int line, int column) {
        try {
            IRegion region = document.getLineInformation(Math.min(line, document.getNumberOfLines()) - 1);
            String text = document.get(region.getOffset(), region.getLength());
            int before = Math.min(column - 1, text.codePointCount(0, text.length()));
            return region.getOffset() + text.offsetByCodePoints(0, before);
        } catch (BadLocationException e) {
            return document.getLength();
        }
    }

    private static final class Access implements IAnnotationAccess {

        @Override
        public Object getType(Annotation annotation) {
            return annotation.getType();
        }

        @Override
        public boolean isMultiLine(Annotation annotation) {
            return false;
        }

        @Override
        public boolean isTemporary(Annotation annotation) {
            return true;
        }
    }
}
