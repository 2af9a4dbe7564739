// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Widget;

/** Names that {@code css/light.css} and {@code css/dark.css} know widgets by. */
public final class Look {

    /** Keys of widget data that the theme engine reads. */
    private static final String ID = "org.eclipse.e4.ui.css.id";
    private static final String CLASS = "org.eclipse.e4.ui.css.CssClassName";

    private Look() {
    }

    /** A page of ours: it and all in it have the same ground. */
    public static void page(Widget widget) {
        widget.setData(ID, "QuoratePage");
    }

    /** A text as labels show it: an ampersand would mark the next letter. */
    public static String plain(String text) {
        return text.replace("&", "&&");
    }

    /** Enables a control or not, and lets the theme know: its colours follow only when they are asked for anew. */
    public static void enable(Control control, boolean enabled) {
        if (control.getEnabled() != enabled) {
            control.setEnabled(enabled);
            control.reskin(SWT.NONE);
        }
    }

    /** A text that says what is wrong. */
    public static void error(Widget widget) {
        widget.setData(CLASS, "QuorateError");
    }
}
