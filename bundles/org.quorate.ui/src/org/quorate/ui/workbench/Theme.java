// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.services.IServiceLocator;
import org.osgi.service.event.EventHandler;

/**
 * Light and dark. The one class that touches the theme engine, whose package is meant for Eclipse's own bundles: without
 * it the theme could only be changed by a restart. Used in the user interface's thread.
 */
@SuppressWarnings("restriction")
public final class Theme {

    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

    private final IServiceLocator workbench;

    /** @param workbench has the theme engine once it is up */
    public Theme(IServiceLocator workbench) {
        this.workbench = workbench;
    }

    private IThemeEngine engine() {
        return workbench.getService(IThemeEngine.class);
    }

    public boolean isDark() {
        ITheme active = engine().getActiveTheme();
        return active != null && active.getId().startsWith(DARK);
    }

    /** Changes all windows at once and is remembered. */
    public void setDark(boolean dark) {
        engine().setTheme(dark ? DARK : LIGHT, true);
    }

    /**
     * Calls a listener after each change of the theme.
     *
     * @return what ends that
     */
    public Runnable onChange(Runnable listener) {
        IEventBroker events = workbench.getService(IEventBroker.class);
        EventHandler handler = event -> listener.run();
        events.subscribe(IThemeEngine.Events.THEME_CHANGED, handler);
        return () -> events.unsubscribe(handler);
    }
}
