// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/** Names controls for people who hear instead of see; what has a text of its own needs none. */
public final class AccessibleNames {

    private AccessibleNames() {
    }

    /** @param name what it is, without its kind, which is said anyway; ampersands of a label are left out */
    public static void set(Control control, String name) {
        set(control, name, "");
    }

    /** @param description what else is to be known of it; empty: nothing */
    public static void set(Control control, String name, String description) {
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name.replace("&", "");
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = description.isEmpty() ? null : description;
            }
        });
    }
}
