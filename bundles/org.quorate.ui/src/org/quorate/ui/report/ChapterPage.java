// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.report;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.quorate.ui.Look;
import org.quorate.report.chart.HeatChart;
import org.quorate.report.document.Block;
import org.quorate.report.document.Code;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Items;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Notice;
import org.quorate.report.document.PageBreak;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.Table;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.text.UnbrokenFigures;
import org.quorate.ui.ViewTools;
import org.quorate.ui.chart.ChartCanvas;

/** Shows a chapter of a report with native widgets: the same words, tables and charts as its page in HTML. */
final class ChapterPage {

    /** Text is easier to read in lines that are not too long. */
    private static final int TEXT_WIDTH = 760;
    private static final int FULL_WIDTH = 980;
    private static final int HALF_WIDTH = 480;

    private static final int MARGIN = 16;

    /** When the platform has laid out rows of several lines. */
    private static final int SETTLED_MILLIS = 120;

    private final ChartPainter painter;
    private final ViewTools tools;
    private final PointLinks links;
    private final List<ReportTable> tables = new ArrayList<>();
    private Runnable settling;

    ChapterPage(ChartPainter painter, ViewTools tools, PointLinks links) {
        this.painter = painter;
        this.tools = tools;
        this.links = links;
    }

    Control create(Composite parent, Chapter chapter) {
        ScrolledComposite scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        scroll.getVerticalBar().setIncrement(32);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        Composite body = new Composite(scroll, SWT.NONE);
        settling = () -> settle(body);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = MARGIN;
        layout.marginHeight = 12;
        layout.horizontalSpacing = 16;
        layout.verticalSpacing = 8;
        body.setLayout(layout);
        for (Block block : chapter.blocks()) {
            create(body, block);
        }
        scroll.setContent(body);
        fit(scroll, body);
        scroll.addListener(SWT.Resize, event -> fit(scroll, body));
        return scroll;
    }

    /** Tables take the room that there is, but no less than a chart. */
    private void fit(ScrolledComposite scroll, Composite body) {
        int room = Math.max(FULL_WIDTH, scroll.getClientArea().width - 2 * MARGIN);
        tables.forEach(table -> table.fit(room));
        layOut(body);
    }

    private void layOut(Composite body) {
        place(body);
        body.getDisplay().timerExec(SETTLED_MILLIS, settling);
    }

    private void settle(Composite body) {
        if (!body.isDisposed() && tables.stream().filter(ReportTable::fitHeight).count() > 0) {
            place(body);
        }
    }

    private static void place(Composite body) {
        ((ScrolledComposite) body.getParent()).setMinSize(body.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        body.layout();
    }

    private void create(Composite parent, Block block) {
        if (block instanceof Heading heading) {
            titled(parent, heading.text());
        } else if (block instanceof Paragraph paragraph) {
            wrapped(parent, paragraph.text(), TEXT_WIDTH, 2);
        } else if (block instanceof Notice notice) {
            notice(parent, notice);
        } else if (block instanceof KeyValues keyValues) {
            keyValues(parent, keyValues);
        } else if (block instanceof Table table) {
            table(parent, table);
        } else if (block instanceof Figure figure) {
            figure(parent, figure);
        } else if (block instanceof Code code) {
            code(parent, code);
        } else if (block instanceof Items items) {
            items(parent, items);
        } else if (!(block instanceof PageBreak)) {
            throw new IllegalArgumentException("no widget for " + block);
        }
    }

    private void items(Composite parent, Items items) {
        Composite box = new Composite(parent, SWT.NONE);
        box.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false, 2, 1));
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.verticalSpacing = 4;
        box.setLayout(layout);
        int number = 0;
        for (String text : items.texts()) {
            number++;
            Label mark = new Label(box, SWT.NONE);
            mark.setText(items.ordered() ? number + "." : "•");
            mark.setLayoutData(new GridData(SWT.RIGHT, SWT.TOP, false, false));
            wrapped(box, text, TEXT_WIDTH - MARGIN, 1);
        }
    }

    private void titled(Composite parent, String text) {
        bold(wrapped(parent, text, TEXT_WIDTH, 2));
    }

    private static void bold(Label label) {
        Font font = JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);
        label.setFont(font);
    }

    private Label wrapped(Composite parent, String text, int width, int span) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(Look.plain(UnbrokenFigures.in(text)));
        GridData data = new GridData(SWT.LEFT, SWT.TOP, false, false, span, 1);
        data.widthHint = width;
        label.setLayoutData(data);
        return label;
    }

    private void notice(Composite parent, Notice notice) {
        Composite box = new Composite(parent, SWT.NONE);
        box.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false, 2, 1));
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.horizontalSpacing = 10;
        box.setLayout(layout);
        boolean verdict = notice.kind() == Notice.Kind.VERDICT;
        Label icon = new Label(box, SWT.NONE);
        icon.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false, 1, notice.text().isEmpty() ? 1 : 2));
        icon.setImage(PlatformUI.getWorkbench().getSharedImages().getImage(switch (notice.kind()) {
            case VERDICT, NOTE -> ISharedImages.IMG_OBJS_INFO_TSK;
            case WARNING -> ISharedImages.IMG_OBJS_WARN_TSK;
            case DANGER -> ISharedImages.IMG_OBJS_ERROR_TSK;
        }));
        Label title = wrapped(box, notice.title(), TEXT_WIDTH, 1);
        if (verdict) {
            title.setFont(JFaceResources.getHeaderFont());
        } else if (!notice.text().isEmpty()) {
            bold(title);
        }
        if (!notice.text().isEmpty()) {
            wrapped(box, notice.text(), TEXT_WIDTH, 1);
        }
    }

    private void keyValues(Composite parent, KeyValues keyValues) {
        Composite box = new Composite(parent, SWT.NONE);
        box.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false, 2, 1));
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.horizontalSpacing = 24;
        box.setLayout(layout);
        for (KeyValues.Entry entry : keyValues.entries()) {
            wrapped(box, entry.key(), 200, 1);
            wrapped(box, entry.value(), TEXT_WIDTH - 200, 1);
        }
    }

    private void table(Composite parent, Table table) {
        ReportTable widget = new ReportTable(table, tools, links, () -> layOut(parent));
        widget.create(parent, head -> bold(wrapped(head, table.title(), SWT.DEFAULT, 1)));
        tables.add(widget);
        if (!table.note().isEmpty()) {
            wrapped(parent, table.note(), TEXT_WIDTH, 2);
        }
    }

    private void figure(Composite parent, Figure figure) {
        boolean half = figure.width() == Figure.Width.HALF;
        int width = half ? HALF_WIDTH : FULL_WIDTH;
        Composite box = new Composite(parent, SWT.NONE);
        box.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false, half ? 1 : 2, 1));
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        box.setLayout(layout);
        ChartCanvas canvas = new ChartCanvas(box, figure.chart(), painter, tools);
        if (figure.chart() instanceof HeatChart cells && cells.cells().size() == links.points()) {
            canvas.onPick(spot -> links.open(spot.index()));
            canvas.setCursor(canvas.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        }
        GridData data = new GridData(SWT.LEFT, SWT.TOP, false, false);
        data.widthHint = width;
        data.heightHint = painter.heightFor(figure.chart(), width);
        canvas.setLayoutData(data);
        if (!figure.caption().isEmpty()) {
            wrapped(box, figure.caption(), width, 1);
        }
    }

    private void code(Composite parent, Code code) {
        titled(parent, code.title());
        Text text = new Text(parent, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.BORDER);
        text.setText(code.text());
        text.setFont(JFaceResources.getTextFont());
        GridData data = new GridData(SWT.LEFT, SWT.TOP, false, false, 2, 1);
        // A command may be longer than any window is wide.
        data.widthHint = Math.min(FULL_WIDTH, text.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
        text.setLayoutData(data);
    }
}
