// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.report;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.draw.ChartPainter;
import org.quorate.ui.ViewTools;
import org.quorate.ui.AccessibleNames;
import org.quorate.ui.Messages;

/** A report: its chapters as a list on the left, the chosen one on the right, built when it is first looked at. */
public final class ReportView {

    /** Behind the longest title, in pixels. */
    private static final int LIST_GAP = 16;
    /** Of the width, in percent, for the list. */
    private static final int LEAST_SHARE = 14;
    private static final int MOST_SHARE = 30;

    private final ChartPainter painter;
    private final ViewTools tools;
    private final PointLinks links;
    private final List<Control> pages = new ArrayList<>();
    private List<Chapter> chapters;
    private SashForm sash;
    private org.eclipse.swt.widgets.List list;
    private Composite stack;

    /** A report that is about no points of a study. */
    public ReportView(ChartPainter painter, ViewTools tools) {
        this(painter, tools, PointLinks.NONE);
    }

    /** @param links to the scenarios of the points that it is about */
    public ReportView(ChartPainter painter, ViewTools tools, PointLinks links) {
        this.painter = painter;
        this.tools = tools;
        this.links = links;
    }

    public void create(Composite parent, ReportDocument document) {
        chapters = Chapter.of(document);
        sash = new SashForm(parent, SWT.HORIZONTAL);
        list = new org.eclipse.swt.widgets.List(sash, SWT.SINGLE | SWT.V_SCROLL);
        AccessibleNames.set(list, Messages.Report_chapters);
        for (Chapter chapter : chapters) {
            list.add(chapter.title());
            pages.add(null);
        }
        stack = new Composite(sash, SWT.NONE);
        stack.setLayout(new StackLayout());
        sash.setWeights(weights(0));
        // The first time that it has a size; later the user may have another wish.
        sash.addListener(SWT.Resize, new Listener() {
            @Override
            public void handleEvent(Event event) {
                int width = sash.getClientArea().width;
                if (width > 0) {
                    sash.removeListener(SWT.Resize, this);
                    sash.setWeights(weights(width));
                }
            }
        });
        list.addListener(SWT.Selection, event -> show(list.getSelectionIndex()));
        list.select(0);
        show(0);
    }

    /** The list has the room that its titles need, within reason. */
    private int[] weights(int width) {
        int share = width <= 0 ? 0 : 100 * (list.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + LIST_GAP) / width;
        int left = Math.max(LEAST_SHARE, Math.min(share, MOST_SHARE));
        return new int[] {left, 100 - left};
    }

    private void show(int index) {
        if (pages.get(index) == null) {
            pages.set(index, new ChapterPage(painter, tools, links).create(stack, chapters.get(index)));
        }
        ((StackLayout) stack.getLayout()).topControl = pages.get(index);
        stack.layout();
    }

    public Control control() {
        return sash;
    }

    public void setFocus() {
        list.setFocus();
    }
}
