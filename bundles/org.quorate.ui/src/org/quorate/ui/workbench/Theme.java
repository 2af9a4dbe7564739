// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.services.IServiceLocator;
import org.osgi.service.event.EventHandler;
import org.osgi.service.prefs.BackingStoreException;

/**
 * Light and dark. The one class that touches the theme engine, whose package is meant for Eclipse's own bundles: without
 * it the theme could only be changed by a restart. Used in the user interface's thread.
 */
@SuppressWarnings("restriction")
public final class Theme {

    /** What a user may want. */
    public enum Choice {
        /** As the system is when the workbench starts. */
        SYSTEM,
        LIGHT,
        DARK
    }

    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

    /** Where the theme engine keeps what was chosen; without a value nothing was. */
    private static final String ENGINE = "org.eclipse.e4.ui.css.swt.theme";
    private static final String CHOSEN = "themeid";

    private final IServiceLocator workbench;
    private final boolean systemDark;

    /**
     * Asks the display what the system's colours are, so make it before a dark theme is applied.
     *
     * @param workbench has the theme engine once it is up
     */
    public Theme(IServiceLocator workbench) {
        this.workbench = workbench;
        systemDark = Display.isSystemDarkTheme();
    }

    private static IEclipsePreferences engineSettings() {
        return InstanceScope.INSTANCE.getNode(ENGINE);
    }

    /** What was chosen here, in the menu or on the platform's own page. */
    public Choice choice() {
        String chosen = engineSettings().get(CHOSEN, "");
        return chosen.isEmpty() ? Choice.SYSTEM : chosen.startsWith(DARK) ? Choice.DARK : Choice.LIGHT;
    }

    /** Changes all windows at once and is remembered. */
    public void choose(Choice choice) {
        if (choice != Choice.SYSTEM) {
            setDark(choice == Choice.DARK);
            return;
        }
        engine().setTheme(systemDark ? DARK : LIGHT, false);
        engineSettings().remove(CHOSEN);
        try {
            engineSettings().flush();
        } catch (BackingStoreException e) {
            ILog.of(Theme.class).warn(e.getMessage(), e);
        }
    }

    /** Before the first window: without a choice the platform would always begin in light. */
    public void start() {
        if (choice() == Choice.SYSTEM && systemDark) {
            engine().setTheme(DARK, false);
        }
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
