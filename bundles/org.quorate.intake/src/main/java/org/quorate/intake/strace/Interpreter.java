// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.strace;

import java.util.Map;
import org.quorate.intake.IntakeException;
import org.quorate.intake.Rejects;
import org.quorate.model.Operation;

/**
 * What the calls of a log do to tasks, descriptors and files, and which operations of the model they amount to. Used by one thread.
 */
final class Interpreter implements CallReader.Events {

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

    @Override
    public void exited(int number) throws IntakeException {
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

    @Override
    public void forking(Call begun) throws IntakeException {
        tasks.forking(begun.task(), String.join(",", begun.args()));
    }

    @Override
    public void call(Call call) throws IntakeException {
        Tasks.Task task = tasks.task(call.task());
        if (call.namesDescriptor()) {
            descriptor(call, task);
            return;
        }
        switch (call.name()) {
            case "open", "creat", "openat", "openat2" -> open(call, task);
            case "close" -> close(call, task);
            case "close_range" -> closeRange(call, task);
            case "dup", "dup2", "dup3" -> duplicate(call, task);
            case "chdir", "getcwd" -> chdir(call, task);
            case "fchdir" -> task.directory(task.files().containsKey(call.descriptor(0)) ? task.files().get(call.descriptor(0)).path()
                    : task.directory());
            case "fork", "vfork", "clone", "clone3" -> tasks.forked(call.task(), (int) call.result(), String.join(",", call.args()));
            case "execve", "execveat" -> execute(call, task);
            case "stat", "lstat", "newfstatat", "statx", "access", "faccessat", "faccessat2" -> stat(call, task);
            case "chmod", "fchmodat", "fchmodat2", "chown", "lchown", "fchownat", "utime", "utimes", "utimensat", "futimesat" ->
                named(call, task, Operation.CHMOD);
            case "unlink", "unlinkat" -> unlink(call, task);
            case "rename", "renameat", "renameat2" -> rename(call, task);
            case "mkdir", "mkdirat" -> mkdir(call, task);
            case "statfs" -> named(call, task, Operation.STATFS);
            case "symlink", "symlinkat" -> without(call, task, call.lastPath());
            case "rmdir", "truncate", "link", "linkat", "readlink", "readlinkat", "mknod", "mknodat", "setxattr", "lsetxattr", "getxattr",
                "lgetxattr", "listxattr", "llistxattr", "removexattr", "lremovexattr", "name_to_handle_at", "inotify_add_watch", "chroot" ->
                without(call, task, call.firstPath());
            case "io_submit", "io_uring_enter", "process_vm_readv" ->
                rejects.add(call.line(), call.name(), "asynchronous: what it reads and writes is not in the log");
            default -> descriptor(call, task);
        }
    }

    private void open(Call call, Tasks.Task task) throws IntakeException {
        String path = ready(call, task);
        if (path == null) {
            return;
        }
        String flags = call.name().equals("creat") ? "O_CREAT|O_WRONLY|O_TRUNC" : call.arg(call.firstPath() + 1);
        OpenFile file = new OpenFile(path, OpenFile.Flags.of(flags), usage.knows(path));
        usage.file(path).opened();
        replace(task, (int) call.result(), file, call);
        task.closeOnExecute((int) call.result(), flags.contains("O_CLOEXEC"));
    }

    /** Puts a file under a descriptor; what was there is closed, whether or not the log shows it. */
    private void replace(Tasks.Task task, int descriptor, OpenFile file, Call call) throws IntakeException {
        OpenFile before = task.files().put(descriptor, file);
        if (before != null) {
            closed(before, call.task(), call.line());
        }
    }

    private void close(Call call, Tasks.Task task) throws IntakeException {
        close(call, task, call.descriptor(0));
    }

    private void close(Call call, Tasks.Task task, int descriptor) throws IntakeException {
        OpenFile file = task.files().remove(descriptor);
        if (file != null) {
            task.busy(call.start(), call.end());
            closed(file, call.task(), call.line());
        }
    }

    private void closeRange(Call call, Tasks.Task task) throws IntakeException {
        if (call.failed()) {
            return;
        }
        if (call.arg(2).contains("CLOSE_RANGE_UNSHARE")) {
            tasks.unshare(task);
        }
        long last = call.descriptor(1) < 0 ? Integer.MAX_VALUE : call.number(1);
        for (int descriptor : task.files().keySet().stream().filter(one -> one >= call.number(0) && one <= last).sorted().toList()) {
            if (call.arg(2).contains("CLOSE_RANGE_CLOEXEC")) {
                task.closeOnExecute(descriptor, true);
            } else {
                close(call, task, descriptor);
            }
        }
    }

    /** Another program begins in the task: it has descriptors of its own, without those that are marked so. */
    private void execute(Call call, Tasks.Task task) throws IntakeException {
        without(call, task, call.firstPath());
        if (!call.failed()) {
            tasks.unshare(task);
            for (OpenFile file : task.takeClosedOnExecute()) {
                closed(file, call.task(), call.line());
            }
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
            task.closeOnExecute((int) call.result(), call.arg(1).equals("F_DUPFD_CLOEXEC") || call.arg(2).contains("O_CLOEXEC"));
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
        String path = ready(call, task);
        if (path == null) {
            return;
        }
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
        String path = ready(call, task);
        if (path == null) {
            return;
        }
        if (operation == Operation.STATFS) {
            usage.addDirectory(OperationKey.of(operation), path);
        } else {
            usage.add(OperationKey.of(operation), path, call.task(), 0);
        }
        done(call.task(), 1);
    }

    private void unlink(Call call, Tasks.Task task) throws IntakeException {
        if (call.arg(2).contains("AT_REMOVEDIR")) {
            without(call, task, call.firstPath());
            return;
        }
        String path = ready(call, task);
        if (path == null) {
            return;
        }
        usage.add(OperationKey.of(Operation.UNLINK), path, call.task(), 0);
        usage.file(path).gone();
        done(call.task(), 1);
    }

    private void rename(Call call, Tasks.Task task) throws IntakeException {
        String to = path(call, task, call.lastPath());
        String from = to == null ? null : ready(call, task);
        if (from == null) {
            return;
        }
        boolean inside = Usage.directory(from).equals(Usage.directory(to));
        usage.add(OperationKey.of(inside ? Operation.RENAME : Operation.MOVE), from, call.task(), 0);
        Usage.FileUse target = usage.file(to);
        target.size(usage.file(from).size());
        target.made();
        usage.file(from).gone();
        done(call.task(), 1);
    }

    private void mkdir(Call call, Tasks.Task task) throws IntakeException {
        String path = ready(call, task);
        if (path != null) {
            usage.addDirectory(OperationKey.of(Operation.MKDIR), Usage.directory(path));
            done(call.task(), 1);
        }
    }

    private void without(Call call, Tasks.Task task, int argument) {
        String path = path(call, task, argument);
        if (path != null) {
            reject(call, path, call.failed() ? FAILED : NO_OPERATION);
        }
    }

    /** The path of a call that did what it should, on the shared file system; null after telling that it failed, or counting it as elsewhere. */
    private String ready(Call call, Tasks.Task task) {
        String path = path(call, task, call.firstPath());
        if (path != null && call.failed()) {
            reject(call, path, FAILED);
            return null;
        }
        if (path != null) {
            task.busy(call.start(), call.end());
        }
        return path;
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
        boolean control = call.name().equals("fcntl") && !call.failed();
        if (control && call.arg(1).equals("F_SETFD") || call.name().equals("ioctl") && call.arg(1).equals("FIOCLEX")) {
            task.closeOnExecute(call.descriptor(0), call.arg(1).equals("FIOCLEX") || call.arg(2).contains("FD_CLOEXEC"));
        }
        if (control && call.arg(1).startsWith("F_DUPFD")) {
            duplicate(call, task);
        } else if (DescriptorCalls.apply(call, files, rejects)) {
            task.busy(call.start(), call.end());
        } else {
            unknown(call, task, file);
        }
    }

    /** A call that nothing is known of is told if it is, as far as that can be seen, on a file of the shared file system. */
    private void unknown(Call call, Tasks.Task task, OpenFile file) {
        if (DescriptorCalls.takesOtherNumber(call)) {
            return;
        }
        String text = Arguments.text(call.arg(call.firstPath()));
        boolean named = text != null && (call.firstPath() == 0 ? text.startsWith("/") : call.arg(0).startsWith("AT_FDCWD"));
        if (file != null) {
            reject(call, file.path(), call.failed() ? FAILED : NO_OPERATION);
        } else if (named) {
            without(call, task, call.firstPath());
        }
    }

    /** The path of an argument, behind the descriptor of its directory if there is one; null if it is not on the shared file system. */
    private String path(Call call, Tasks.Task task, int argument) {
        String text = Arguments.text(call.arg(argument));
        if (text == null) {
            return null;
        }
        String base = task.directory();
        if (argument > 0 && !call.arg(argument - 1).startsWith("\"")) {
            OpenFile open = task.files().get(call.descriptor(argument - 1));
            String annotation = Arguments.annotation(call.arg(argument - 1));
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
