// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.listing;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The files of a listing by the directory, just below the deepest one that holds all, that they lie under. Found while reading: when a
 * path lies outside the directory that held all up to then, what was counted becomes one group below the new one. Directories
 * are remembered as hashes of 64 bits. Used by one thread.
 */
final class Tree {

    /** Key of what lies in the common directory itself. */
    static final String ITSELF = "";
    /** Key of what came after {@link #MOST_GROUPS}; no name of a file holds a slash. */
    static final String REST = "/";
    private static final int MOST_GROUPS = 1000;
    /** The model's most directories of a set. */
    static final int MOST_DIRECTORIES = 1_000_000;

    private final Set<Long> holding = new HashSet<>();
    private final Set<Long> ancestors = new HashSet<>();
    private Map<String, Group> groups = new LinkedHashMap<>();
    /** Ends with a slash, or is empty. */
    private String root;

    /** The path is a directory that files were listed of. */
    boolean isDirectory(String path) {
        return ancestors.contains(hash(path, path.length()));
    }

    /** Counts a file. */
    void file(String path, long size) {
        int name = path.lastIndexOf('/') + 1;
        if (root == null) {
            root = path.substring(0, name);
        }
        while (!path.startsWith(root)) {
            widen();
        }
        int end = path.indexOf('/', root.length());
        String key = end < 0 ? ITSELF : path.substring(root.length(), end);
        if (!groups.containsKey(key) && groups.size() >= MOST_GROUPS) {
            key = REST;
        }
        boolean first = holding.size() < MOST_DIRECTORIES && holding.add(hash(path, Math.max(0, name - 1)));
        groups.computeIfAbsent(key, ignored -> new Group()).file(size, path.length() - name, first);
        remember(path, name - 1);
    }

    private void remember(String path, int end) {
        int slash = end;
        while (slash > 0 && ancestors.size() < 2 * MOST_DIRECTORIES && ancestors.add(hash(path, slash))) {
            slash = path.lastIndexOf('/', slash - 1);
        }
    }

    /** The common directory becomes its parent, and all groups become one below it. */
    private void widen() {
        String without = root.substring(0, root.length() - 1);
        int start = without.lastIndexOf('/') + 1;
        root = without.substring(0, start);
        Group all = new Group();
        groups.values().forEach(all::add);
        groups = new LinkedHashMap<>();
        groups.put(without.substring(start), all);
    }

    /** FNV-1a, 64 bits (its authors' offset and prime). */
    private static long hash(String path, int end) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < end; i++) {
            hash = (hash ^ path.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The deepest directory that holds all files; without its last slash. */
    String root() {
        return root == null || root.isEmpty() ? "" : root.substring(0, root.length() - 1);
    }

    Map<String, Group> groups() {
        return groups;
    }
}
