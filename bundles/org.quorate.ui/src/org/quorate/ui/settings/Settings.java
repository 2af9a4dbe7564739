// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.settings;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.osgi.service.prefs.BackingStoreException;

/** What a user has chosen, in the preferences of this bundle. Thread-safe. */
public final class Settings {

    private final IEclipsePreferences preferences;

    public Settings(IEclipsePreferences preferences) {
        this.preferences = preferences;
    }

    public int get(NumberSetting setting) {
        return setting.within(preferences.getInt(setting.key(), setting.standard()));
    }

    /** The standard value is not stored, so that a later version may have a better one. */
    public void set(NumberSetting setting, int value) {
        if (value == setting.standard()) {
            preferences.remove(setting.key());
        } else {
            preferences.putInt(setting.key(), setting.within(value));
        }
        flush();
    }

    /** How many runs to simulate at the same time, at least 1. */
    public int parallelRuns() {
        int chosen = get(NumberSetting.PARALLEL_RUNS);
        return chosen == 0 ? Runtime.getRuntime().availableProcessors() : chosen;
    }

    private void flush() {
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            ILog.of(Settings.class).warn(e.getMessage(), e);
        }
    }
}
