// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an export says: its files, and the values of its settings. Immutable, thread-safe.
 *
 * @param files    texts by path
 * @param settings values by the name of their variable, as {@link SettingsReader} tells them
 */
record ExportFacts(SortedMap<String, String> files, Map<String, List<String>> settings) {

    static ExportFacts of(Map<String, String> files) {
        return new ExportFacts(new TreeMap<>(files), SettingsReader.read(files.getOrDefault("settings.sh", "")));
    }

    boolean isGfs2() {
        return value("FS").equals("gfs2");
    }

    boolean hasPacemaker() {
        return settings.containsKey("CLUSTER_UNITS");
    }

    /** A single value; empty when there is none. */
    String value(String name) {
        return String.join(" ", list(name));
    }

    List<String> list(String name) {
        return settings.getOrDefault(name, List.of());
    }

    String file(String path) {
        return files.getOrDefault(path, "");
    }

    /** The options of mkfs by their names: {@code -b}, {@code --cluster-stack}; of {@code -J size=64M} also {@code -J}. */
    Map<String, String> mkfs() {
        Map<String, String> options = new LinkedHashMap<>();
        List<String> words = list("MKFS_OPTIONS");
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            if (word.startsWith("--") && equals > 0) {
                options.put(word.substring(0, equals), word.substring(equals + 1));
            } else if (word.startsWith("-") && i + 1 < words.size()) {
                options.put(word, words.get(++i));
            } else {
                options.put(word, "");
            }
        }
        return options;
    }
}
