// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import org.eclipse.swt.widgets.Composite;

/** What chooses the place whose fields are shown: a tree or a picture. Used in the user interface's thread. */
interface Navigator {

    /** Makes the widgets. */
    void create(Composite parent);

    /** Shows what the scenario has become. */
    void refresh();

    /** Marks what the presenter has selected. */
    void showSelection();

    /** Takes the keyboard. */
    void setFocus();
}
