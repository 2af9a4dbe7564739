// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.strace;

import java.util.Map;
import org.quorate.intake.IntakeException;
import org.quorate.intake.Rejects;
import org.quorate.model.Operation;

/**
 * What the calls of a log do to tasks, descriptors and files, and which operations of the model they amount to. Used by one thread.
 */
final class Interpreter {

    private static final String NO_OPERATION = "the model has no such operation";
    private static final String FAILED = "it failed, and what is not there or not allowed is not an operation of the model";

    private final Places places;
    private final Rejects rejects;
    private final Tasks tasks = new Tasks();
    private final Usage usage = new Usage();
    private final Pauses pauses = new Pauses();
    private final Classifier classifier;
    private long outside;

    Interpreter(Places places, Rejects rejects) {
        this.places = places;
        this.rejects = rejects;
        this.classifier = new Classifier(usage, rejects);
    }

    Usage usage() {
        return usage;
    }

    Pauses pauses() {
        return pauses;
    }

    Tasks tasks() {
        return tasks;
    }

    /** Calls on files that are not on the shared file system. */
    long outside() {
        return outside;
    }

    void exited(int number) throws IntakeException {
        for (OpenFile file : tasks.leaving(number)) {
            closed(file, number, 0);
        }
        tasks.gone(number);
    }

    /** The log is at its end. */
    void end() throws IntakeException {
        for (int number : tasks.rest()) {
            exited(number);
        }
    }

    void call(Call call) throws IntakeException {
        Tasks.Task task = tasks.task(call.task());
        switch (call.name()) {
            case "open", "creat", "openat", "openat2" -> open(call, task);
            case "close" -> close(call, task);
            case "dup", "dup2", "dup3" -> duplicate(call, task);
            case "chdir", "getcwd" -> chdir(call, task);
            case "fchdir" -> task.directory(task.files().containsKey(call.descriptor(0)) ? task.files().get(call.descriptor(0)).path()
                    : task.directory());
            case "fork", "vfork", "clone", "clone3" -> tasks.forked(call.task(), (int) call.result(), String.join(",", call.args()));
            case "stat", "lstat", "newfstatat", "statx", "access", "faccessat", "faccessat2" -> stat(call, task);
            case "chmod", "fchmodat", "chown", "lchown", "fchownat", "utime", "utimes", "utimensat", "futimesat" ->
                named(call, task, Operation.CHMOD);
            case "unlink", "unlinkat" -> unlink(call, task);
            case "rename", "renameat", "renameat2" -> rename(call, task);
            case "mkdir", "mkdirat" -> mkdir(call, task);
            case "statfs" -> named(call, task, Operation.STATFS);
            case "rmdir", "truncate", "link", "linkat", "symlink", "symlinkat", "readlink", "readlinkat", "mknod", "mknodat", "setxattr",
                "lsetxattr", "getxattr", "lgetxattr", "listxattr", "llistxattr", "removexattr", "statmount" -> without(call, task);
            case "io_submit", "io_uring_enter", "process_vm_readv" ->
                rejects.add(call.line(), call.name(), "asynchronous: what it reads and writes is not in the log");
            default -> descriptor(call, task);
        }
    }

    private void open(Call call, Tasks.Task task) throws IntakeException {
        boolean at = call.name().startsWith("openat");
        String path = path(call, task, at ? 0 : -1, at ? 1 : 0);
        if (path == null) {
            return;
        }
        if (call.failed()) {
            reject(call, path, FAILED);
            return;
        }
        task.busy(call.start(), call.end());
        OpenFile.Flags flags = OpenFile.Flags.of(call.name().equals("creat") ? "O_CREAT|O_WRONLY|O_TRUNC" : call.arg(at ? 2 : 1));
        OpenFile file = new OpenFile(path, flags, usage.knows(path));
        usage.file(path).opened();
        replace(task, (int) call.result(), file, call);
    }

    /** Puts a file under a descriptor; what was there is closed, whether or not the log shows it. */
    private void replace(Tasks.Task task, int descriptor, OpenFile file, Call call) throws IntakeException {
        OpenFile before = task.files().put(descriptor, file);
        if (before != null) {
            closed(before, call.task(), call.line());
        }
    }

    private void close(Call call, Tasks.Task task) throws IntakeException {
        OpenFile file = task.files().remove(call.descriptor(0));
        if (file != null) {
            task.busy(call.start(), call.end());
            closed(file, call.task(), call.line());
        }
    }

    private void closed(OpenFile file, int task, long line) throws IntakeException {
        if (file.release()) {
            done(task, classifier.closed(file, task, line));
        }
    }

    /** Operations are done; the pause before them belongs to them. */
    private void done(int task, long operations) throws IntakeException {
        if (operations > 0) {
            pauses.add(tasks.task(task).takePause(), operations);
        }
    }

    private void duplicate(Call call, Tasks.Task task) throws IntakeException {
        OpenFile file = task.files().get(call.descriptor(0));
        if (call.failed() || call.result() == call.descriptor(0)) {
            return;
        }
        if (file != null) {
            file.share();
            replace(task, (int) call.result(), file, call);
        } else {
            forget(call, task);
        }
    }

    /** A descriptor that is not of a file takes a number. */
    private void forget(Call call, Tasks.Task task) throws IntakeException {
        OpenFile before = call.failed() ? null : task.files().remove((int) call.result());
        if (before != null) {
            closed(before, call.task(), call.line());
        }
    }

    /** Also getcwd, which tells where a task is whose beginning is not in the log. */
    private void chdir(Call call, Tasks.Task task) {
        String path = Arguments.text(call.arg(0));
        if (!call.failed() && path != null) {
            task.directory(Places.join(task.directory(), path));
        }
    }

    private void stat(Call call, Tasks.Task task) throws IntakeException {
        boolean at = call.name().endsWith("at") && !call.name().equals("stat") && !call.name().equals("lstat") || call.name().equals("statx")
                || call.name().equals("faccessat2");
        if (at && "\"\"".equals(call.arg(1))) {
            descriptor(call, task);
            return;
        }
        String path = path(call, task, at ? 0 : -1, at ? 1 : 0);
        if (path == null) {
            return;
        }
        if (call.failed()) {
            reject(call, path, FAILED);
            return;
        }
        task.busy(call.start(), call.end());
        String structure = String.join(",", call.args());
        if (structure.contains("S_IFDIR")) {
            usage.addDirectory(OperationKey.of(Operation.STAT), path);
        } else {
            usage.file(path).size(Arguments.field(structure, structure.contains("stx_size") ? "stx_size" : "st_size"));
            usage.add(OperationKey.of(Operation.STAT), path, call.task(), 0);
        }
        done(call.task(), 1);
    }

    private void named(Call call, Tasks.Task task, Operation operation) throws IntakeException {
        boolean at = call.name().contains("at") && !call.name().equals("statfs");
        String path = path(call, task, at ? 0 : -1, at ? 1 : 0);
        if (path == null) {
            return;
        }
        if (call.failed()) {
            reject(call, path, FAILED);
            return;
        }
        task.busy(call.start(), call.end());
        if (operation == Operation.STATFS) {
            usage.addDirectory(OperationKey.of(operation), path);
        } else {
            usage.add(OperationKey.of(operation), path, call.task(), 0);
        }
        done(call.task(), 1);
    }

    private void unlink(Call call, Tasks.Task task) throws IntakeException {
        boolean at = call.name().equals("unlinkat");
        if (at && call.arg(2).contains("AT_REMOVEDIR")) {
            without(call, task);
            return;
        }
        String path = path(call, task, at ? 0 : -1, at ? 1 : 0);
        if (path == null) {
            return;
        }
        if (call.failed()) {
            reject(call, path, FAILED);
            return;
        }
        task.busy(call.start(), call.end());
        usage.add(OperationKey.of(Operation.UNLINK), path, call.task(), 0);
        usage.file(path).gone();
        done(call.task(), 1);
    }

    private void rename(Call call, Tasks.Task task) throws IntakeException {
        boolean at = !call.name().equals("rename");
        String from = path(call, task, at ? 0 : -1, at ? 1 : 0);
        String to = path(call, task, at ? 2 : -1, at ? 3 : 1);
        if (from == null || to == null) {
            return;
        }
        if (call.failed()) {
            reject(call, from, FAILED);
            return;
        }
        task.busy(call.start(), call.end());
        boolean inside = Usage.directory(from).equals(Usage.directory(to));
        usage.add(OperationKey.of(inside ? Operation.RENAME : Operation.MOVE), from, call.task(), 0);
        Usage.FileUse target = usage.file(to);
        target.size(usage.file(from).size());
        target.made();
        usage.file(from).gone();
        done(call.task(), 1);
    }

    private void mkdir(Call call, Tasks.Task task) throws IntakeException {
        boolean at = call.name().equals("mkdirat");
        String path = path(call, task, at ? 0 : -1, at ? 1 : 0);
        if (path == null) {
            return;
        }
        if (call.failed()) {
            reject(call, path, FAILED);
            return;
        }
        task.busy(call.start(), call.end());
        usage.addDirectory(OperationKey.of(Operation.MKDIR), Usage.directory(path));
        done(call.task(), 1);
    }

    private void without(Call call, Tasks.Task task) {
        boolean at = call.name().contains("at") && !call.name().contains("attr") && !call.name().startsWith("trunc");
        String path = path(call, task, at ? 0 : -1, at ? 1 : 0);
        if (path != null) {
            reject(call, path, call.failed() ? FAILED : NO_OPERATION);
        }
    }

    private void reject(Call call, String path, String reason) {
        rejects.add(call.line(), call.name() + " " + path, call.name() + ": " + reason);
    }

    /** Calls on a descriptor. */
    private void descriptor(Call call, Tasks.Task task) throws IntakeException {
        if (DescriptorCalls.makesOther(call)) {
            forget(call, task);
            return;
        }
        Map<Integer, OpenFile> files = task.files();
        OpenFile file = files.get(call.descriptor(0));
        if (file != null && !call.failed() && DescriptorCalls.CHANGES.contains(call.name())) {
            task.busy(call.start(), call.end());
            usage.add(OperationKey.of(Operation.CHMOD), file.path(), call.task(), 0);
            done(call.task(), 1);
            return;
        }
        boolean copies = call.name().equals("fcntl") && call.arg(1).startsWith("F_DUPFD");
        if (copies) {
            duplicate(call, task);
        } else if (DescriptorCalls.apply(call, files, rejects)) {
            task.busy(call.start(), call.end());
        }
    }

    /** The path of an argument, or null if it is not on the shared file system. */
    private String path(Call call, Tasks.Task task, int directoryArgument, int pathArgument) {
        String text = Arguments.text(call.arg(pathArgument));
        if (text == null) {
            return null;
        }
        String base = task.directory();
        if (directoryArgument >= 0) {
            String directory = call.arg(directoryArgument);
            OpenFile open = task.files().get(call.descriptor(directoryArgument));
            String annotation = Arguments.annotation(directory);
            base = annotation != null ? annotation : open != null ? open.path() : base;
        }
        String path = Places.join(base, text);
        if (!places.shared(path)) {
            outside++;
            return null;
        }
        return path;
    }
}
