// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.strace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.intake.Imported;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.Unused;
import org.quorate.model.Bytes;
import org.quorate.model.FileSet;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.OperationShare.Access;
import org.quorate.model.Phase;
import org.quorate.model.SizeDistribution;
import org.quorate.model.TimeDistribution;

/** On a log of the real strace ({@code ORIGIN.md} beside it), and on lines made to confuse. */
class StraceReaderTest {

    private static Imported real() throws IOException {
        try (InputStream in = StraceReaderTest.class.getResourceAsStream("workers.log")) {
            return StraceReader.read(Optional.of("/srv/shared/d"), 2, IntakeSource.of(in));
        }
    }

    private static String text() throws IOException {
        try (InputStream in = StraceReaderTest.class.getResourceAsStream("workers.log")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Imported read(String log) throws IOException {
        return StraceReader.read(Optional.empty(), 1, IntakeSource.of(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8))));
    }

    private static OperationShare share(Imported imported, Operation operation, String set) {
        return imported.phases().get(0).mix().stream().filter(share -> share.operation() == operation && share.fileSet().equals(set))
                .findFirst().orElseThrow(() -> new AssertionError(operation + " of " + set + " is missing: " + imported.phases().get(0).mix()));
    }

    private static FileSet set(Imported imported, String name) {
        return imported.fileSets().stream().filter(set -> set.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<Operation> operations(String log) throws IOException {
        return read(log).phases().get(0).mix().stream().map(OperationShare::operation).sorted().toList();
    }

    @Test
    void whatTheProgramDoesIsTheMix() throws IOException {
        Imported imported = real();
        assertEquals(36, share(imported, Operation.SESSION, "sessions").weight());
        assertEquals(36, share(imported, Operation.READ, "pages").weight());
        assertEquals(36, share(imported, Operation.APPEND, "db").weight());
        assertEquals(9, share(imported, Operation.CREATE, "mail").weight());
        assertEquals(9, share(imported, Operation.RENAME, "mail").weight());
        assertEquals(9, share(imported, Operation.FCNTL, "db").weight());
        assertEquals(9, share(imported, Operation.WRITE, "db").weight());
        assertEquals(3, share(imported, Operation.UNLINK, "mail").weight());
        assertEquals(3, share(imported, Operation.READDIR, "mail").weight());
        assertEquals(3, share(imported, Operation.MKDIR, "mail").weight());
    }

    @Test
    void sizesWaysAndSharingAreThoseOfTheProgram() throws IOException {
        Imported imported = real();
        OperationShare write = share(imported, Operation.WRITE, "db");
        assertTrue(write.fsync() && write.keepOpen());
        assertEquals(OperationShare.Way.DIRECT, write.how());
        assertEquals(OperationShare.Position.RANDOM, write.at());
        assertEquals(8192, write.size().mean().value());
        OperationShare create = share(imported, Operation.CREATE, "mail");
        assertTrue(create.fsync() && !create.keepOpen(), "three writes and fsync are one operation");
        assertEquals(3000, create.size().mean().value());
        assertEquals(1200, share(imported, Operation.SESSION, "sessions").size().mean().value());
        OperationShare append = share(imported, Operation.APPEND, "db");
        assertTrue(append.keepOpen() && !append.fsync());
        assertEquals(120, append.size().mean().value());
        assertEquals(Access.ANY, share(imported, Operation.SESSION, "sessions").access(), "all processes use all sessions");
        assertEquals(Access.OWN, share(imported, Operation.UNLINK, "mail").access(), "each has its own mail");
    }

    @Test
    void filesAreThoseThatWereThereBefore() throws IOException {
        Imported imported = real();
        assertEquals(10, set(imported, "pages").files());
        assertEquals(6, set(imported, "sessions").files());
        assertEquals(0, set(imported, "mail").files(), "all were made");
        assertEquals(FileSet.Layout.TREE, set(imported, "mail").layout());
        assertEquals(7500, set(imported, "pages").size().mean().value(), 400, "3000, 4000, ... 12000 bytes");
    }

    @Test
    void threadsAndThinkTimeAreThoseOfTheProcesses() throws IOException {
        Phase phase = real().phases().get(0);
        Phase.Closed load = (Phase.Closed) phase.load();
        List<double[]> spans = new ArrayList<>();
        for (String process : List.of("5923", "5924", "5925")) {
            double[] times = text().lines().filter(line -> line.startsWith(process)).mapToDouble(line -> Double.parseDouble(line.split(" +")[1])).toArray();
            spans.add(new double[] {times[0], times[times.length - 1]});
        }
        double worked = spans.stream().mapToDouble(span -> span[1] - span[0]).sum();
        double all = spans.stream().mapToDouble(span -> span[1]).max().orElseThrow() - spans.stream().mapToDouble(span -> span[0]).min().orElseThrow();
        assertEquals(Math.round(worked / all), load.threads(), "of " + worked + " s of work in " + all + " s");
        // Each of 12 rounds sleeps 2 ms; a process thinks no longer than it lives.
        double operations = phase.mix().stream().mapToDouble(OperationShare::weight).sum();
        double thought = load.thinkTime().mean().toNanos() / 1e9 * operations;
        assertTrue(thought > 3 * 12 * 0.002 && thought < worked, thought + " s of " + worked);
        assertEquals(Duration.ofSeconds(1), phase.duration(), "0.2 s were logged; the shortest phase");
    }

    @Test
    void whatTheModelCannotSayIsTold() throws IOException {
        List<Unused> unused = real().unused();
        assertTrue(unused.stream().flatMap(one -> one.examples().stream()).anyMatch(example -> example.text().contains("missing-$(id)\\u000a")),
                unused.toString());
        assertTrue(unused.stream().allMatch(one -> one.examples().stream().allMatch(example -> example.line() > 0)), unused.toString());
    }

    @Test
    void openReadCloseIsOneReadAndAPageAfterTheOtherToo() throws IOException {
        String sweep = """
                7 1700000000.000001 openat(AT_FDCWD, "/data/a", O_RDONLY) = 3 <0.000010>
                7 1700000000.000101 read(3, "x"..., 4096) = 4096 <0.000010>
                7 1700000000.000201 read(3, "x"..., 4096) = 1000 <0.000010>
                7 1700000000.000301 read(3, "", 4096) = 0 <0.000010>
                7 1700000000.000401 close(3) = 0 <0.000010>
                """;
        Imported imported = read(sweep);
        OperationShare read = imported.phases().get(0).mix().get(0);
        assertEquals(Operation.READ, read.operation());
        assertEquals(5096, read.size().mean().value());
        assertEquals(new Phase.Closed(1, TimeDistribution.constant(Duration.ofNanos(4 * 90_000))), imported.phases().get(0).load());
        assertEquals(List.of(Operation.OPEN), operations(sweep.lines().filter(line -> !line.contains("read(")).reduce("", (a, b) -> a + b + "\n")));
    }

    @Test
    void aDescriptorGoesAlongToTheChildAndClosesWithTheLastOne() throws IOException {
        String log = """
                7 1700000000.000001 openat(AT_FDCWD, "/data/a", O_WRONLY) = 3 <0.000010>
                7 1700000000.000101 clone(child_stack=NULL, flags=CLONE_CHILD_SETTID|SIGCHLD <unfinished ...>
                8 1700000000.000201 write(3, "x"..., 100) = 100 <0.000010>
                7 1700000000.000301 <... clone resumed>) = 8 <0.000210>
                7 1700000000.000401 close(3) = 0 <0.000010>
                8 1700000000.000501 write(3, "x"..., 100) = 100 <0.000010>
                8 1700000000.000601 +++ exited with 0 +++
                """;
        OperationShare write = read(log).phases().get(0).mix().get(0);
        assertEquals(Operation.WRITE, write.operation());
        assertEquals(200, write.size().mean().value());
    }

    @Test
    void threadsShareDescriptorsAndProcessesDoNot() throws IOException {
        String log = """
                7 1700000000.000001 clone(child_stack=0x1, flags=CLONE_VM|%s) = 8 <0.000010>
                7 1700000000.000101 openat(AT_FDCWD, "/data/a", O_WRONLY) = 3 <0.000010>
                8 1700000000.000201 write(3, "x"..., 100) = 100 <0.000010>
                8 1700000000.000301 close(3) = 0 <0.000010>
                """;
        assertEquals(List.of(Operation.WRITE), operations(log.formatted("CLONE_FILES")));
        assertEquals(List.of(Operation.OPEN), operations(log.formatted("CLONE_FS")), "the write is on another descriptor 3");
    }

    /** Lines of one task, a tenth of a millisecond apart, each call of 10 us. */
    private static String log(String... calls) {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < calls.length; i++) {
            log.append(String.format(Locale.ROOT, "7 1700000000.%06d %s <0.000010>%n", 1 + 100 * i, calls[i]));
        }
        return log.toString();
    }

    private static List<OperationShare> mix(String... calls) throws IOException {
        return read(log(calls)).phases().get(0).mix();
    }

    @Test
    void writesWithFsyncAndWithoutHaveTheSizesOfAll() throws IOException {
        List<OperationShare> mix = mix("openat(AT_FDCWD, \"/data/a\", O_WRONLY) = 3", "pwrite64(3, \"x\"..., 4096, 40960) = 4096",
                "fsync(3) = 0", "pwrite64(3, \"x\"..., 4096, 0) = 4096", "fsync(3) = 0", "pwrite64(3, \"x\"..., 4096, 81920) = 4096",
                "pwrite64(3, \"x\"..., 4096, 8192) = 4096", "close(3) = 0");
        assertEquals(List.of(false, true), mix.stream().map(OperationShare::fsync).sorted().toList());
        for (OperationShare share : mix) {
            assertEquals(Operation.WRITE, share.operation());
            assertEquals(2, share.weight());
            assertEquals(SizeDistribution.constant(Bytes.kib(4)), share.size());
        }
    }

    @Test
    void filesThatAreMadeEmptyAreAShareOfTheirOwn() throws IOException {
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < 99; i++) {
            calls.addAll(List.of("openat(AT_FDCWD, \"/data/e" + i + "\", O_WRONLY|O_CREAT|O_EXCL) = 3", "close(3) = 0"));
        }
        assertEquals(List.of(SizeDistribution.constant(Bytes.ZERO)), mix(calls.toArray(String[]::new)).stream().map(OperationShare::size).toList());
        calls.addAll(List.of("openat(AT_FDCWD, \"/data/f\", O_WRONLY|O_CREAT|O_EXCL) = 3", "write(3, \"x\"..., 1048576) = 1048576", "close(3) = 0"));
        List<OperationShare> mix = mix(calls.toArray(String[]::new));
        assertEquals(List.of(Operation.CREATE, Operation.CREATE), mix.stream().map(OperationShare::operation).toList());
        assertEquals(List.of(99.0, 1.0), mix.stream().map(OperationShare::weight).toList());
        assertEquals(List.of(Bytes.ZERO, Bytes.mib(1)), mix.stream().map(share -> share.size().mean()).toList());
    }

    @Test
    void emptyFilesAreLeftOutOfTheSizesOfASetAndItIsSaid() throws IOException {
        Imported imported = read(log("stat(\"/data/a\", {st_mode=S_IFREG|0644, st_size=0, ...}) = 0",
                "stat(\"/data/b\", {st_mode=S_IFREG|0644, st_size=5000, ...}) = 0"));
        assertEquals(5000, imported.fileSets().get(0).size().mean().value());
        assertTrue(imported.remarks().get(0).contains("1 empty files are left out of the sizes"), imported.remarks().toString());
    }

    @Test
    void truncatingAFileThatNothingWasWrittenToDoesNotMoveTheDescriptor() throws IOException {
        String open = "openat(AT_FDCWD, \"/data/a\", O_WRONLY|O_CREAT|O_EXCL) = 3";
        String write = "write(3, \"x\"..., 4096) = 4096";
        List<OperationShare> made = mix(open, "ftruncate(3, 0) = 0", write, write, write, "close(3) = 0");
        assertEquals(List.of(Operation.CREATE), made.stream().map(OperationShare::operation).toList());
        assertEquals(Bytes.kib(12), made.get(0).size().mean());
        assertEquals(made, mix(open, write, write, write, "close(3) = 0"));
    }

    @Test
    void aWriteBehindTheTruncationIsAJumpOnlyIfItIsElsewhere() throws IOException {
        String open = "openat(AT_FDCWD, \"/data/a\", O_RDWR) = 3";
        String read = "read(3, \"x\"..., 4096) = 4096";
        String write = "write(3, \"x\"..., 4096) = 4096";
        assertEquals(OperationShare.Position.NEXT, writePosition(open, read, "ftruncate(3, 0) = 0", write, "close(3) = 0"));
        assertEquals(OperationShare.Position.NEXT, writePosition(open, read, "ftruncate(3, 0) = 0", "lseek(3, 0, SEEK_SET) = 0", write, "close(3) = 0"));
        assertEquals(OperationShare.Position.RANDOM, writePosition(open, read, "ftruncate(3, 1048576) = 0", "lseek(3, 40960, SEEK_SET) = 40960", write,
                "close(3) = 0"));
    }

    private static OperationShare.Position writePosition(String... calls) throws IOException {
        return mix(calls).stream().filter(share -> share.operation() == Operation.WRITE).findFirst().orElseThrow().at();
    }

    private static List<String> told(String... calls) throws IOException {
        return read(log(calls)).unused().stream().flatMap(one -> one.examples().stream()).map(Unused.Example::text).toList();
    }

    @Test
    void aLinkIsToldByItsOwnNameAndNotByWhereItLeads() throws IOException {
        String mkdir = "mkdir(\"/data/d\", 0755) = 0";
        String dir = "openat(AT_FDCWD, \"/data/d\", O_RDONLY|O_DIRECTORY) = 5";
        assertEquals(List.of("'symlink /data/l'", "'symlinkat /data/d/l'"), told(mkdir, dir, "symlink(\"/usr/bin/x\", \"/data/l\") = 0",
                "symlinkat(\"../x\", 5, \"l\") = 0", "symlinkat(\"/data/x\", AT_FDCWD, \"/etc/l\") = 0"));
        assertEquals(List.of("'linkat /data/d/a'"), told(mkdir, dir, "linkat(5, \"a\", AT_FDCWD, \"/data/b\", 0) = 0"));
    }

    @Test
    void attributesOfADescriptorAreThoseOfItsFile() throws IOException {
        String open = "openat(AT_FDCWD, \"/data/a\", O_RDONLY) = 3";
        for (String change : List.of("utimensat(3, NULL, NULL, 0) = 0", "fchownat(3, \"\", 0, 0, AT_EMPTY_PATH) = 0", "fchmod(3, 0600) = 0",
                "utimensat(AT_FDCWD, \"/data/a\", NULL, 0) = 0")) {
            List<OperationShare> mix = mix(open, change, "close(3) = 0");
            assertEquals(List.of(Operation.CHMOD, Operation.OPEN), mix.stream().map(OperationShare::operation).sorted(
                    Comparator.comparing(Operation::name)).toList(), change);
        }
    }

    @Test
    void callsThatNothingIsKnownOfAreToldIfTheyAreOnAFileThatMatters() throws IOException {
        String open = "openat(AT_FDCWD, \"/data/a\", O_RDONLY) = 3";
        assertEquals(List.of("'cachestat /data/a'", "'newcall /data/b'", "'newcallat /data/c'", "'execve /data/program'"),
                told(open, "cachestat(3, {off=0, len=4096}, {nr_cache=1}, 0) = 0", "newcall(\"/data/b\", 0) = 0",
                        "newcallat(AT_FDCWD, \"/data/c\", 0) = 0", "execve(\"/data/program\", [\"x\"], 0x7ffc00000000 /* 3 vars */) = 0"));
        assertEquals(List.of(), told(open, "kill(3, SIGTERM) = 0", "alarm(3) = 0", "futex(0x7f00, FUTEX_WAKE, 1) = 0", "write(1, \"/data/x\"..., 7) = 7",
                "newcall(\"/usr/b\", 0) = 0", "poll([{fd=3, events=POLLIN}], 1, 0) = 1"));
        assertEquals(List.of(), told(open, "dup2(3, 0) = 0", "futex(0x7f00, FUTEX_WAKE, 1) = 0", "umask(022) = 0"));
    }

    @Test
    void anotherProgramHasOnlyTheDescriptorsThatStayOpen() throws IOException {
        String execute = "execve(\"/usr/bin/x\", [\"x\"], 0x7ffc00000000 /* 3 vars */) = 0";
        String write = "write(3, \"x\"..., 100) = 100";
        String marked = "openat(AT_FDCWD, \"/data/a\", O_WRONLY|O_CLOEXEC) = 3";
        String plain = "openat(AT_FDCWD, \"/data/a\", O_WRONLY) = 3";
        // What is written behind goes to another descriptor 3, if that one is closed.
        assertEquals(200, moved(plain, write, execute, write));
        assertEquals(100, moved(marked, write, execute, write));
        assertEquals(100, moved(plain, "fcntl(3, F_SETFD, FD_CLOEXEC) = 0", write, execute, write));
        assertEquals(200, moved(marked, "fcntl(3, F_SETFD, 0) = 0", write, execute, write));
        assertEquals(200, moved(marked, write, execute.replace("= 0", "= -1 ENOENT (No such file or directory)"), write));
        assertEquals(200, moved(marked, "dup(3) = 4", write, execute, write.replace("3", "4")));
        assertEquals(100, moved(plain, write, "close_range(3, 4294967295, 0) = 0", write));
        assertEquals(100, moved(plain, write, "close_range(3, 4294967295, CLOSE_RANGE_CLOEXEC) = 0", execute, write));
        assertEquals(200, moved(plain, write, "close_range(4, 4294967295, 0) = 0", write));
    }

    /** Bytes of all operations. */
    private static long moved(String... calls) throws IOException {
        return mix(calls).stream().mapToLong(share -> Math.round(share.weight() * share.size().mean().value())).sum();
    }

    @Test
    void mkdirRmdirAndMovesAreWhatTheModelHas() throws IOException {
        Imported imported = read("""
                7 1700000000.000001 mkdir("/data/x", 0755) = 0 <0.000010>
                7 1700000000.000101 rmdir("/data/x") = 0 <0.000010>
                7 1700000000.000201 rename("/data/a/f", "/data/b/f") = 0 <0.000010>
                7 1700000000.000301 chmod("/data/b/f", 0600) = 0 <0.000010>
                7 1700000000.000401 statfs("/data", {f_type=EXT2_SUPER_MAGIC}) = 0 <0.000010>
                """);
        assertEquals(List.of(Operation.CHMOD, Operation.RENAME, Operation.MKDIR, Operation.STATFS),
                imported.phases().get(0).mix().stream().map(OperationShare::operation).sorted().toList(), "a move needs directories");
        assertTrue(imported.remarks().stream().anyMatch(remark -> remark.contains("moves are taken as renames")), imported.remarks().toString());
        assertEquals("rmdir: the model has no such operation", imported.unused().get(0).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7 12:00:01.1 close(3) = 0 <0.1>\n", "\u0000\u0001ELF\u0000", "7 1700000000.000001 getpid() = 7 <0.000001>\n",
        "7 1700000000.000001 openat(AT_FDCWD, \"/usr/lib/x\", O_RDONLY) = 3 <0.1>\n"})
    void aLogOfNoUseIsRefusedWithTheReason(String log) {
        String message = assertThrows(IntakeException.class, () -> read(log)).getMessage();
        assertTrue(message.length() > 10 && message.chars().noneMatch(c -> c < ' '), message);
    }

    @Test
    void cutAndHostileLinesAreToldAndTheRestIsRead() throws IOException {
        Imported imported = read("""
                7 1700000000.000001 openat(AT_FDCWD, "/data/$(id)\\n\\33[2J/\\"\\377 = 5 <0.1>", O_RDONLY) = 3 <0.000010>
                7 1700000000.000101 read(3, ") = 9999 <0.1>", 4096) = 14 <0.000010>
                7 1700000000.000201 <... read resumed>) = 1 <0.1>
                7 1700000000.000301 read(3, "x"..., 4096
                7 1700000000.000401 read(3, "x", 1) = 1
                \u001b[2J$(id)
                7 1700000000.000501 close(3) = 0 <0.000010>
                """);
        assertEquals(14, imported.phases().get(0).mix().get(0).size().mean().value());
        assertEquals(List.of(3L, 4L, 5L, 6L), imported.unused().stream().flatMap(one -> one.examples().stream()).map(Unused.Example::line)
                .sorted().toList(), imported.unused().toString());
        assertEquals("id-2J", imported.fileSets().get(0).name(), "nothing that a terminal or a shell obeys");
        assertTrue(imported.remarks().get(0).contains("('$(id)\\u000a\\u001b[2J')"), imported.remarks().toString());
    }

    /** Lines whose reading would take for ever if it took more than once over them. */
    @Test
    void longHostileLinesAreReadInOneGo() throws IOException {
        StringBuilder log = new StringBuilder();
        for (String part : List.of("0<", "(", "\\\"", " = ", "/a", "{[", ") = ")) {
            log.append("7 1700000000.000001 openat(AT_FDCWD, \"/data/").append(part.repeat(60_000 / part.length())).append("\", O_RDONLY) = 3 <0.1>\n");
        }
        String good = "7 1700000000.000101 mkdir(\"/data/x\", 0755) = 0 <0.000010>\n";
        assertTrue(operations(log.toString().repeat(50) + good).contains(Operation.MKDIR));
    }

    /** Whatever bytes come, the answer is an import or a refusal. */
    @Test
    void spoiledLogsNeverBreakIt() throws IOException {
        byte[] log = text().getBytes(StandardCharsets.UTF_8);
        byte[] signs = "\"\\{}[]()<>,=\n 9x".getBytes(StandardCharsets.UTF_8);
        long before = read(text()).unused().stream().mapToLong(Unused::lines).sum();
        Random random = new Random(7);
        for (int round = 0; round < 30; round++) {
            byte[] spoiled = log.clone();
            for (int i = 0; i < 3000; i++) {
                spoiled[random.nextInt(spoiled.length)] = signs[random.nextInt(signs.length)];
            }
            IntakeSource source = new IntakeSource(new ByteArrayInputStream(spoiled), OptionalLong.of(spoiled.length), read -> { }, () -> false);
            Imported imported = StraceReader.read(Optional.empty(), 3, source);
            assertTrue(imported.unused().stream().mapToLong(Unused::lines).sum() > before + 500, imported.unused().toString());
            List<String> sets = imported.fileSets().stream().map(FileSet::name).toList();
            assertTrue(imported.phases().get(0).mix().stream().allMatch(share -> sets.contains(share.fileSet())), sets.toString());
            assertTrue(imported.unused().stream().flatMap(one -> one.examples().stream()).allMatch(example -> example.text().chars()
                    .allMatch(letter -> letter >= ' ')), imported.unused().toString());
        }
    }
}
