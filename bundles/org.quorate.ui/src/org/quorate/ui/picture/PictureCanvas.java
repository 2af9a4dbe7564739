// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.picture;

import java.util.Optional;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.quorate.ui.Messages;
import org.quorate.ui.picture.ClusterPicture.Direction;
import org.quorate.ui.workbench.Theme;

/**
 * Shows the picture of a cluster. A click or the arrow keys choose a shape, Enter opens its fields, Insert adds a node, Delete removes what
 * is chosen. Each shape is a child for people who hear instead of see. Used in the user interface's thread.
 */
final class PictureCanvas extends Canvas {

    /** What keys and clicks lead to. */
    interface Listener {
        /** Another shape was chosen. */
        void chosen();

        /** The fields of the chosen shape are wanted. */
        void opened();

        /** The key of an edit was pressed. */
        void key(int keyCode, int stateMask);
    }

    private final PicturePresenter presenter;
    private final Listener listener;
    private final Font bold;
    private PictureColours colours;

    PictureCanvas(Composite parent, PicturePresenter presenter, Theme theme, Listener listener) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.presenter = presenter;
        this.listener = listener;
        this.colours = PictureColours.of(theme.isDark());
        this.bold = JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseDown, this::mouseDown);
        addListener(SWT.MouseDoubleClick, event -> listener.opened());
        addListener(SWT.MouseMove, event -> showTip(event.x, event.y));
        addListener(SWT.KeyDown, this::keyDown);
        addListener(SWT.Traverse, PictureCanvas::traverse);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        Runnable endTheme = theme.onChange(() -> getDisplay().asyncExec(() -> recolour(theme.isDark())));
        addListener(SWT.Dispose, event -> endTheme.run());
        describe();
    }

    private void recolour(boolean dark) {
        if (!isDisposed()) {
            colours = PictureColours.of(dark);
            redraw();
        }
    }

    private void paint(GC gc) {
        new PicturePainter(gc, colours, getFont(), bold).paint(presenter.picture(), presenter.chosen(), getClientArea(), isFocusControl());
    }

    private void mouseDown(Event event) {
        setFocus();
        choose(presenter.picture().at(event.x, event.y).map(Shape::path).orElse(""));
    }

    private void choose(String path) {
        presenter.choose(path);
        changed();
    }

    private void changed() {
        redraw();
        listener.chosen();
        getAccessible().setFocus(focusedChild());
    }

    private void showTip(int x, int y) {
        String tip = presenter.picture().at(x, y).map(Shape::description).orElse(null);
        if (tip == null ? getToolTipText() != null : !tip.equals(getToolTipText())) {
            setToolTipText(tip);
        }
    }

    /** Tab goes on to the fields, as from any control; arrows stay. */
    private static void traverse(Event event) {
        event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS
                || event.detail == SWT.TRAVERSE_ESCAPE;
    }

    private void keyDown(Event event) {
        Optional<Direction> direction = direction(event.keyCode);
        if (direction.isPresent()) {
            presenter.move(direction.get());
            changed();
        } else if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
            listener.opened();
        } else {
            listener.key(event.keyCode, event.stateMask);
        }
    }

    private static Optional<Direction> direction(int keyCode) {
        return switch (keyCode) {
            case SWT.ARROW_LEFT -> Optional.of(Direction.LEFT);
            case SWT.ARROW_RIGHT -> Optional.of(Direction.RIGHT);
            case SWT.ARROW_UP -> Optional.of(Direction.UP);
            case SWT.ARROW_DOWN -> Optional.of(Direction.DOWN);
            case SWT.HOME -> Optional.of(Direction.FIRST);
            case SWT.END -> Optional.of(Direction.LAST);
            default -> Optional.empty();
        };
    }

    private int focusedChild() {
        return presenter.chosen().map(presenter.picture().shapes()::indexOf).filter(index -> index >= 0).orElse(ACC.CHILDID_SELF);
    }

    private Optional<Shape> child(int id) {
        boolean known = id >= 0 && id < presenter.picture().shapes().size();
        return known ? Optional.of(presenter.picture().shapes().get(id)) : Optional.empty();
    }

    private void describe() {
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = child(event.childID).map(Shape::title).orElse(Messages.Picture_title);
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = child(event.childID).map(Shape::description).orElse(Messages.Picture_how);
            }
        });
        getAccessible().addAccessibleControlListener(new Children());
    }

    /** The shapes as children: how many, where, and which has the focus. */
    private final class Children extends AccessibleControlAdapter {

        @Override
        public void getRole(AccessibleControlEvent event) {
            event.detail = event.childID == ACC.CHILDID_SELF ? ACC.ROLE_LIST : ACC.ROLE_LISTITEM;
        }

        @Override
        public void getChildCount(AccessibleControlEvent event) {
            event.detail = presenter.picture().shapes().size();
        }

        @Override
        public void getChildren(AccessibleControlEvent event) {
            Object[] ids = new Object[presenter.picture().shapes().size()];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = i;
            }
            event.children = ids;
        }

        @Override
        public void getChildAtPoint(AccessibleControlEvent event) {
            Point point = toControl(event.x, event.y);
            event.childID = presenter.picture().at(point.x, point.y).map(presenter.picture().shapes()::indexOf).orElse(ACC.CHILDID_SELF);
        }

        @Override
        public void getLocation(AccessibleControlEvent event) {
            child(event.childID).ifPresent(shape -> {
                Point origin = toDisplay(shape.bounds().x(), shape.bounds().y());
                event.x = origin.x;
                event.y = origin.y;
                event.width = shape.bounds().width();
                event.height = shape.bounds().height();
            });
        }

        @Override
        public void getFocus(AccessibleControlEvent event) {
            event.childID = isFocusControl() ? focusedChild() : ACC.CHILDID_NONE;
        }

        @Override
        public void getSelection(AccessibleControlEvent event) {
            event.childID = focusedChild();
        }

        @Override
        public void getState(AccessibleControlEvent event) {
            boolean chosen = event.childID == focusedChild() && event.childID != ACC.CHILDID_SELF;
            event.detail = ACC.STATE_FOCUSABLE | ACC.STATE_SELECTABLE | (chosen ? ACC.STATE_SELECTED | (isFocusControl() ? ACC.STATE_FOCUSED : 0) : 0);
        }
    }
}
