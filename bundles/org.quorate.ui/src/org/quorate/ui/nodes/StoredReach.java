// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/** Remembers in preferences how nodes are reached, a node of preferences for each scenario; they are written in the background. */
public final class StoredReach implements ReachMemory {

    private static final String NONE = "none";
    private static final String NAMED = "scenario.";
    private static final String LOGIN = "login";
    private static final String CONFIG = "config";
    private static final String SUDO = "sudo";
    private static final String BY_ADDRESS = "byAddress";
    private static final String HOST = "host.";

    private final Preferences preferences;

    public StoredReach(Preferences preferences) {
        this.preferences = preferences;
    }

    private Preferences of(String scenario) {
        return preferences.node(scenario.isEmpty() ? NONE : NAMED + URLEncoder.encode(scenario, StandardCharsets.UTF_8));
    }

    @Override
    public Reach find(String scenario) {
        Preferences kept = of(scenario);
        Map<String, String> hosts = new TreeMap<>();
        try {
            for (String key : kept.keys()) {
                if (key.startsWith(HOST)) {
                    hosts.put(key.substring(HOST.length()), kept.get(key, ""));
                }
            }
        } catch (BackingStoreException e) {
            ILog.of(StoredReach.class).warn(e.getMessage(), e);
        }
        return new Reach(kept.get(LOGIN, ""), kept.get(CONFIG, ""), kept.getBoolean(SUDO, true), kept.getBoolean(BY_ADDRESS, false), hosts);
    }

    @Override
    public void keep(String scenario, Reach reach) {
        Preferences kept = of(scenario);
        try {
            kept.clear();
            kept.put(LOGIN, reach.login());
            kept.put(CONFIG, reach.config());
            kept.putBoolean(SUDO, reach.sudo());
            kept.putBoolean(BY_ADDRESS, reach.byAddress());
            reach.hosts().forEach((node, host) -> kept.put(HOST + node, host));
        } catch (BackingStoreException e) {
            ILog.of(StoredReach.class).warn(e.getMessage(), e);
        }
        Job.createSystem(NodesMessages.Reach_title, (ICoreRunnable) monitor -> flush()).schedule();
    }

    private void flush() {
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            ILog.of(StoredReach.class).warn(e.getMessage(), e);
        }
    }
}
