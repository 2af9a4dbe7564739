// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/** What a running platform offers to {@link DiagnosticsCollector}. */
public final class PlatformSources {

    private static final String OURS = "org.quorate";

    private PlatformSources() {
    }

    /**
     * As it is now.
     *
     * @param version  of the program
     * @param findings what else is known of this session
     */
    public static DiagnosticsCollector.Sources of(String version, Supplier<List<Diagnostic>> findings) {
        Map<String, String> properties = new TreeMap<>();
        System.getProperties().stringPropertyNames().forEach(name -> properties.put(name, System.getProperty(name, "")));
        return new DiagnosticsCollector.Sources(versions(version), System.getenv(), properties, settings(),
                Platform.getLogFileLocation().toFile().toPath(), findings);
    }

    private static List<String> versions(String version) {
        List<String> lines = new ArrayList<>(List.of("Quorate " + version, "Java " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors() + " cores, heap " + (Runtime.getRuntime().totalMemory() >> 20) + " of at most "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MiB", ""));
        Stream.of(FrameworkUtil.getBundle(PlatformSources.class).getBundleContext().getBundles())
                .map((Bundle bundle) -> bundle.getSymbolicName() + " " + bundle.getVersion() + (bundle.getState() < Bundle.RESOLVED ? " not resolved" : ""))
                .sorted().forEach(lines::add);
        return lines;
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        try {
            for (String name : InstanceScope.INSTANCE.getNode("").childrenNames()) {
                if (name.startsWith(OURS) || name.equals("org.eclipse.e4.ui.css.swt.theme")) {
                    Preferences node = InstanceScope.INSTANCE.getNode(name);
                    for (String key : node.keys()) {
                        settings.put(name + "/" + key, node.get(key, ""));
                    }
                }
            }
        } catch (BackingStoreException e) {
            ILog.of(PlatformSources.class).warn(e.getMessage(), e);
        }
        return settings;
    }
}
