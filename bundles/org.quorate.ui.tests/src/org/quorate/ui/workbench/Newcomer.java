// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolItem;

/** Works with the mouse and the keyboard, by the events that widgets get from them, and counts the clicks. */
final class Newcomer {

    private final RunningWorkbench workbench;
    private int clicks;

    Newcomer(RunningWorkbench workbench) {
        this.workbench = workbench;
    }

    int clicks() {
        return clicks;
    }

    /** Counts what is clicked in a dialog of the platform, in which no widget can be found. */
    void clickElsewhere(int times) {
        clicks += times;
    }

    /** A click in the middle of a part of a control that draws itself. */
    void click(Supplier<? extends Control> control, Supplier<Rectangle> part) {
        clicks++;
        workbench.later(() -> {
            Control clicked = control.get();
            Rectangle area = part.get();
            for (int type : new int[] {SWT.MouseEnter, SWT.MouseDown, SWT.MouseUp}) {
                Event event = new Event();
                event.x = area.x + area.width / 2;
                event.y = area.y + area.height / 2;
                event.button = type == SWT.MouseEnter ? 0 : 1;
                event.count = event.button;
                if (!clicked.isDisposed()) {
                    clicked.notifyListeners(type, event);
                }
            }
        });
        workbench.settle();
    }

    /** The same in the middle of it. */
    void click(Supplier<? extends Control> control) {
        click(control, () -> new Rectangle(0, 0, control.get().getSize().x, control.get().getSize().y));
    }

    void press(Supplier<Button> button) {
        clicks++;
        workbench.later(() -> Widgets.press(button.get()));
        workbench.settle();
    }

    void press(ToolItem tool) {
        clicks++;
        workbench.later(() -> tool.notifyListeners(SWT.Selection, new Event()));
        workbench.settle();
    }

    /** Clicks a field, marks its first letter and types a digit over it by the key of the keyboard. */
    void typeOverFirst(Supplier<Text> field, char digit) {
        clicks++;
        workbench.ui(() -> {
            field.get().getShell().forceActive();
            field.get().setFocus();
            field.get().setSelection(0, 1);
        });
        workbench.settle();
        for (int type : new int[] {SWT.KeyDown, SWT.KeyUp}) {
            Event event = new Event();
            event.type = type;
            event.character = digit;
            workbench.ui(() -> field.get().getDisplay().post(event));
        }
    }
}
