// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.custom.TableCursor;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Sash;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Slider;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.forms.widgets.FormText;
import org.eclipse.ui.forms.widgets.Hyperlink;

/** What a screen reader says of widgets. To be called in the user interface's thread. */
final class Spoken {

    /** Controls that a user reads or works with; others only hold these. */
    private static final List<Class<? extends Control>> OPERATED = List.of(Button.class, Combo.class, Link.class, ProgressBar.class,
            Scale.class, Slider.class, Spinner.class, Table.class, Text.class, Tree.class, org.eclipse.swt.widgets.List.class,
            StyledText.class, Hyperlink.class, ToolBar.class);

    /**
     * What holds controls of Eclipse's own: the handle that a tool bar is dragged by, the list of the pages of the preferences,
     * the marks beside a text (their texts are in the view Problems), and a line of the view Progress
     * and the bar below the window, which come and go.
     */
    private static final List<String> EXEMPT = List.of("ImageBasedFrame", "PreferenceFilteredTree", "CompositeRulerCanvas", "ProgressInfoItem",
            "ProgressIndicator");

    private Spoken() {
    }

    /** The controls below one that have no name, and the items of tool bars that have none. */
    static List<String> nameless(Control root) {
        return Widgets.all(root, Control.class).stream().filter(Spoken::needsName).flatMap(Spoken::namelessParts).toList();
    }

    /** These hold their controls directly or in a composite between. */
    private static boolean isEclipses(Control control) {
        return Stream.iterate(control.getParent(), parent -> parent != null, Composite::getParent).limit(2)
                .anyMatch(parent -> EXEMPT.contains(parent.getClass().getSimpleName())) || isMessage(control);
    }

    /** What a dialog of Eclipse says below its title: its text is all that there is to it. */
    private static boolean isMessage(Control control) {
        return control instanceof Text && (control.getStyle() & SWT.READ_ONLY) != 0 && control.getShell().getData() instanceof TitleAreaDialog
                && control.getParent().getParent() == control.getShell();
    }

    private static boolean needsName(Control control) {
        if (isEclipses(control)) {
            return false;
        }
        boolean drawn = control instanceof Canvas && (control.getListeners(SWT.Paint).length > 0) && !(control instanceof CLabel)
                && !(control instanceof CTabFolder) && !(control instanceof FormText) && ((Composite) control).getChildren().length == 0
                && (control.getListeners(SWT.MouseDown).length > 0 || control.getListeners(SWT.KeyDown).length > 0);
        return drawn || OPERATED.stream().anyMatch(kind -> kind.isInstance(control));
    }

    private static Stream<String> namelessParts(Control control) {
        if (control instanceof ToolBar bar) {
            return Stream.of(bar.getItems()).filter(item -> (item.getStyle() & SWT.SEPARATOR) == 0)
                    .filter(item -> item.getText().isEmpty() && blank(item.getToolTipText())).map(Spoken::place);
        }
        return name(control).isEmpty() ? Stream.of(place(control)) : Stream.empty();
    }

    private static String place(ToolItem item) {
        return item.getData() + " in " + place(item.getParent());
    }

    private static String place(Control control) {
        StringBuilder path = new StringBuilder(control.getClass().getSimpleName());
        if (control instanceof Text text) {
            path.append('"').append(text.getText(), 0, Math.min(20, text.getText().length())).append('"');
        }
        for (Composite parent = control.getParent(); parent != null && path.length() < 160; parent = parent.getParent()) {
            path.append(" < ").append(parent.getClass().getSimpleName());
        }
        return path.toString();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** What is said first: a text of its own, what a listener says, the label before it, the tooltip. */
    static String name(Control control) {
        return Stream.of(listened(control), own(control), before(control), control.getToolTipText()).filter(text -> !blank(text))
                .findFirst().orElse("");
    }

    private static String own(Control control) {
        if (control instanceof Button button) {
            return button.getText();
        } else if (control instanceof Link link) {
            return link.getText();
        } else if (control instanceof Hyperlink link) {
            return link.getText();
        } else if (control instanceof Text text) {
            return text.getMessage();
        }
        return "";
    }

    /** SWT relates a label to the control that follows it. */
    private static String before(Control control) {
        List<Control> siblings = List.of(control.getParent().getChildren());
        int index = siblings.indexOf(control);
        return index > 0 && siblings.get(index - 1) instanceof Label label && (label.getStyle() & SWT.SEPARATOR) == 0 ? label.getText() : "";
    }

    /** SWT hands the question to the system's accessibility, which a machine for tests has not got: so it is asked directly. */
    @SuppressWarnings("unchecked") // that is what the field holds
    private static String listened(Control control) {
        try {
            Field field = Accessible.class.getDeclaredField("accessibleListeners");
            field.setAccessible(true);
            List<AccessibleListener> listeners = (List<AccessibleListener>) field.get(control.getAccessible());
            AccessibleEvent event = new AccessibleEvent(control.getAccessible());
            event.childID = -1;
            if (listeners != null) {
                listeners.forEach(listener -> listener.getName(event));
            }
            return event.result;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("SWT keeps its listeners elsewhere now", e);
        }
    }

    /** Of kinds that a keyboard must reach; what is disabled or only read need not be. */
    static boolean takesFocus(Control control) {
        boolean kind = OPERATED.stream().anyMatch(wanted -> wanted.isInstance(control))
                && !(control instanceof ToolBar) && !(control instanceof ProgressBar) && !(control instanceof Sash);
        boolean radio = control instanceof Button && (control.getStyle() & SWT.RADIO) != 0;
        boolean silent = (control.getStyle() & SWT.NO_FOCUS) != 0 || hasCursor(control);
        return kind && !radio && !isEclipses(control) && !silent && control.isEnabled() && control.isVisible() && control.getSize().x > 0 && control.getSize().y > 0;
    }

    /** Such a table hands the focus to its cursor at once. */
    private static boolean hasCursor(Control control) {
        return control instanceof Table table && Stream.of(table.getChildren()).anyMatch(TableCursor.class::isInstance);
    }

    static String say(Control control) {
        return name(control) + " (" + place(control) + ")";
    }
}
