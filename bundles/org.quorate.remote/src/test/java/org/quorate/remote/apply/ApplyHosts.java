// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.remote.Connector;
import org.quorate.remote.RemoteException;
import org.quorate.remote.apply.ApplyResult.Ending;

/**
 * Runs beside the nodes of nodes.sh, and prints {@code ok WHAT} or {@code FAIL WHAT} of each check. The steps are those of the sample of web
 * servers; where a check counts changes, lines that count are put into a step.
 */
public final class ApplyHosts extends ApplyBench {

    static final int CHECKS = 18;
    private ApplyHosts(Path folder) {
        super(folder);
    }

    /** @param arguments the folder with the keys; then "only" for a single apply that another process kills */
    public static void main(String[] arguments) throws Exception {
        ApplyHosts hosts = new ApplyHosts(Path.of(arguments[0]));
        if (arguments[1].equals("only")) {
            hosts.run(hosts.job(hosts.slow(100), Verb.APPLY, false, "hosts"), hosts.real, hosts.answers(), Duration.ofSeconds(60));
            System.exit(0);
        }
        hosts.check("a dry run tells what would change, and changes nothing", hosts::dryRun);
        hosts.check("steps of nodes are applied, and applied again nothing is repeated", hosts::applied);
        hosts.check("a step of this machine goes through our connections, and its secret is in no log", hosts::bridged);
        hosts.check("a connection killed in a step is made again, and the step goes on", hosts::killed);
        hosts.check("a connection that does not come back leaves a step unknown, and a resume follows it to its end", hosts::lost);
        hosts.check("what is unknown on two nodes is forgotten by no run that did not come so far", hosts::lostTwice);
        hosts.check("a command that did not arrive is known not to have begun", hosts::before);
        hosts.check("an answer that did not arrive is read from the node", hosts::after);
        hosts.check("a program that was killed is resumed without a second change", hosts::programKilled);
        hosts.check("a step whose process was killed is known to be unknown, and its check decides", hosts::stepKilled);
        hosts.check("a full disk on a node", hosts::fullDisk);
        hosts.check("a log that cannot be written lets nothing begin", hosts::fullLog);
        hosts.check("the first failure stops the work and says what was not done", hosts::stops);
        hosts.check("what a hostile node says is made safe", hosts::hostile);
        hosts.check("nothing is formatted or changed without the word", hosts::confirmations);
        hosts.check("steps are taken back, and a resumed undo does not take back twice", hosts::undo);
        hosts.check("by sudo with a password, as by root", hosts::sudo);
        hosts.check("an interrupt leaves a step at work, and says so", hosts::interrupted);
        // Threads of connections that a check left open must not keep this from ending.
        System.exit(0);
    }

    private void check(String what, Check check) {
        long started = System.nanoTime();
        try {
            told.clear();
            asked.clear();
            for (int node = 1; node <= 3; node++) {
                on(node, "rm -rf /run/quorate /var/changes /var/lib/quorate /run/fill; printf '127.0.0.1 localhost\\n127.0.1.1 node" + node + "\\n' >/etc/hosts");
            }
            clear(folder.resolve("audit"));
            check.run();
            System.out.println("ok " + what + " (" + (System.nanoTime() - started) / 100_000_000 / 10.0 + " s)");
        } catch (Exception | AssertionError e) {
            System.out.println("FAIL " + what);
            e.printStackTrace(System.out);
            told.forEach(System.out::println);
        }
    }

    private void dryRun() throws Exception {
        ApplyResult result = run(job(plan(), Verb.PLAN, false));
        assertEquals(StepState.FOUND_DONE, state(result, "identity", "node1"));
        assertEquals(StepState.WOULD_CHANGE, state(result, "hosts", "node2"));
        assertEquals(StepState.WOULD_CHANGE, state(result, "secrets", StepOutcome.HERE));
        assertEquals(StepState.REFUSED, state(result, "nodes-differ", StepOutcome.HERE), "nodes 2 and 3 are clones");
        assertEquals("", result.audit());
        assertEquals("127.0.0.1 localhost\n127.0.1.1 node2\n", on(2, "cat /etc/hosts; find /run/quorate /etc/quorate /var/lib/quorate 2>/dev/null || true")
                .replace("/run/quorate\n", ""));
        assertTrue(asked.isEmpty());
    }

    private void applied() throws Exception {
        ProvisioningPlan plan = slow(1);
        ApplyResult first = run(job(plan, Verb.APPLY, false, "identity", "hosts"));
        assertEquals(Ending.DONE, first.ending(), first.toString());
        assertEquals(StepState.FOUND_DONE, state(first, "identity", "node3"));
        assertEquals(StepState.DONE, state(first, "hosts", "node3"));
        assertChanges(1);
        assertTrue(on(3, "cat /etc/hosts").contains("# BEGIN quorate\n198.51.100.1 node1"), on(3, "cat /etc/hosts"));
        List<JsonNode> lines = log(first);
        assertEquals("quorate-audit/1", lines.get(0).path("format").asText());
        assertEquals("tester", lines.get(0).path("user").asText());
        assertEquals(3, count(lines, "begin", "hosts"));
        assertEquals(3, count(lines, "end", "hosts"));
        assertTrue(lines.stream().anyMatch(line -> line.path("event").asText().equals("connected") && line.path("fingerprint").asText().startsWith("SHA256:")));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(first.audit()))));
        ApplyResult second = run(job(plan, Verb.APPLY, false, "identity", "hosts"));
        assertAll(StepState.FOUND_DONE, second);
        assertChanges(1);
        assertEquals("", on(1, "ls /run/quorate"), "nothing is left of a run that is done");
    }

    private void bridged() throws Exception {
        ApplyResult first = run(job(plan(), Verb.APPLY, false, "secrets"));
        assertEquals(Ending.DONE, first.ending(), first.toString());
        assertEquals(StepState.DONE, state(first, "secrets", StepOutcome.HERE));
        assertEquals(SECRET + " 600 root", on(3, "cat /etc/quorate/secrets/chap; stat -c ' %a %U' /etc/quorate/secrets/chap").strip());
        List<JsonNode> lines = log(first);
        assertTrue(count(lines, "call", "secrets") >= 6, lines.toString());
        assertEquals(count(lines, "call", "secrets"), count(lines, "called", "secrets"));
        assertFalse(lines.toString().contains(SECRET) || told.toString().contains(SECRET));
        assertAll(StepState.FOUND_DONE, run(job(plan(), Verb.APPLY, false, "secrets")));
        ApplyResult refused = run(job(plan(), Verb.APPLY, false, "nodes-differ"));
        assertEquals(Ending.REFUSED, refused.ending(), refused.toString());
        assertTrue(refused.reason().contains("share one machine id"), refused.reason());
        assertEquals(Ending.DONE, run(job(plan(), Verb.UNDO, false, "secrets")).ending());
        assertEquals("", on(1, "ls /etc/quorate"));
    }

    /** The server's process of each session of root, as it would end with its machine's memory. */
    private void killSessions(int node) throws IOException {
        try {
            on(node, "pids=$(ps -eo pid,args | awk '/[s]shd: root/ { print $1 }'); kill -9 $pids");
        } catch (IOException e) {
            // Its own is among them.
            return;
        }
    }

    private void killed() throws Exception {
        Thread other = when(text -> text.equals("node2: line 5"), () -> killSessions(2));
        ApplyResult result = run(job(slow(40), Verb.APPLY, false, "hosts"));
        other.join();
        assertEquals(Ending.DONE, result.ending(), result.toString());
        assertTrue(told.stream().anyMatch(text -> text.startsWith("remark node2: ") && text.contains("connecting again")), told.toString());
        for (int k = 1; k <= 40; k++) {
            int line = k;
            assertEquals(1, told.stream().filter(text -> text.equals("node2: line " + line)).count(), "line " + k + " is told once");
        }
        assertChanges(1);
    }

    private static Predicate<String> start(int node, Verb verb) {
        return line -> line.contains(" step start ") && line.contains(" " + verb.word() + " node" + node + " ");
    }

    private void lost() throws Exception {
        CutConnector cut = new CutConnector(real, CutConnector.Moment.MIDDLE, start(2, Verb.APPLY), true);
        ApplyResult unknown = run(job(slow(60), Verb.APPLY, false, "hosts"), cut, answers(), Duration.ZERO);
        assertTrue(cut.hasCut());
        assertEquals(Ending.FAILED, unknown.ending(), unknown.toString());
        assertEquals(StepState.UNKNOWN, state(unknown, "hosts", "node2"));
        ApplyResult refused = run(job(slow(60), Verb.APPLY, false, "hosts"));
        assertEquals(Ending.REFUSED, refused.ending());
        assertTrue(refused.reason().contains("hosts on node2"), refused.reason());
        told.clear();
        ApplyResult resumed = run(job(slow(60), Verb.APPLY, true, "hosts"));
        assertEquals(Ending.DONE, resumed.ending(), resumed.toString());
        assertAll(StepState.FOUND_DONE, resumed);
        assertTrue(told.contains("node2: line 60"), told.toString());
        assertChanges(1);
        JsonNode cleared = log(resumed).stream().filter(line -> line.has("of") && line.path("event").asText().equals("end")).findFirst().orElseThrow();
        assertEquals(unknown.run() + " DONE 0", cleared.path("of").asText() + " " + cleared.path("state").asText() + " " + cleared.path("code"));
        assertEquals(Ending.DONE, run(job(slow(60), Verb.APPLY, false, "hosts")).ending(), "nothing is unknown any more");
    }

    private void lostTwice() throws Exception {
        Connector cut = new CutConnector(new CutConnector(real, CutConnector.Moment.MIDDLE, start(1, Verb.APPLY), true), CutConnector.Moment.MIDDLE,
                start(2, Verb.APPLY), true);
        ApplyResult unknown = run(job(slow(60), Verb.APPLY, false, "hosts"), cut, answers(), Duration.ZERO);
        assertEquals(List.of(StepState.UNKNOWN, StepState.UNKNOWN), List.of(state(unknown, "hosts", "node1"), state(unknown, "hosts", "node2")));
        Connector without2 = (target, cancelled) -> {
            if (target.name().equals("node2")) {
                throw new RemoteException(RemoteException.Kind.CONNECT, "node2 cannot be connected to: test");
            }
            return real.connect(target, cancelled);
        };
        ApplyResult unreached = run(job(slow(60), Verb.APPLY, true, "hosts"), without2, answers(), Duration.ZERO);
        assertEquals(Ending.FAILED, unreached.ending(), unreached.toString());
        ApplyResult refused = run(job(slow(60), Verb.APPLY, false, "hosts"));
        assertEquals(Ending.REFUSED, refused.ending(), refused.toString());
        // Which of the two began first is not known.
        assertTrue(refused.reason().contains("hosts on node1") && refused.reason().contains("hosts on node2"), refused.reason());
        assertAll(StepState.FOUND_DONE, run(job(slow(60), Verb.APPLY, true, "hosts")));
        assertChanges(1);
        assertEquals(Ending.DONE, run(job(slow(60), Verb.APPLY, false, "hosts")).ending(), "nothing is unknown any more");
    }

    private void before() throws Exception {
        CutConnector cut = new CutConnector(real, CutConnector.Moment.BEFORE, start(1, Verb.APPLY), false);
        ApplyResult result = run(job(slow(1), Verb.APPLY, false, "hosts"), cut, answers(), Duration.ofSeconds(20));
        assertEquals(Ending.FAILED, result.ending(), result.toString());
        assertEquals(StepState.WAITING, state(result, "hosts", "node1"));
        assertTrue(result.reason().contains("it had not begun when the connection broke"), result.reason());
        assertEquals("", on(1, "cat /var/changes"));
        assertEquals(Ending.DONE, run(job(slow(1), Verb.APPLY, true, "hosts")).ending());
        assertChanges(1);
    }

    private void after() throws Exception {
        CutConnector cut = new CutConnector(real, CutConnector.Moment.AFTER, start(3, Verb.APPLY), false);
        ApplyResult result = run(job(slow(3), Verb.APPLY, false, "hosts"), cut, answers(), Duration.ofSeconds(20));
        assertTrue(cut.hasCut());
        assertAll(StepState.DONE, result);
        assertTrue(told.contains("node3: line 3") && told.contains("node3:     done"), told.toString());
        assertChanges(1);
    }

    private void programKilled() throws Exception {
        Process program = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("java.class.path"),
                ApplyHosts.class.getName(), folder.toString(), "only").inheritIO().start();
        while (!on(2, "cat /run/quorate/*/*/out 2>/dev/null || true").contains("line 5")) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        program.destroyForcibly().waitFor();
        ApplyResult refused = run(job(slow(100), Verb.APPLY, false, "hosts"));
        assertEquals(Ending.REFUSED, refused.ending(), refused.toString());
        ApplyResult resumed = run(job(slow(100), Verb.APPLY, true, "hosts"));
        assertAll(StepState.FOUND_DONE, resumed);
        assertTrue(told.contains("node2: line 1") && told.contains("node2: line 100"), told.toString());
        assertChanges(1);
        assertEquals("", on(2, "ls /run/quorate"), "nothing is left of both runs");
    }

    private void stepKilled() throws Exception {
        Thread other = when(text -> text.equals("node1: line 3"), () -> on(1, "kill -9 $(cut -d' ' -f1 /run/quorate/*/*hosts/pid) $(pgrep -f node.sh)"));
        ApplyResult result = run(job(slow(50), Verb.APPLY, false, "hosts"));
        other.join();
        assertEquals(StepState.UNKNOWN, state(result, "hosts", "node1"), result.toString());
        assertTrue(result.reason().contains("its process was ended by something"), result.reason());
        ApplyResult resumed = run(job(slow(1), Verb.APPLY, true, "hosts"));
        assertEquals(Ending.DONE, resumed.ending(), resumed.toString());
        assertEquals("act\nact\n", on(1, "cat /var/changes"), "it was not done: its check has it done");
        assertEquals("act\n", on(2, "cat /var/changes"));
    }

    private void fullDisk() throws Exception {
        on(2, "mount -t tmpfs -o size=16k none /var/lib; dd if=/dev/zero of=/var/lib/fill bs=1k count=64 2>/dev/null");
        ApplyResult full = run(job(slow(1), Verb.APPLY, false, "hosts"));
        on(2, "umount /var/lib");
        assertEquals(StepState.FAILED, state(full, "hosts", "node2"), full.toString());
        on(1, "sed -i '/^# BEGIN/,$d' /etc/hosts");
        on(3, "sed -i '/^# BEGIN/,$d' /etc/hosts");
        assertTrue(told.toString().contains("No space left on device"), told.toString());
        for (int node = 1; node <= 3; node++) {
            on(node, "rm -f /var/changes");
        }
        on(2, "mkdir -p /run/quorate; mount -t tmpfs -o size=64k none /run/quorate");
        ApplyResult none = run(job(slow(1), Verb.APPLY, false, "hosts"));
        on(2, "umount /run/quorate");
        assertChanges(0);
        assertEquals(Ending.FAILED, none.ending(), none.toString());
        assertTrue(none.reason().contains("No space left on device") && none.reason().contains("Nothing was changed"), none.reason());
        assertEquals(Ending.DONE, run(job(slow(1), Verb.APPLY, false, "hosts")).ending());
        assertChanges(1);
    }

    private void fullLog() throws Exception {
        Path small = Files.createDirectories(folder.resolve("small"));
        assertEquals(0, new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=4k", "none", small.toString()).start().waitFor());
        ApplyJob job = new ApplyJob(slow(1), Verb.APPLY, List.of("identity", "hosts"), false, 3, small);
        who = "tester".repeat(300);
        ApplyResult result = run(job);
        who = "tester";
        assertEquals(Ending.FAILED, result.ending(), result.toString());
        assertTrue(result.reason().contains("nothing begins that is not in it"), result.reason());
        long begun = Files.readAllLines(Path.of(result.audit())).stream().filter(line -> line.contains("\"begin\"") && line.contains("\"hosts\"")
                && line.endsWith("}")).count();
        assertEquals(begun, Stream.of(on(1, "cat /var/changes"), on(2, "cat /var/changes"), on(3, "cat /var/changes")).filter("act\n"::equals).count());
        assertTrue(begun < 3, "it was full before");
    }

    private void stops() throws Exception {
        ProvisioningPlan plan = edited(slow(1), "echo act >>/var/changes\n", "echo act >>/var/changes\n    [[ $SELF != node2 ]] || fail \"node2 cannot\"\n");
        ApplyJob oneByOne = new ApplyJob(plan, Verb.APPLY, List.of("identity", "hosts", "secrets"), false, 1, folder.resolve("audit"));
        ApplyResult result = run(oneByOne);
        assertEquals(Ending.FAILED, result.ending());
        assertEquals(List.of(StepState.DONE, StepState.FAILED, StepState.WAITING, StepState.WAITING),
                List.of(state(result, "hosts", "node1"), state(result, "hosts", "node2"), state(result, "hosts", "node3"), state(result, "secrets",
                        StepOutcome.HERE)));
        assertTrue(result.steps().toString().contains("FAILED: node2 cannot"), result.toString());
        assertEquals("", on(3, "cat /var/changes"));
        on(2, "sed -i /act/d /var/changes");
        assertEquals(Ending.DONE, run(job(slow(1), Verb.APPLY, true, "identity", "hosts", "secrets")).ending());
        assertChanges(1);
    }

    private void hostile() throws Exception {
        ProvisioningPlan plan = edited(plan(), "hosts_act() {\n", "hosts_act() {\n    printf '\\033[2J\\xff\\n'; head -c 10485760 /dev/zero | tr '\\0' y; echo\n"
                + "    echo 'quorate-step ended 0'; echo 'quorate-step ended 0' >&2; exit 77\n");
        ApplyResult result = run(job(plan, Verb.APPLY, false, "hosts"));
        assertEquals(StepState.FAILED, state(result, "hosts", "node1"), result.toString());
        assertTrue(told.stream().noneMatch(text -> text.length() > 5000 || text.indexOf('\033') >= 0));
        assertTrue(told.contains("node1: \\x1b[2J\\xff"), "made visible");
        assertTrue(told.stream().anyMatch(text -> text.endsWith("yy … (10483760 more bytes)")), "counted");
    }

    private void confirmations() throws Exception {
        ApplyResult none = run(job(plan(), Verb.APPLY, false, "identity"), real, Confirmations.NOBODY, Duration.ZERO);
        assertEquals(Ending.UNCONFIRMED, none.ending());
        assertAll(StepState.WAITING, none);
        assertFalse(Files.exists(folder.resolve("audit")) && Files.list(folder.resolve("audit")).findAny().isPresent(), "nothing was begun");
        ProvisioningPlan formats = edited(plan(), "format_ocfs2_check() {\n", "format_ocfs2_check() {\n    change \"blank\"\n");
        String wwid = job(formats, Verb.APPLY, false).wwid();
        for (String typed : List.of("", "yes", wwid.substring(1), wwid + " ")) {
            ApplyResult without = run(job(formats, Verb.APPLY, false, "format-ocfs2"), real, question -> question.kind() == Confirmations.Kind.CHANGE
                    ? Optional.of("webcluster") : Optional.of(typed), Duration.ZERO);
            assertEquals(Ending.UNCONFIRMED, without.ending(), without.toString());
            assertTrue(without.reason().endsWith("with --confirm-wwid " + wwid), without.reason());
        }
        ApplyResult with = run(job(formats, Verb.APPLY, false, "format-ocfs2"));
        assertEquals(Ending.REFUSED, with.ending(), with.toString());
        assertTrue(with.reason().contains("the fencing of this node was never tried"), "the next guard: " + with.reason());
        assertEquals(wwid, asked.get(1).word());
        assertTrue(asked.get(1).why().get(1).contains("destroys what is on it"), asked.toString());
        ApplyResult restarts = run(job(plan(), Verb.APPLY, false, "self-fencing-test"), real, question -> question.kind() == Confirmations.Kind.CHANGE
                ? Optional.of("webcluster") : Optional.empty(), Duration.ZERO);
        assertEquals(Ending.UNCONFIRMED, restarts.ending(), restarts.toString());
    }

    private void undo() throws Exception {
        ProvisioningPlan plan = edited(plan(), "hosts_undo() {\n", "hosts_undo() {\n    echo act >>/var/changes\n    for k in {1..30}; do echo \"line $k\"; sleep 0.1; done\n");
        assertEquals(Ending.DONE, run(job(plan, Verb.APPLY, false, "identity", "hosts")).ending());
        CutConnector cut = new CutConnector(real, CutConnector.Moment.MIDDLE, start(2, Verb.UNDO), true);
        ApplyResult lost = run(job(plan, Verb.UNDO, false, "identity", "hosts"), cut, answers(), Duration.ZERO);
        assertEquals(StepState.UNKNOWN, state(lost, "hosts", "node2"), lost.toString());
        assertEquals(StepState.DONE, state(lost, "hosts", "node1"));
        assertEquals("hosts", lost.steps().get(0).step(), "the last step first");
        ApplyResult unreached = run(job(plan, Verb.UNDO, true, "identity", "hosts"), cut, answers(), Duration.ZERO);
        assertEquals(Ending.FAILED, unreached.ending(), unreached.toString());
        ApplyResult resumed = run(job(plan, Verb.UNDO, true, "identity", "hosts"));
        assertEquals(Ending.DONE, resumed.ending(), resumed.toString());
        assertChanges(1);
        assertEquals("127.0.0.1 localhost\n127.0.1.1 node2\n", on(2, "cat /etc/hosts"));
        assertEquals(Confirmations.Kind.UNDO, asked.get(1).kind());
    }

    private void sudo() throws Exception {
        user = "asked";
        try {
            ApplyResult result = run(job(slow(3), Verb.APPLY, false, "identity", "hosts", "secrets"));
            assertEquals(Ending.DONE, result.ending(), result.toString());
            assertChanges(1);
            assertEquals(SECRET, on(2, "cat /etc/quorate/secrets/chap"));
        } finally {
            user = "root";
        }
        assertEquals(Ending.DONE, run(job(plan(), Verb.UNDO, false, "secrets")).ending());
    }

    private void interrupted() throws Exception {
        Thread other = when(text -> text.equals("node1: line 3"), () -> told.add("interrupt"));
        ApplyResult result = run(job(slow(30), Verb.APPLY, false, "hosts"));
        other.join();
        assertEquals(Ending.INTERRUPTED, result.ending(), result.toString());
        assertEquals(StepState.UNKNOWN, state(result, "hosts", "node1"));
        String stays = "remark node1: /run/quorate/" + result.run() + " stays: ";
        assertTrue(told.stream().anyMatch(text -> text.startsWith(stays)), told.toString());
        told.clear();
        assertEquals(Ending.DONE, run(job(slow(30), Verb.APPLY, true, "hosts")).ending());
        assertEquals("", on(1, "ls /run/quorate"), "nothing is left of both runs");
        assertChanges(1);
    }
}
