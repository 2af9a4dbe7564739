// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.quorate.model.yaml.Problem;
import org.quorate.ui.Messages;
import org.quorate.ui.picture.PicturePresenter.Action;
import org.quorate.ui.workbench.Theme;

/** The picture of a cluster with its buttons and its context menu: where things of a cluster are added, chosen and removed. */
public final class PicturePanel implements PictureCanvas.Listener {

    private static final int ADD_NODE = 0;
    private static final int DUPLICATE = 0;
    private static final int REMOVE = 1;

    /** What follows from an edit or a choice. */
    public interface Page {
        /** Something else is chosen: its fields are to be shown. */
        void chosen();

        /** The fields are wanted, from the one of that path on; empty: the first one. */
        void edit(String field);

        /** An edit was tried; what stands against it, if anything. */
        boolean done(List<Problem> problems);
    }

    private final PicturePresenter presenter;
    private final Theme theme;
    private final Page page;
    private final List<Button> changes = new ArrayList<>();
    private ScrolledComposite scroll;
    private PictureCanvas canvas;

    public PicturePanel(PicturePresenter presenter, Theme theme, Page page) {
        this.presenter = presenter;
        this.theme = theme;
        this.page = page;
    }

    /** Makes the widgets. */
    public void create(Composite parent) {
        Composite panel = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        panel.setLayout(layout);
        scroll = new ScrolledComposite(panel, SWT.V_SCROLL | SWT.H_SCROLL);
        scroll.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setShowFocusedControl(false);
        canvas = new PictureCanvas(scroll, presenter, theme, this);
        scroll.setContent(canvas);
        scroll.addListener(SWT.Resize, event -> refresh());
        createButtons(panel);
        createMenu();
    }

    private void createButtons(Composite panel) {
        Composite row = new Composite(panel, SWT.NONE);
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.spacing = 6;
        row.setLayout(layout);
        row.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        for (int i = 0; i < presenter.additions().size(); i++) {
            int which = i;
            button(row, presenter.additions().get(i).title(), button -> run(presenter.additions().get(which)));
        }
        button(row, Messages.Picture_add_file_system, this::openFileSystems);
        for (int i = 0; i < presenter.changes().size(); i++) {
            int which = i;
            changes.add(button(row, presenter.changes().get(i).title(), button -> run(presenter.changes().get(which))));
        }
    }

    private static Button button(Composite parent, String text, Consumer<Button> pressed) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, event -> pressed.accept(button));
        return button;
    }

    private void openFileSystems(Button button) {
        MenuManager menu = new MenuManager();
        fill(menu, presenter.fileSystems());
        menu.createContextMenu(button).setVisible(true);
    }

    private void createMenu() {
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(manager -> {
            fill(manager, presenter.changes());
            manager.add(new Separator());
            fill(manager, presenter.additions());
            fill(manager, presenter.fileSystems());
        });
        canvas.setMenu(menu.createContextMenu(canvas));
    }

    private void fill(IMenuManager menu, List<Action> actions) {
        for (Action action : actions) {
            org.eclipse.jface.action.Action entry = new org.eclipse.jface.action.Action(action.title()) {
                @Override
                public void run() {
                    PicturePanel.this.run(action);
                }
            };
            entry.setEnabled(action.enabled());
            menu.add(entry);
        }
    }

    private void run(Action action) {
        if (action.enabled() && page.done(action.run().get())) {
            refresh();
            page.chosen();
            reveal();
        }
    }

    /** Lays the picture out anew, from the scenario as it is now. */
    public void refresh() {
        Rectangle area = scroll.getClientArea();
        if (area.width > 0) {
            int height = presenter.layOut(area.width).height();
            scroll.setMinSize(0, height);
            scroll.getVerticalBar().setIncrement(canvas.getFont().getFontData()[0].getHeight() * 2);
            canvas.redraw();
        }
        for (int i = 0; i < changes.size(); i++) {
            changes.get(i).setEnabled(presenter.changes().get(i).enabled());
        }
    }

    private void reveal() {
        presenter.chosen().ifPresent(shape -> {
            int top = scroll.getOrigin().y;
            int height = scroll.getClientArea().height;
            if (shape.bounds().y() < top || shape.bounds().bottom() > top + height) {
                scroll.setOrigin(0, shape.bounds().y() - height / 2);
            }
        });
    }

    @Override
    public void chosen() {
        refresh();
        reveal();
        page.chosen();
    }

    @Override
    public void opened() {
        page.edit(presenter.field());
    }

    @Override
    public void key(int keyCode, int stateMask) {
        if (keyCode == SWT.INSERT) {
            run(presenter.additions().get(ADD_NODE));
        } else if (keyCode == SWT.DEL) {
            run(presenter.changes().get(REMOVE));
        } else if (keyCode == 'd' && (stateMask & SWT.MODIFIER_MASK) == SWT.MOD1) {
            run(presenter.changes().get(DUPLICATE));
        }
    }

    /** Gives the picture the keyboard. */
    public void setFocus() {
        canvas.setFocus();
    }
}
