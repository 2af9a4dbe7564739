// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.chart;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.quorate.ui.Messages;
import org.quorate.ui.editor.Icons;

/** Small buttons in the upper right corner of a chart, seen while it is pointed at or has the focus. */
final class ChartButtons {

    private static final int MARGIN = 2;

    private final ChartCanvas canvas;
    private final ChartActions actions;
    private final Icons icons;
    private final ToolBar bar;
    private ToolItem closer;
    private ToolItem further;
    private ToolItem all;
    private ToolItem log;

    ChartButtons(ChartCanvas canvas, ChartActions actions, Icons icons) {
        this.canvas = canvas;
        this.actions = actions;
        this.icons = icons;
        bar = new ToolBar(canvas, SWT.FLAT | SWT.HORIZONTAL);
        create();
        bar.pack();
        bar.setVisible(false);
        bar.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                if (event.childID == ACC.CHILDID_SELF) {
                    event.result = Messages.bind(Messages.Chart_buttons, canvas.presenter().chart().title());
                }
            }
        });
        canvas.addListener(SWT.Resize, event -> place());
        for (Control control : new Control[] {canvas, bar}) {
            for (int kind : new int[] {SWT.MouseEnter, SWT.MouseExit, SWT.FocusIn, SWT.FocusOut}) {
                // What has the focus next is known only after this event.
                control.addListener(kind, event -> control.getDisplay().asyncExec(this::refresh));
            }
        }
        canvas.addListener(SWT.Paint, event -> enable());
    }

    private void create() {
        ChartPresenter presenter = canvas.presenter();
        closer = button("zoom-in", Messages.Chart_zoom_in, () -> actions.change(() -> presenter.zoom(true)));
        further = button("zoom-out", Messages.Chart_zoom_out, () -> actions.change(() -> presenter.zoom(false)));
        all = button("zoom-reset", Messages.Chart_reset, () -> actions.change(presenter::reset));
        log = button("log", Messages.Chart_log_y, () -> actions.change(presenter::turnY));
        button("copy", Messages.Chart_copy_image, actions::copyImage);
        ToolItem save = button("save", Messages.Chart_save, () -> { });
        save.addListener(SWT.Selection, event -> {
            Rectangle at = save.getBounds();
            actions.dropDown(bar.toDisplay(at.x, at.y + at.height));
        });
        button("enlarge", Messages.Chart_large, actions::openLarge);
    }

    private ToolItem button(String icon, String text, Runnable action) {
        ToolItem item = new ToolItem(bar, SWT.PUSH);
        item.setImage(icons.image(icon));
        item.setToolTipText(text.replace("&", "").replace("\t", "  "));
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    private void place() {
        Point size = bar.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        bar.setBounds(canvas.getSize().x - size.x - MARGIN, MARGIN, size.x, size.y);
    }

    private void refresh() {
        if (canvas.isDisposed()) {
            return;
        }
        Control under = canvas.getDisplay().getCursorControl();
        boolean wanted = canvas.isFocusControl() || bar.isFocusControl() || under == canvas || under == bar;
        if (bar.getVisible() != wanted) {
            bar.setBackground(canvas.getBackground());
            bar.setVisible(wanted);
        }
    }

    private void enable() {
        ChartPresenter presenter = canvas.presenter();
        set(closer, presenter.canZoom());
        set(further, !presenter.view().isWhole());
        set(all, presenter.isChanged());
        set(log, presenter.canTurnY());
    }

    private static void set(ToolItem item, boolean enabled) {
        if (item.getEnabled() != enabled) {
            item.setEnabled(enabled);
        }
    }
}
