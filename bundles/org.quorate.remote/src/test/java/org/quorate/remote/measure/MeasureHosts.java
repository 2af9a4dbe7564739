// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.quorate.intake.measure.DeviceTimes;
import org.quorate.intake.measure.RoundTrips;
import org.quorate.intake.measure.ScratchTimes;
import org.quorate.model.measured.ServiceTimes;
import org.quorate.model.measured.ServiceTimes.What;
import org.quorate.remote.Command;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteShell;
import org.quorate.remote.Result;
import org.quorate.remote.Target;
import org.quorate.remote.secret.Secrets;
import org.quorate.remote.sshj.SshjConnector;

/** Runs beside the nodes of nodes.sh, and prints {@code ok WHAT} or {@code FAIL WHAT} of each check. */
public final class MeasureHosts {

    static final int CHECKS = 9;
    private static final double DELAY_NANOS = 4e6;
    /** What this machine may add to the shortest when it is busy. */
    private static final double SLACK_NANOS = 3e6;
    private static final BooleanSupplier NEVER = () -> false;

    private final Path folder;
    private final String lun;

    private MeasureHosts(Path folder, String lun) {
        this.folder = folder;
        this.lun = lun;
    }

    /** A check. */
    private interface Check {
        void run() throws Exception;
    }

    /** @param arguments the folder with the keys */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        MeasureHosts hosts = new MeasureHosts(folder, Files.readString(folder.resolve("loop")).strip());
        hosts.check("a known delay is found by ping, and by connections", hosts::delay);
        hosts.check("why there is no answer is told", hosts::noAnswer);
        hosts.check("reads by fio and by dd change nothing", hosts::reads);
        hosts.check("a device that cannot be read says why", hosts::noReads);
        hosts.check("a scratch file is measured by fio and by dd and leaves nothing", hosts::scratch);
        hosts.check("a scratch file is refused where it would do harm", hosts::refused);
        hosts.check("a connection that breaks leaves neither file nor process", hosts::broken);
        hosts.check("cancelled at once, and nothing goes on", hosts::cancelled);
        hosts.check("a system call that does nothing", hosts::calls);
        // Threads of connections that a check left open must not keep this from ending.
        System.exit(0);
    }

    private void check(String what, Check check) {
        try {
            check.run();
            System.out.println("ok " + what);
        } catch (Exception | AssertionError e) {
            System.out.println("FAIL " + what);
            e.printStackTrace(System.out);
        }
    }

    private static String address(int node) {
        return "198.51.100." + node;
    }

    private RemoteShell shell(String user, int node) throws IOException {
        Target target = new Target("node" + node, address(node), 22, user, address(node), List.of(folder.resolve("user1")), false, Optional.empty(),
                List.of(folder.resolve("known_hosts")), false, false, Target.Limits.DEFAULT, List.of());
        return new SshjConnector(unknown -> true, Secrets.NONE).connect(target, NEVER);
    }

    private static String told(RemoteShell shell, String script) throws IOException {
        Result result = shell.run(Command.of("sh", "-c", script).asRoot());
        assertTrue(result.succeeded(), result::ending);
        return result.out().text().strip();
    }

    private void delay() throws IOException {
        try (RemoteShell one = shell("free", 1); RemoteShell two = shell("free", 2); RemoteShell three = shell("free", 3)) {
            MeasuredNode node = new MeasuredNode(one, true);
            RoundTrips near = node.roundTrips(address(3), 100, 0.01, 3, NEVER);
            RoundTrips far = node.roundTrips(address(2), 100, 0.01, 3, NEVER);
            RoundTrips connects = new MeasuredNode(two, true).roundTrips(address(1), 100, 0.01, 3, NEVER);
            RoundTrips nearConnects = new MeasuredNode(two, true).roundTrips(address(3), 100, 0.01, 3, NEVER);
            System.out.printf("figure ping %.3f and %.3f ms, connections %.3f and %.3f ms, to itself %.3f ms%n", near.samples().median() / 1e6,
                    far.samples().median() / 1e6, nearConnects.samples().median() / 1e6, connects.samples().median() / 1e6, connects.own().orElseThrow().median() / 1e6);
            assertEquals("ping", near.way());
            assertTrue(near.samples().count() >= 50, "samples: " + near.samples().count());
            within(DELAY_NANOS, least(far) - least(near));
            assertTrue(far.samples().median() > 0.9 * DELAY_NANOS, far.samples().times().toString());
            assertEquals("connect", connects.way());
            within(DELAY_NANOS, least(connects) - least(nearConnects));
            RoundTrips plain = new MeasuredNode(three, false).roundTrips(address(1), 20, 0.005, 3, NEVER);
            assertTrue(plain.samples().count() > 0, "without root: " + plain.remark());
        }
    }

    private static void within(double truth, double measured) {
        assertTrue(measured > 0.9 * truth && measured < truth + SLACK_NANOS, measured + " ns for " + truth);
    }

    private static double least(RoundTrips trips) {
        return trips.samples().times().leastNanos().orElseThrow();
    }

    private void noAnswer() throws IOException {
        try (RemoteShell one = shell("free", 1); RemoteShell two = shell("free", 2)) {
            RoundTrips silent = new MeasuredNode(one, true).roundTrips("203.0.113.9", 5, 0.01, 1, NEVER);
            assertEquals(0, silent.samples().count());
            assertTrue(!silent.remark().isEmpty(), silent.toString());
            RoundTrips refused = new MeasuredNode(two, true).roundTrips("203.0.113.9", 5, 0.01, 1, NEVER);
            assertEquals(0, refused.samples().count());
            assertTrue(refused.remark().contains("unreachable"), refused.remark());
        }
    }

    private void reads() throws Exception {
        String before = image();
        try (RemoteShell one = shell("free", 1); RemoteShell three = shell("root", 3)) {
            long started = System.nanoTime();
            DeviceTimes fio = new MeasuredNode(one, true).reads("node1", lun, 3, NEVER);
            assertTrue(System.nanoTime() - started < 60e9, "it is bounded");
            assertTrue(fio.figures().read().isPresent() && fio.figures().bandwidth().isPresent() && fio.figures().queueDepth().isPresent(), fio.toString());
            assertTrue(fio.figures().write().isEmpty() && fio.figures().flush().isEmpty(), fio.toString());
            DeviceTimes dd = new MeasuredNode(three, false).reads("node3", lun, 3, NEVER);
            assertTrue(dd.figures().read().isPresent() && dd.figures().bandwidth().isPresent() && dd.figures().queueDepth().isEmpty(), dd.toString());
            ServiceTimes read = dd.services().get(0);
            assertEquals(What.READ, read.what());
            assertTrue(read.times().samples() >= 50, read.toString());
            System.out.printf("figure reads: fio median %.1f us, dd median %.1f us%n",
                    fio.services().get(0).times().medianNanos().orElseThrow() / 1e3, read.times().medianNanos().orElseThrow() / 1e3);
        }
        assertEquals(before, image());
    }

    private String image() throws Exception {
        byte[] bytes = Files.readAllBytes(folder.resolve("lun.img"));
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)) + Files.getLastModifiedTime(folder.resolve("lun.img"));
    }

    private void noReads() throws IOException {
        try (RemoteShell plain = shell("plain", 1); RemoteShell free = shell("free", 1)) {
            assertEquals(List.of(lun + " may only be read by root"), new MeasuredNode(plain, false).reads("node1", lun, 1, NEVER).remarks());
            assertEquals(List.of("/etc/passwd is no block device there"), new MeasuredNode(free, true).reads("node1", "/etc/passwd", 1, NEVER).remarks());
            assertEquals(List.of("/dev/a'b; touch /x is no block device there"), new MeasuredNode(free, true).reads("node1", "/dev/a'b; touch /x", 1, NEVER).remarks());
            assertEquals("", told(free, "ls -d /x 2>/dev/null || true"));
        }
    }

    private void scratch() throws IOException {
        try (RemoteShell one = shell("free", 1); RemoteShell three = shell("root", 3)) {
            ScratchTimes fio = new MeasuredNode(one, true).scratch("node1", "/disk/it's a test", "/disk", 3, NEVER);
            assertTrue(fio.times().figures().write().isPresent() && fio.times().figures().flush().isPresent(), fio.toString());
            assertEquals("/disk", fio.mount());
            ScratchTimes dd = new MeasuredNode(three, false).scratch("node3", "/disk/q.tmp", "", 3, NEVER);
            assertTrue(dd.times().figures().write().isPresent(), dd.toString());
            // A disk in memory has nothing to flush.
            assertEquals(dd.times().figures().flush().isEmpty(),
                    dd.times().remarks().stream().anyMatch(remark -> remark.startsWith("no figure for flush: ")), dd.toString());
            assertTrue(dd.times().services().stream().allMatch(each -> each.tool().equals("dd")), dd.toString());
            assertEquals("", told(one, "ls -A /disk"));
            ScratchTimes memory = new MeasuredNode(one, true).scratch("node1", "/memory/q.tmp", "/memory", 1, NEVER);
            assertTrue(memory.inMemory(), memory.toString());
            assertEquals("0", told(one, "df -k --output=used /memory | tail -n 1").strip());
        }
    }

    private void refused() throws IOException {
        try (RemoteShell shell = shell("root", 1)) {
            MeasuredNode node = new MeasuredNode(shell, false);
            told(shell, "echo precious >/disk/mine; ln -s " + lun + " /disk/link");
            for (String path : List.of("/disk/mine", "/disk/link", lun)) {
                refused(node, path, "", path + " is there already");
            }
            assertEquals("precious", told(shell, "cat /disk/mine; rm /disk/mine /disk/link"));
            refused(node, "/root/q.tmp", "", "mounted at /; if that is right, say that it is meant for what is mounted at /");
            refused(node, "/root/q.tmp", "/disk", "mounted at /");
            refused(node, "/disk/q.tmp", "/mnt/lun", "mounted at /disk");
            refused(node, "/small/q.tmp", "", "too little room");
            refused(node, "/nothing/q.tmp", "", "no such folder");
            assertEquals("", told(shell, "ls -A /disk /root/q.tmp /small 2>/dev/null | grep q.tmp || true"));
        }
        try (RemoteShell shell = shell("plain", 1)) {
            refused(new MeasuredNode(shell, false), "/etc/q.tmp", "/", "nothing can be written into it");
        }
    }

    private static void refused(MeasuredNode node, String path, String mount, String why) throws IOException {
        ScratchTimes scratch = node.scratch("node1", path, mount, 1, NEVER);
        assertEquals(List.of(), scratch.times().services());
        assertTrue(scratch.times().remarks().get(0).contains(why), scratch.times().remarks().toString());
    }

    private void broken() throws Exception {
        try (RemoteShell watch = shell("root", 1); RemoteShell victim = shell("free", 1)) {
            String room = room(watch);
            CompletableFuture<ScratchTimes> running = CompletableFuture.supplyAsync(() -> {
                try {
                    return new MeasuredNode(victim, true).scratch("node1", "/disk/q.tmp", "", 30, NEVER);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            await("the file is written to", () -> told(watch, "ps -eo args=").contains("--name=flush"));
            assertEquals("", told(watch, "ls -A /disk"), "it has no name");
            // The numbers are those of this node's own processes.
            told(watch, "kill -9 $(ps -eo pid=,args= | awk '/[s]shd: free/ { print $1 }')");
            ExecutionException e = assertThrows(ExecutionException.class, () -> running.get(20, TimeUnit.SECONDS));
            assertEquals(RemoteException.Kind.DROPPED, ((RemoteException) e.getCause().getCause()).kind());
            await("nothing goes on", () -> !told(watch, "ps -eo args=").contains("fio "));
            assertEquals("", told(watch, "ls -A /disk"));
            await("the room is given back", () -> Math.abs(Long.parseLong(room) - Long.parseLong(room(watch))) < 32 << 10);
        }
    }

    private static String room(RemoteShell shell) throws IOException {
        return told(shell, "df -P -k /disk | awk 'NR == 2 { print $4 }'");
    }

    private void cancelled() throws Exception {
        AtomicBoolean cancel = new AtomicBoolean();
        try (RemoteShell shell = shell("free", 1); RemoteShell watch = shell("root", 1)) {
            CompletableFuture<Long> running = CompletableFuture.supplyAsync(() -> {
                assertThrows(CancellationException.class, () -> new MeasuredNode(shell, true).reads("node1", lun, 30, cancel::get));
                return System.nanoTime();
            });
            await("it reads", () -> told(watch, "ps -eo args=").contains("--readonly"));
            cancel.set(true);
            long asked = System.nanoTime();
            // A second is promised where there is a processor to be had; here only a hang fails.
            System.out.printf("figure cancelled within %.2f s%n", (running.get(20, TimeUnit.SECONDS) - asked) / 1e9);
            await("nothing goes on", () -> !told(watch, "ps -eo args=").contains("--readonly"));
        }
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(String what, Condition condition) throws Exception {
        for (int i = 0; i < 200; i++) {
            if (condition.holds()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not within twenty seconds: " + what);
    }

    private void calls() throws IOException {
        try (RemoteShell shell = shell("plain", 1)) {
            double nanos = new MeasuredNode(shell, false).call(NEVER).orElseThrow();
            assertTrue(nanos > 10 && nanos < 1e6, String.valueOf(nanos));
        }
    }
}
