// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.kernel.Dump;
import org.quorate.intake.kernel.GlocksReader;
import org.quorate.intake.kernel.GlstatsReader;
import org.quorate.intake.kernel.LockingStateReader;
import org.quorate.intake.kernel.SlabinfoReader;
import org.quorate.model.observed.CountedFile;
import org.quorate.model.observed.FigureName;
import org.quorate.model.observed.FigureName.Topic;
import org.quorate.model.observed.FollowedLock;
import org.quorate.model.observed.NodeSample;
import org.quorate.remote.Command;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteShell;
import org.quorate.remote.Target;
import org.quorate.remote.inventory.Fleet;
import org.quorate.remote.secret.Secrets;
import org.quorate.remote.sshj.SshjConnector;

/** Runs beside the nodes of nodes.sh, and prints {@code ok WHAT} or {@code FAIL WHAT} of each check. */
public final class WatchHosts {

    static final int CHECKS = 10;
    private static final String PLACE = "/mnt/the fs";

    private final Path folder;

    private WatchHosts(Path folder) {
        this.folder = folder;
    }

    /** A check. */
    private interface Check {
        void run() throws Exception;
    }

    /** @param arguments the folder with the keys and the files of kernels */
    public static void main(String[] arguments) {
        WatchHosts hosts = new WatchHosts(Path.of(arguments[0]));
        hosts.check("a node where nothing is mounted says so, and what it has", hosts::nothingMounted);
        hosts.check("GFS2", hosts::gfs2);
        hosts.check("OCFS2", hosts::ocfs2);
        hosts.check("without root, with the remedy", hosts::plain);
        hosts.check("a sample changes nothing", hosts::nothingChanged);
        hosts.check("a connection that is cut is made again", hosts::cut);
        hosts.check("paths of inodes, by find and by debugfs.ocfs2", hosts::paths);
        hosts.check("lines of 10 MB, garbage, and more locks than can be read", hosts::garbage);
        hosts.check("cancelled in less than a second", hosts::cancelled);
        hosts.check("a node that is gone between samples, and comes back", hosts::gone);
        System.exit(0);
    }

    private void check(String what, Check check) {
        try {
            long started = System.nanoTime();
            check.run();
            System.out.printf("ok %s (%.1f s)%n", what, (System.nanoTime() - started) / 1e9);
        } catch (Exception | AssertionError e) {
            System.out.println("FAIL " + what);
            e.printStackTrace(System.out);
        }
    }

    private static String address(int node) {
        return "198.51.100." + node;
    }

    private Target target(String user, int node) {
        return new Target("node" + node, address(node), 22, user, address(node), List.of(folder.resolve("user1")), false, Optional.empty(),
                List.of(folder.resolve("known_hosts")), false, false, new Target.Limits(Duration.ofSeconds(5), Duration.ofSeconds(10),
                        Duration.ofSeconds(1), 1), List.of());
    }

    private static SshjConnector connector() {
        return new SshjConnector(unknown -> true, Secrets.NONE);
    }

    private NodeWatch watch(String user, int node) {
        return new NodeWatch(target(user, node), connector(), true);
    }

    private RemoteShell root(int node) throws IOException {
        return connector().connect(target("root", node), () -> false);
    }

    private static void run(RemoteShell shell, String line) throws IOException {
        var result = shell.run(new Command(line, new byte[0], false, Command.Limits.DEFAULT));
        assertTrue(result.succeeded(), line + ": " + result.ending());
    }

    private Probe probe(String kind, int node) {
        return new Probe(kind, PLACE, address(node), "");
    }

    private IntakeSource file(String name) throws IOException {
        return IntakeSource.of(Files.newInputStream(folder.resolve(name)));
    }

    /** The files of real kernels, where the kernel has them. */
    private void mount(RemoteShell shell, String kind, List<String> names) throws IOException {
        run(shell, "mkdir -p /srv/files");
        put(shell, Files.readAllBytes(folder.resolve("mounted.sh")), "/srv/mounted.sh");
        put(shell, Files.readAllBytes(folder.resolve(kind + "-slabinfo")), "/srv/files/slabinfo");
        for (String name : names) {
            put(shell, Files.readAllBytes(folder.resolve(name)), "/srv/files/" + name);
        }
        run(shell, "sh /srv/mounted.sh " + kind + " /srv/files");
    }

    private static void put(RemoteShell shell, byte[] content, String path) throws IOException {
        var result = shell.run(Command.of("sh", "-c", "umask 077; cat >\"$1\"", "sh", path).reading(content));
        assertTrue(result.succeeded(), path + ": " + result.ending());
    }

    private static long figure(NodeSample sample, Topic topic, String name, String what) {
        Long value = sample.figures().get(new FigureName(topic, name, what));
        assertTrue(value != null, topic + " " + name + " " + what + " is not in " + sample.figures() + sample.remarks());
        return value;
    }

    private void nothingMounted() throws IOException {
        try (NodeWatch watch = watch("root", 3)) {
            NodeSample sample = watch.sample(probe("gfs2", 3), () -> false);
            assertEquals(List.of("the file system is not mounted at /mnt/the\\040fs: mount it", "the devices of the LUN are unknown, because the file"
                    + " system is not mounted, and no disk has the WWID of the scenario"), sample.remarks());
            assertTrue(figure(sample, Topic.MEMORY, "MemTotal", "bytes") > 1 << 28);
            assertTrue(figure(sample, Topic.NETWORK, "eth0", "sent_bytes") > 0);
            assertEquals(36, sample.boot().length());
            NodeSample later = watch.sample(probe("gfs2", 3), () -> false);
            assertTrue(later.uptime() >= sample.uptime());
            assertTrue(figure(later, Topic.NETWORK, "eth0", "sent_bytes") > figure(sample, Topic.NETWORK, "eth0", "sent_bytes"));
        }
    }

    private void gfs2() throws IOException {
        Files.writeString(folder.resolve("glocks"), Files.readString(folder.resolve("glocks"), StandardCharsets.ISO_8859_1)
                + "G:  s:UN n:2/5f00 f:lIqob t:EX d:EX/0 a:0 v:0 r:9 m:0 p:0\n H: s:EX f:W e:0 p:811 [postgres] gfs2_create_inode+0x1/0x2 [gfs2]\n"
                + " H: s:EX f:aW e:0 p:812 [postgres] gfs2_create_inode+0x1/0x2 [gfs2]\n", StandardCharsets.ISO_8859_1);
        try (RemoteShell shell = root(1); NodeWatch watch = watch("root", 1)) {
            mount(shell, "gfs2", List.of("glocks", "glstats"));
            NodeSample sample = watch.sample(probe("gfs2", 1), () -> false);
            assertEquals(List.of(), sample.remarks());
            Dump glocks = GlocksReader.read(file("glocks"));
            assertEquals(glocks.locks().size(), sample.figures().keySet().stream().filter(name -> name.topic() == Topic.LOCK).count());
            glocks.locks().forEach(use -> assertEquals(use.locks(), figure(sample, Topic.LOCK, use.type(), use.mode())));
            Dump slabs = SlabinfoReader.read(file("gfs2-slabinfo"));
            slabs.slabs().stream().filter(slab -> slab.name().startsWith("gfs2_") || slab.name().startsWith("dlm_"))
                    .forEach(slab -> assertEquals(slab.active(), figure(sample, Topic.SLAB, slab.name(), "objects")));
            FollowedLock waited = sample.locks().stream().filter(lock -> lock.waiters() > 0).findFirst().orElseThrow();
            assertEquals(new FollowedLock("INODE", "5f00", 2, OptionalLong.empty(), OptionalLong.empty()), waited);
            assertEquals(Optional.of(0x5f00L), waited.inode());
            assertEquals(2, figure(sample, Topic.DLM, "glocks", "waiters"));
            long most = sample.locks().stream().mapToLong(lock -> lock.uses().orElse(0)).max().orElseThrow();
            assertEquals(Probe.LOCKS + 1, sample.locks().size());
            assertTrue(most > 2 && GlstatsReader.read(file("glstats")).calls().size() > 0, sample.locks().toString());
            assertEquals(312, figure(sample, Topic.USE, "INODE", "requests"));
            assertEquals(2500, figure(sample, Topic.USE, "INODE", "holders"));
            assertEquals(2, figure(sample, Topic.DLM, "resources", "now"));
            assertEquals(1, figure(sample, Topic.DLM, "resources", "mastered"));
            assertEquals(1, figure(sample, Topic.DLM, "locks", "converting"));
            assertEquals(1, figure(sample, Topic.DLM, "requests", "outstanding"));
            assertEquals(7, figure(sample, Topic.DLM, "messages", "unacknowledged"));
            assertEquals(1600 * 512, figure(sample, Topic.DISK, "sda", "written_bytes"));
            assertEquals(5, figure(sample, Topic.DISK, "sda", "flushes"));
            assertEquals(2, figure(sample, Topic.DISK, "sdb", "writes"));
            assertFalse(sample.figures().keySet().stream().anyMatch(name -> name.name().equals("dm-3")), "its paths are counted");
        }
    }

    private void ocfs2() throws IOException {
        try (RemoteShell shell = root(2); NodeWatch watch = watch("root", 2)) {
            mount(shell, "ocfs2", List.of("locking_state"));
            NodeSample sample = watch.sample(probe("ocfs2", 2), () -> false);
            assertEquals(List.of(), sample.remarks());
            Dump dump = LockingStateReader.read(file("locking_state"));
            assertEquals(dump.unlisted(), sample.unlisted());
            assertEquals(dump.locks().size(), sample.figures().keySet().stream().filter(name -> name.topic() == Topic.LOCK).count());
            dump.locks().forEach(use -> assertEquals(use.locks(), figure(sample, Topic.LOCK, use.type(), use.mode())));
            assertEquals(8143, figure(sample, Topic.DLM, "o2net", "sent"));
            assertEquals(2466, figure(sample, Topic.DLM, "resources", "now"));
            assertEquals(3100, figure(sample, Topic.DLM, "resources", "made"));
            assertEquals(1, figure(sample, Topic.DLM, "resources", "mastered"));
            assertEquals(2, figure(sample, Topic.DLM, "locks", "granted"));
            assertEquals(1, figure(sample, Topic.DLM, "locks", "converting"));
            long waited = Files.readAllLines(folder.resolve("locking_state"), StandardCharsets.ISO_8859_1).stream().map(line -> line.split("\t"))
                    .filter(row -> row[1].startsWith("M")).mapToLong(row -> Long.parseLong(row[78]) + Long.parseLong(row[79])).sum();
            assertEquals(waited, figure(sample, Topic.USE, "META", "waited_ns"));
            assertTrue(sample.locks().stream().allMatch(lock -> lock.waitNanos().orElse(0) > 0), sample.locks().toString());
            assertTrue(sample.locks().stream().anyMatch(lock -> lock.type().equals("META") && lock.inode().isPresent()));
            NodeSample other = watch.sample(probe("gfs2", 2), () -> false);
            assertTrue(other.remarks().contains("another file system (ocfs2) is mounted there"), other.remarks().toString());
        }
    }

    private void plain() throws IOException {
        try (NodeWatch watch = watch("plain", 2)) {
            NodeSample sample = watch.sample(probe("ocfs2", 2), () -> false);
            String remarks = String.join("; ", sample.remarks());
            assertTrue(remarks.contains("sudo") && remarks.contains("only root reads /proc/slabinfo"), remarks);
            assertTrue(figure(sample, Topic.MEMORY, "MemTotal", "bytes") > 0);
            assertFalse(watch.isRoot());
        }
        try (NodeWatch watch = watch("free", 2)) {
            assertTrue(watch.sample(probe("ocfs2", 2), () -> false).figures().containsKey(new FigureName(Topic.LOCK, "META", "PR")), "by sudo");
        }
    }

    private void nothingChanged() throws IOException {
        try (RemoteShell shell = root(2); NodeWatch watch = watch("root", 2)) {
            run(shell, "touch /tmp/marker");
            watch.sample(probe("ocfs2", 2), () -> false);
            assertEquals("", shell.run(Command.of("sh", "-c", "find / -xdev -newercm /tmp/marker ! -path '/var/log/*' ! -path '/run' ! -path '/run/*'"))
                    .out().text());
        }
    }

    private void cut() throws IOException {
        try (NodeWatch watch = watch("root", 1)) {
            watch.sample(probe("gfs2", 1), () -> false);
            assertThrows(RemoteException.class, () -> watch.ask(shell -> shell.run(new Command("kill -9 $PPID; sleep 5", new byte[0], false,
                    Command.Limits.DEFAULT)), () -> false));
            assertTrue(watch.sample(probe("gfs2", 1), () -> false).figures().size() > 20);
        }
    }

    private void paths() throws IOException {
        try (RemoteShell shell = root(1); NodeWatch watch = watch("root", 1)) {
            run(shell, "mkdir -p '/mnt/the fs/hot dir'; cd '/mnt/the fs/hot dir'; echo > \"$(printf 'a\\nb')\"; echo > \"it's\"");
            List<Long> inodes = new ArrayList<>();
            for (String line : shell.run(Command.of("sh", "-c", "stat -c %i '/mnt/the fs'/* '/mnt/the fs'/*/*")).out().text().strip().split("\n")) {
                inodes.add(Long.parseLong(line));
            }
            long nowhere = 999_999_999_999L;
            NodePaths.Found found = NodePaths.find(watch, probe("gfs2", 1), inodes, () -> false);
            assertEquals(Map.of(inodes.get(0), "/mnt/the fs/hot dir", inodes.get(1), "/mnt/the fs/hot dir/a?b", inodes.get(2), "/mnt/the fs/hot dir/it's"),
                    found.paths());
            assertEquals(List.of(), found.remarks());
            assertEquals(Map.of(), NodePaths.find(watch, probe("gfs2", 1), List.of(nowhere), () -> false).paths());
        }
        try (RemoteShell shell = root(2); NodeWatch watch = watch("root", 2)) {
            run(shell, "truncate -s 300M /srv/image; mkfs.ocfs2 -q -b 4096 -C 4096 -N 2 -T mail -M local /srv/image </dev/null; mkdir -p /dev/mapper;"
                    + " ln -s /srv/image /dev/mapper/mpatha");
            String before = shell.run(Command.of("sha256sum", "/srv/image")).out().text();
            NodePaths.Found found = NodePaths.find(watch, probe("ocfs2", 2), List.of(5L, 9L, 1L << 40), () -> false);
            assertEquals(Map.of(5L, "/mnt/the fs/", 9L, "//slot_map"), found.paths());
            assertEquals(1, found.remarks().size());
            assertEquals(before, shell.run(Command.of("sha256sum", "/srv/image")).out().text());
        }
    }

    private void garbage() throws IOException {
        String glocks = "/sys/kernel/debug/gfs2/lab:fs/glocks";
        try (RemoteShell shell = root(1); NodeWatch watch = watch("root", 1)) {
            run(shell, "head -c 10000000 /dev/zero | tr '\\000' x >" + glocks + "; head -c 100000 /dev/urandom >>" + glocks
                    + "; printf '\\nG:  s:EX n:2/1 f: t:EX\\n|figure\\tlock\\tINODE\\tEX\\t99\\n#end\\n' >>" + glocks);
            NodeSample sample = watch.sample(probe("gfs2", 1), () -> false);
            assertEquals(1, figure(sample, Topic.LOCK, "INODE", "EX"));
            run(shell, "rm " + glocks + "; mkfifo " + glocks + "; (yes 'G:  s:EX n:2/1 f: t:EX' >" + glocks + ") >/dev/null 2>&1 &");
            NodeSample cut = watch.sample(probe("gfs2", 1), () -> false);
            assertTrue(cut.remarks().get(0).startsWith("reading was ended before it took too long: counts of glocks after "), cut.remarks().toString());
            assertEquals(Set.of(CountedFile.GLOCKS), cut.cut());
            assertTrue(figure(cut, Topic.LOCK, "INODE", "EX") > 1000);
        }
    }

    /** A pipe that nobody writes to holds up who reads it. */
    private void cancelled() throws Exception {
        try (RemoteShell shell = root(1)) {
            run(shell, "cd /sys/kernel/debug/gfs2/lab:fs; rm -f glocks; mkfifo glocks");
            NodeWatch watch = watch("root", 1);
            AtomicBoolean stop = new AtomicBoolean();
            List<Throwable> ended = new ArrayList<>();
            Thread thread = new Thread(() -> ended.add(assertThrows(CancellationException.class, () -> new Fleet(4).run(Map.of("n1", target("root", 1)),
                    (name, target, cancelled) -> watch.sample(probe("gfs2", 1), cancelled), (done, name) -> {
                        throw new AssertionError("it ended");
                    }, stop::get))));
            thread.start();
            Thread.sleep(1500);
            assertTrue(thread.isAlive());
            stop.set(true);
            thread.join(500);
            assertFalse(thread.isAlive());
            long asked = System.nanoTime();
            watch.close();
            assertTrue(System.nanoTime() - asked < 200_000_000L && ended.size() == 1, ended.toString());
            assertThrows(CancellationException.class, () -> watch.sample(probe("gfs2", 1), () -> false));
        }
    }

    private void gone() throws Exception {
        try (NodeWatch watch = watch("root", 2)) {
            NodeSample before = watch.sample(probe("ocfs2", 2), () -> false);
            try (RemoteShell shell = root(2)) {
                run(shell, "(sleep 0.3; ip link set eth0 down; sleep 8; ip link set eth0 up; ip route add 198.51.100.0/24 via 198.51.100.254)"
                        + " >/dev/null 2>&1 </dev/null &");
            }
            Thread.sleep(1000);
            RemoteException e = assertThrows(RemoteException.class, () -> watch.sample(probe("ocfs2", 2), () -> false));
            System.out.println("figure gone: " + e.kind() + " " + e.getMessage());
            NodeSample after = null;
            for (int i = 0; i < 10 && after == null; i++) {
                Thread.sleep(1000);
                try {
                    after = watch.sample(probe("ocfs2", 2), () -> false);
                } catch (RemoteException stillGone) {
                    System.out.println("figure still gone: " + stillGone.getMessage());
                }
            }
            assertTrue(after != null && after.uptime() > before.uptime() && after.boot().equals(before.boot()));
        }
    }
}
