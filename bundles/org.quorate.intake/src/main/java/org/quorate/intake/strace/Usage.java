// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.strace;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.quorate.intake.IntakeException;
import org.quorate.intake.LogMoments;

/** Which files and directories a log uses, and how. Used by one thread. */
final class Usage {

    /** Files that are told apart. */
    private static final int MOST_FILES = 1_000_000;
    /** Characters of all their paths. */
    private static final long MOST_PATHS = 200 << 20;

    /** A file. */
    static final class FileUse {
        private final String path;
        private long size = -1;
        private int firstTask = -1;
        private boolean shared;
        private boolean made;
        private boolean gone;
        private boolean opened;
        private long uses;

        private FileUse(String path) {
            this.path = path;
        }

        void size(long bytes) {
            size = Math.max(size, bytes);
        }

        /** The log shows that it was made. */
        void made() {
            made |= uses == 0;
            gone = false;
        }

        void gone() {
            gone = true;
            opened = false;
        }

        void opened() {
            opened = true;
            gone = false;
        }

        /** It is there now, as far as the log shows. */
        boolean there() {
            return !gone && (opened || uses > 0 || size >= 0);
        }

        private void used(int task, long times) {
            uses += times;
            shared |= firstTask >= 0 && firstTask != task;
            firstTask = firstTask < 0 ? task : firstTask;
        }

        String path() {
            return path;
        }

        /** In bytes; -1: not known. */
        long size() {
            return size;
        }

        boolean shared() {
            return shared;
        }

        /** It was there before the log. */
        boolean old() {
            return !made;
        }

        long uses() {
            return uses;
        }
    }

    /** Operations of one kind in one directory. */
    static final class Operations {
        private long count;
        private final LogMoments sizes = new LogMoments();

        void add(Operations other) {
            count += other.count;
            sizes.add(other.sizes);
        }

        long count() {
            return count;
        }

        LogMoments sizes() {
            return sizes;
        }
    }

    private final Map<String, FileUse> files = new HashMap<>();
    private final Map<String, Map<OperationKey, Operations>> directories = new TreeMap<>();
    private long operations;
    private long paths;

    /**
     * What is known of a file.
     *
     * @throws IntakeException if there are too many
     */
    FileUse file(String path) throws IntakeException {
        FileUse file = files.get(path);
        if (file == null) {
            paths += path.length();
            if (files.size() == MOST_FILES || paths > MOST_PATHS) {
                throw new IntakeException("more than " + MOST_FILES + " files, or 200 MB of names; give a part of the log, or say below"
                        + " which folder the shared file system is");
            }
            file = new FileUse(path);
            files.put(path, file);
        }
        return file;
    }

    boolean knows(String path) {
        FileUse file = files.get(path);
        return file != null && file.there();
    }

    /** An operation on a file. */
    void add(OperationKey key, String path, int task, long size) throws IntakeException {
        file(path).used(task, 1);
        Operations of = of(directory(path), key);
        of.count++;
        of.sizes.add(size);
        operations++;
    }

    /** Several at once, of these sizes. */
    void add(OperationKey key, String path, int task, long count, LogMoments sizes) throws IntakeException {
        if (count > 0) {
            file(path).used(task, count);
            Operations of = of(directory(path), key);
            of.count += count;
            of.sizes.add(sizes);
            operations += count;
        }
    }

    /** An operation on a directory itself. */
    void addDirectory(OperationKey key, String directory) throws IntakeException {
        if (!directories.containsKey(directory)) {
            paths += directory.length();
            if (directories.size() >= MOST_FILES || paths > MOST_PATHS) {
                throw new IntakeException("more than " + MOST_FILES + " directories, or 200 MB of names; give a part of the log");
            }
        }
        of(directory, key).count++;
        operations++;
    }

    private Operations of(String directory, OperationKey key) {
        return directories.computeIfAbsent(directory, ignored -> new TreeMap<>()).computeIfAbsent(key, ignored -> new Operations());
    }

    static String directory(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, Math.max(1, slash));
    }

    Map<String, FileUse> files() {
        return files;
    }

    Map<String, Map<OperationKey, Operations>> directories() {
        return directories;
    }

    long operations() {
        return operations;
    }
}
