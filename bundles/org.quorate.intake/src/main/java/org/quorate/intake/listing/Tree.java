// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.listing;

import java.util.LinkedHashMap;
import java.util.Map;

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
    /** Directories above each other: as many as a path of Linux can name (include/uapi/linux/limits.h:PATH_MAX, 4096). */
    static final int MOST_DEPTH = 2048;
    /** The model's most directories of a set. */
    static final int MOST_DIRECTORIES = 1_000_000;
    /** FNV-1a's offset. */
    private static final long START = 0xcbf29ce484222325L;

    private final Hashes holding = new Hashes(MOST_DIRECTORIES);
    private final Hashes ancestors = new Hashes(2 * MOST_DIRECTORIES);
    private Map<String, Group> groups = new LinkedHashMap<>();
    /** Ends with a slash, or is empty. */
    private String root;

    /** The path is a directory that files were listed of. */
    boolean isDirectory(String path) {
        return ancestors.contains(hash(path, path.length()));
    }

    /** The path has no more than {@link #MOST_DEPTH} directories. */
    static boolean isOfAFile(String path) {
        return path.length() <= MOST_DEPTH || path.chars().filter(letter -> letter == '/').count() <= MOST_DEPTH;
    }

    /** More directories than are remembered: those that came later cannot be told from files. */
    boolean cut() {
        return ancestors.cut();
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
        boolean first = holding.add(hash(path, Math.max(0, name - 1)));
        groups.computeIfAbsent(key, ignored -> new Group()).file(size, path.length() - name, first);
        remember(path, name - 1);
    }

    /** The directories above a file, in one go: the hash of each is that of the part before it, carried on. */
    private void remember(String path, int end) {
        long hash = START;
        for (int i = 0; i <= end; i++) {
            if (path.charAt(i) == '/' && i > 0) {
                ancestors.add(hash);
            }
            hash = carriedOn(hash, path.charAt(i));
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

    private static long hash(String path, int end) {
        long hash = START;
        for (int i = 0; i < end; i++) {
            hash = carriedOn(hash, path.charAt(i));
        }
        return hash;
    }

    /** FNV-1a, 64 bits (its authors' prime). */
    private static long carriedOn(long hash, char next) {
        return (hash ^ next) * 0x100000001b3L;
    }

    /** The deepest directory that holds all files; without its last slash. */
    String root() {
        return root == null || root.isEmpty() ? "" : root.substring(0, root.length() - 1);
    }

    Map<String, Group> groups() {
        return groups;
    }
}
