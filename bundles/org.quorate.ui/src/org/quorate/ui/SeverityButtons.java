// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.ui.PlatformUI;

/**
 * Buttons of a view that show or hide what is of one severity; at first all is shown. Used in the user interface's thread.
 *
 * @param <S> severities
 */
public final class SeverityButtons<S extends Enum<S>> {

    private final Set<S> hidden;

    /**
     * Adds the buttons.
     *
     * @param bar     of the view
     * @param title   of a severity, for people
     * @param icon    of a severity, the name of one that the workbench shares
     * @param changed told when other severities are shown
     */
    public SeverityButtons(Class<S> severities, IToolBarManager bar, Function<S, String> title, Function<S, String> icon, Runnable changed) {
        hidden = EnumSet.noneOf(severities);
        for (S severity : severities.getEnumConstants()) {
            Action action = new Action(title.apply(severity), IAction.AS_CHECK_BOX) {
                @Override
                public void run() {
                    if (isChecked()) {
                        hidden.remove(severity);
                    } else {
                        hidden.add(severity);
                    }
                    changed.run();
                }
            };
            action.setToolTipText(Messages.bind(Messages.Severity_show, title.apply(severity)));
            action.setImageDescriptor(PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(icon.apply(severity)));
            action.setChecked(true);
            bar.add(action);
        }
    }

    public boolean shows(S severity) {
        return !hidden.contains(severity);
    }

    /** The title of a view with the number of what it lists: {@code Problems (2)}. */
    public static String counted(String view, int count) {
        return count == 0 ? view : view + " (" + count + ")";
    }
}
