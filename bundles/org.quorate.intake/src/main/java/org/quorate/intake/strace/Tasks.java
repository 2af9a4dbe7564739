// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.strace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quorate.intake.IntakeException;

/**
 * The tasks (processes and threads) of a log with their open files and working directories, and how they come from one another.
 * Used by one thread.
 */
final class Tasks {

    /** Descriptors by number; shared by threads. */
    static final class Descriptors {
        private final Map<Integer, OpenFile> files = new HashMap<>();
        private int tasks = 1;

        Map<Integer, OpenFile> files() {
            return files;
        }
    }

    /** One task. */
    static final class Task {
        private Descriptors descriptors;
        private String directory;
        private long firstStart = -1;
        private long lastEnd = -1;
        private long pause;

        private Task(Descriptors descriptors, String directory) {
            this.descriptors = descriptors;
            this.directory = directory;
        }

        Map<Integer, OpenFile> files() {
            return descriptors.files;
        }

        /** The working directory; empty: where the log began. */
        String directory() {
            return directory;
        }

        void directory(String path) {
            directory = path;
        }

        /** A call on the files that matter: what lies between two of them is pause. */
        void busy(long start, long end) {
            firstStart = firstStart < 0 ? start : firstStart;
            pause += lastEnd < 0 ? 0 : Math.max(0, start - lastEnd);
            lastEnd = Math.max(lastEnd, end);
        }

        /** The pause since the last time. */
        long takePause() {
            long taken = pause;
            pause = 0;
            return taken;
        }

        /** From the first to the last call that matters. */
        long span() {
            return firstStart < 0 ? 0 : lastEnd - firstStart;
        }

        boolean worked() {
            return firstStart >= 0;
        }
    }

    /** The task of a line without its number: on a terminal strace numbers tasks only while there are several. */
    static final int UNNAMED = 0;

    /** Far beyond the largest server, and still bounded memory. */
    private static final int MOST_TASKS = 1_000_000;
    private static final long MOST_COPIES = 5_000_000;

    private record Fork(int parent, boolean sharedFiles) {
    }

    private final Map<Integer, Task> tasks = new HashMap<>();
    private final Deque<Fork> forks = new ArrayDeque<>();
    /** Tasks whose call that makes another is not over, though the other was seen. */
    private final Set<Integer> seen = new HashSet<>();
    /** Descriptors that children have of their parents. */
    private long copies;
    private long span;
    private long workers;
    private long first = Long.MAX_VALUE;
    private long last;

    Task task(int number) throws IntakeException {
        Task known = tasks.get(number);
        if (known != null) {
            return known;
        }
        if (number == UNNAMED && tasks.size() == 1) {
            return tasks.values().iterator().next();
        }
        Fork fork = forks.pollLast();
        if (fork == null && tasks.containsKey(UNNAMED)) {
            tasks.put(number, tasks.remove(UNNAMED));
            return tasks.get(number);
        }
        if (fork == null) {
            return fresh(number);
        }
        seen.add(fork.parent());
        return child(number, fork);
    }

    private Task fresh(int number) {
        Task task = new Task(new Descriptors(), "");
        tasks.put(number, task);
        return task;
    }

    private Task child(int number, Fork fork) throws IntakeException {
        Task parent = task(fork.parent());
        Descriptors descriptors = parent.descriptors;
        if (fork.sharedFiles()) {
            descriptors.tasks++;
        } else {
            descriptors = new Descriptors();
            descriptors.files.putAll(parent.descriptors.files);
            descriptors.files.values().forEach(OpenFile::share);
            copies += descriptors.files.size();
        }
        if (copies > MOST_COPIES || tasks.size() > MOST_TASKS) {
            throw new IntakeException("too many tasks and open files at the same time: no log of a real program");
        }
        Task task = new Task(descriptors, parent.directory);
        tasks.put(number, task);
        return task;
    }

    /** A call that makes a task has begun; it may show up before the call ends. */
    void forking(int parent, String arguments) throws IntakeException {
        task(parent);
        if (forks.size() < 10_000) {
            forks.addLast(new Fork(parent, arguments.contains("CLONE_FILES")));
        }
    }

    /** The call has ended, with that new task. */
    void forked(int parent, int number, String arguments) throws IntakeException {
        forks.removeIf(fork -> fork.parent() == parent);
        // A child that was seen already may even have ended.
        if (!seen.remove(parent) && number > 0 && !tasks.containsKey(number)) {
            child(number, new Fork(parent, arguments.contains("CLONE_FILES")));
        }
    }

    /** A task leaves; the files that are closed by that: none if other tasks share its descriptors. */
    List<OpenFile> leaving(int number) {
        Task task = tasks.get(number);
        if (task == null || --task.descriptors.tasks > 0) {
            return List.of();
        }
        copies = Math.max(0, copies - task.descriptors.files.size());
        return List.copyOf(task.descriptors.files.values());
    }

    /** A task is gone. */
    void gone(int number) {
        Task task = tasks.remove(number);
        if (task != null) {
            count(task);
        }
    }

    private void count(Task task) {
        if (task.worked()) {
            first = Math.min(first, task.firstStart);
            last = Math.max(last, task.lastEnd);
        }
        span += task.span();
        workers += task.worked() ? 1 : 0;
    }

    /** Those that are still there at the end of the log. */
    List<Integer> rest() {
        return tasks.keySet().stream().sorted().toList();
    }

    /** Sum of the times that tasks, gone by now, worked for, nanoseconds. */
    long span() {
        return span;
    }

    /** From the first to the last call that matters of all of them, nanoseconds. */
    long duration() {
        return Math.max(0, last - first);
    }

    /** Tasks, gone by now, that worked. */
    long workers() {
        return workers;
    }
}
