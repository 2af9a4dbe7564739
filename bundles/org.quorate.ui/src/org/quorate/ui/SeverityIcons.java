// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import org.eclipse.ui.ISharedImages;
import org.quorate.advice.Severity;

/** How severe a finding is, as an icon that the workbench shares. */
public final class SeverityIcons {

    private SeverityIcons() {
    }

    /** Its name among {@link ISharedImages}. */
    public static String of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> ISharedImages.IMG_OBJS_ERROR_TSK;
            case WARNING -> ISharedImages.IMG_OBJS_WARN_TSK;
            case HINT -> ISharedImages.IMG_OBJS_INFO_TSK;
        };
    }
}
