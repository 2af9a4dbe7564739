// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.strace;

import java.util.Map;
import java.util.Set;
import org.quorate.intake.Rejects;

/** What calls on an open file do to it. Pure functions on what they are given. */
final class DescriptorCalls {

    /** Give a descriptor of something else than a file. */
    private static final Set<String> OTHERS = Set.of("socket", "accept", "accept4", "eventfd", "eventfd2", "epoll_create", "epoll_create1",
            "timerfd_create", "signalfd", "signalfd4", "inotify_init", "inotify_init1", "memfd_create", "pidfd_open", "userfaultfd",
            "io_uring_setup", "perf_event_open", "fanotify_init");

    /** Change attributes of an open file; those that end in at do without a path. */
    static final Set<String> CHANGES = Set.of("fchmod", "fchown", "fchmodat", "fchmodat2", "fchownat", "utimensat", "futimesat");

    /** Begin with a number that is no descriptor: of a task, a user, a timer, a semaphore, or how many. */
    private static final String OTHER_NUMBERS = "exit|exit_group|wait4|waitid|waitpid|kill|tkill|tgkill|alarm|umask|[gs]etpgid|getsid|"
            + "set(fs)?(re|res)?[ug]id(32)?|[gs]etgroups(32)?|[gs]etpriority|[gs]etrlimit|prlimit64|getrusage|sched_.*|rt_.*|timer_.*|"
            + "clock_.*|[gs]etitimer|select|_newselect|pselect6|shm.*|sem.*|msg.*|prctl|arch_prctl|personality|membarrier|seccomp|"
            + "get_robust_list|move_pages|migrate_pages|process_.*|kcmp|ioprio_.*|setns|unshare|close|io_.*|getcpu|pidfd_open|socketpair|"
            + "perf_event_open|ptrace|keyctl|bpf|set_thread_area|modify_ldt|reboot|syslog";

    private DescriptorCalls() {
    }

    static boolean makesOther(Call call) {
        return OTHERS.contains(call.name());
    }

    /** The number that the call begins with is no descriptor. */
    static boolean takesOtherNumber(Call call) {
        return call.name().matches(OTHER_NUMBERS);
    }

    /**
     * Notes what a call did.
     *
     * @return false if the call is not on one of these files
     */
    static boolean apply(Call call, Map<Integer, OpenFile> files, Rejects rejects) {
        if (call.name().equals("sendfile") || call.name().equals("copy_file_range") || call.name().equals("splice")) {
            return copy(call, files);
        }
        boolean mapping = call.name().equals("mmap");
        OpenFile file = files.get(call.descriptor(mapping ? 4 : 0));
        if (file == null) {
            return false;
        }
        if (call.failed()) {
            rejects.add(call.line(), call.name() + " " + file.path(), call.name() + ": it failed");
            return true;
        }
        switch (call.name()) {
            case "read", "readv" -> file.read(call.result(), -1);
            case "pread64", "preadv", "preadv2" -> file.read(call.result(), call.number(3));
            case "write", "writev" -> file.write(call.result(), -1);
            case "pwrite64", "pwritev", "pwritev2" -> file.write(call.result(), call.number(3));
            case "lseek", "_llseek" -> file.seek(call.result());
            case "fsync", "fdatasync" -> file.sync();
            case "ftruncate" -> file.truncate(call.number(1));
            case "getdents", "getdents64" -> file.list();
            case "flock" -> flock(call, file, rejects);
            case "fcntl" -> fcntl(call, file, rejects);
            case "fstat", "newfstatat", "statx" -> attributes(call, file);
            case "mmap" -> rejects.add(call.line(), "mmap " + file.path(), "mmap: which pages are touched is not in the log");
            case "fadvise64", "readahead", "ioctl", "fallocate", "sync_file_range", "fgetxattr", "fsetxattr",
                "flistxattr", "fstatfs", "syncfs" -> rejects.add(call.line(), call.name() + " " + file.path(),
                        call.name() + ": the model has no such operation on an open file");
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void attributes(Call call, OpenFile file) {
        String structure = String.join(",", call.args());
        long size = Math.max(Arguments.field(structure, "st_size"), Arguments.field(structure, "stx_size"));
        if (size > 0 && file.writes().calls() == 0) {
            file.existed();
        }
    }

    private static void flock(Call call, OpenFile file, Rejects rejects) {
        if (call.arg(1).contains("LOCK_EX")) {
            file.flock();
        } else if (call.arg(1).contains("LOCK_SH")) {
            rejects.add(call.line(), "flock " + file.path(), "flock: the model only has locks that exclude all others");
        }
    }

    private static void fcntl(Call call, OpenFile file, Rejects rejects) {
        if (!call.arg(1).contains("SETLK")) {
            return;
        }
        if (call.arg(2).contains("F_WRLCK")) {
            file.recordLock();
        } else if (call.arg(2).contains("F_RDLCK")) {
            rejects.add(call.line(), "fcntl " + file.path(), "fcntl: the model only has locks that exclude all others");
        }
    }

    /** From one descriptor to another without a buffer. */
    private static boolean copy(Call call, Map<Integer, OpenFile> files) {
        boolean send = call.name().equals("sendfile");
        OpenFile in = files.get(call.descriptor(send ? 1 : 0));
        OpenFile out = files.get(call.descriptor(send ? 0 : 2));
        if (in != null) {
            in.read(call.result(), -1);
        }
        if (out != null) {
            out.write(call.result(), -1);
        }
        return in != null || out != null;
    }
}
