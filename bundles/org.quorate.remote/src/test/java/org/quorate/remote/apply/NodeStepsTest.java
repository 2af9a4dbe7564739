// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.remote.Command;
import org.quorate.remote.Output;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteShell;
import org.quorate.remote.Result;
import org.quorate.remote.Target;

/** Nodes that answer nonsense; honest ones are real ({@link ApplyHosts}). */
class NodeStepsTest {

    @TempDir
    private Path folder;
    private final Deque<Object> answers = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();
    private final NodeSteps steps = new NodeSteps("r1", new byte[0], Duration.ZERO, () -> false, words -> sent.add("remark"));
    private final NodeLink link = new NodeLink("n1", null, (target, cancelled) -> new Shell(), (name, shell) -> { });
    private final FormerRun.Begun begun = new FormerRun.Begun("r1", "hosts", "n1", Verb.APPLY, "001-hosts", "boot");

    private final class Shell implements RemoteShell {

        @Override
        public Target target() {
            return null;
        }

        @Override
        public Result run(Command command, Live live, BooleanSupplier cancelled) throws RemoteException {
            sent.add(command.line().replaceFirst("(?s).* step ([a-z]+) .*", "$1"));
            Object next = answers.remove();
            if (next instanceof RemoteException e) {
                throw e;
            }
            byte[] words = ((String) next).getBytes(StandardCharsets.ISO_8859_1);
            return new Result(0, Optional.empty(), new Output(new byte[0], 0), new Output(words, words.length));
        }

        @Override
        public void close() {
            // There is nothing.
        }
    }

    private StepEnd change(NodeSteps with, Object... said) throws IOException {
        sent.clear();
        answers.clear();
        answers.addAll(List.of(said));
        return with.change(link, begun, "", new Lines(line -> { }));
    }

    private StepEnd change(Object... said) throws IOException {
        return change(steps, said);
    }

    @Test
    void onlyAWordThatIsKnownIsAnEnd() throws IOException {
        assertEquals(3, change("quorate-step ended 003\n").code().getAsInt());
        assertEquals(List.of("start"), sent);
        for (String nonsense : List.of("", "quorate-step ended 256\n", "quorate-step ended -1\n", "quorate-step ended 0x0\n", "quorate-step ended 0 \u001b[2J\n",
                "quorate-step ended 0\nbye\n", "\u00ff\u0000", "quorate-step ended 99999999999\n", "x".repeat(70_000))) {
            StepEnd end = change(nonsense, nonsense, nonsense);
            assertEquals(StepEnd.Kind.LOST, end.kind(), nonsense);
            assertEquals(List.of("start", "look", "look"), sent, "looked at again, never begun again");
            assertTrue(end.why().chars().noneMatch(c -> c < ' '), end.why());
        }
    }

    @Test
    void theScriptTakesNoNameThatLeadsElsewhere() throws Exception {
        Path script = folder.resolve("step.sh");
        try (InputStream in = NodeSteps.class.getResourceAsStream("step.sh")) {
            Files.copy(in, script);
        }
        String run = "20261128-210000000-0a1b2c";
        for (String bad : List.of("../../etc", "", ".", "..", run + "/../x", "../../../../../../../", "20261128-210000000-0A1B2C", run + "0", "*")) {
            assertEquals(64, exit(script, "gone", bad), bad);
            assertEquals(64, exit(script, "hello", bad), bad);
            assertEquals(64, exit(script, "look", bad, "001-hosts", "boot", "1"), bad);
        }
        for (String bad : List.of("../001-hosts", "", "001-hosts/..", "hosts", "001", "001-HOSTS")) {
            assertEquals(64, exit(script, "look", run, bad, "boot", "1"), bad);
            assertEquals(64, exit(script, "start", run, bad, "apply", "n1", "hosts", ""), bad);
        }
        assertEquals(0, exit(script, "hello", run));
    }

    private static int exit(Path script, String... words) throws Exception {
        List<String> line = new ArrayList<>(List.of("sh", script.toString()));
        line.addAll(List.of(words));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return process.waitFor();
    }

    @Test
    void whatWasRefusedIsNotAskedForAgain() throws IOException {
        NodeSteps patient = new NodeSteps("r1", new byte[0], Duration.ofMinutes(2), () -> false, words -> sent.add("remark"));
        RemoteException broken = new RemoteException(RemoteException.Kind.DROPPED, "broken", true);
        for (RemoteException.Kind kind : List.of(RemoteException.Kind.LOGIN, RemoteException.Kind.SUDO, RemoteException.Kind.KEY_CHANGED,
                RemoteException.Kind.KEY_UNKNOWN, RemoteException.Kind.KEY_REVOKED)) {
            // A second look would find it ended.
            StepEnd end = change(patient, broken, new RemoteException(kind, "n1 refuses"), "quorate-step ended 000\n");
            assertEquals(StepEnd.Kind.LOST, end.kind(), kind.name());
            assertTrue(end.why().contains("n1 refuses"), end.why());
            assertEquals(List.of("start", "remark", "look"), sent);
        }
        StepEnd back = change(patient, broken, new RemoteException(RemoteException.Kind.CONNECT, "it restarts"), "quorate-step ended 000\n");
        assertEquals(0, back.code().getAsInt(), "what may come back is waited for");
    }

    @Test
    void aStepIsSentOnceWhateverHappens() throws IOException {
        RemoteException broken = new RemoteException(RemoteException.Kind.DROPPED, "broken", true);
        StepEnd lost = change(broken, broken);
        assertEquals(StepEnd.Kind.LOST, lost.kind());
        assertEquals(List.of("start", "remark", "look"), sent);
        assertEquals(StepEnd.Kind.GONE, change(broken, "quorate-step restarted\n").kind());
        assertEquals(StepEnd.Kind.GONE, change(broken, "quorate-step died\n").kind());
        assertEquals(StepEnd.Kind.NEVER, change(broken, "quorate-step never\n").kind());
        assertEquals(0, change(broken, "quorate-step ended 000\n").code().getAsInt());
    }
}
