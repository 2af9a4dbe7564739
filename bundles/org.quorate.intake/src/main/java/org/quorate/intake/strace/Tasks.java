// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.strace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        /** Those that another program does not get; may hold such that are closed by now. */
        private final Set<Integer> closedOnExecute = new HashSet<>();
        private int tasks = 1;
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

        /** Marks a descriptor (FD_CLOEXEC), or does no longer. */
        void closeOnExecute(int descriptor, boolean closed) {
            if (closed && descriptors.files.containsKey(descriptor)) {
                descriptors.closedOnExecute.add(descriptor);
            } else {
                descriptors.closedOnExecute.remove(descriptor);
            }
        }

        /** Takes the marked descriptors away; their files. */
        List<OpenFile> takeClosedOnExecute() {
            List<OpenFile> taken = descriptors.closedOnExecute.stream().sorted().map(descriptors.files::remove).filter(Objects::nonNull).toList();
            descriptors.closedOnExecute.clear();
            return taken;
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
            descriptors = copy(parent.descriptors);
        }
        check();
        Task task = new Task(descriptors, parent.directory);
        tasks.put(number, task);
        return task;
    }

    private void check() throws IntakeException {
        if (copies > MOST_COPIES || tasks.size() > MOST_TASKS) {
            throw new IntakeException("too many tasks and open files at the same time: no log of a real program");
        }
    }

    private Descriptors copy(Descriptors descriptors) {
        Descriptors copy = new Descriptors();
        copy.files.putAll(descriptors.files);
        copy.closedOnExecute.addAll(descriptors.closedOnExecute);
        copy.files.values().forEach(OpenFile::share);
        copies += copy.files.size();
        return copy;
    }

    /** From now on the task shares its descriptors with no other. */
    void unshare(Task task) throws IntakeException {
        if (task.descriptors.tasks > 1) {
            task.descriptors.tasks--;
            task.descriptors = copy(task.descriptors);
            check();
        }
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
