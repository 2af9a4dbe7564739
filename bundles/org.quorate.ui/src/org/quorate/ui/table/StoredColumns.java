// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.table;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/** Remembers columns in preferences, which are written a moment later in the background. */
public final class StoredColumns implements ColumnMemory {

    /** Whoever arranges one column arranges another. */
    private static final long DELAY_MILLIS = 400;

    private final Preferences preferences;
    private final Job writing;

    public StoredColumns(Preferences preferences) {
        this.preferences = preferences;
        writing = Job.createSystem("columns", (ICoreRunnable) monitor -> write());
    }

    @Override
    public String find(String table) {
        return preferences.get(table, "");
    }

    @Override
    public void keep(String table, String columns) {
        if (columns.isEmpty()) {
            preferences.remove(table);
        } else {
            preferences.put(table, columns);
        }
        writing.schedule(DELAY_MILLIS);
    }

    private void write() {
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            ILog.of(StoredColumns.class).warn(e.getMessage(), e);
        }
    }
}
