// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.quorate.model.measured.Measurement;
import org.quorate.remote.Command;
import org.quorate.remote.Output;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteShell;
import org.quorate.remote.Result;
import org.quorate.remote.Target;

/** Measurements of a node that is none; real ones are in the tests of org.quorate.remote. */
class MeasuringRunTest {

    private static final Target TARGET = new Target("n1", "n1", 22, "root", "n1", List.of(), false, Optional.empty(), List.of(), false, true,
            Target.Limits.DEFAULT, List.of());
    private static final NodeAccess ACCESS = new NodeAccess(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), false, 1);

    /** A node whose reads come to something, and which says all else as it should. */
    private interface Reads {
        String answer() throws RemoteException;
    }

    private record Shell(Reads reads) implements RemoteShell {

        @Override
        public Target target() {
            return TARGET;
        }

        @Override
        public Result run(Command command, Live live, BooleanSupplier cancelled) throws RemoteException {
            String said = "#quorate-inventory 1\n#end\n";
            if (command.line().contains(" measure reads ")) {
                said = reads.answer();
            } else if (command.line().contains(" measure calls ")) {
                said = "#quorate-measure 1\n#calls\n|300000 bytes (300 kB, 293 KiB) copied, 0.206806 s, 1.5 MB/s\n#end\n";
            }
            byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
            return new Result(0, Optional.empty(), new Output(bytes, bytes.length), new Output(new byte[0], 0));
        }

        @Override
        public void close() {
            // There is nothing open.
        }
    }

    private static Measurement measure(Reads reads) {
        MeasureRequest request = new MeasureRequest(Map.of("n1", "n1"), true, Map.of("n1", "/dev/sdb"), Map.of(), Optional.empty(), false, MeasureRequest.SECONDS);
        NodeConnections.Nodes nodes = new NodeConnections.Nodes(Map.of("n1", TARGET), (target, cancelled) -> new Shell(reads),
                new RememberedQuestions(NodeQuestions.NOBODY));
        try (MeasuringRun run = new MeasuringRun(request, Optional.empty(), nodes, ACCESS, Progress.silent(() -> false))) {
            return run.measure();
        }
    }

    @Test
    void aNodeWhoseAnswerIsNotUnderstoodIsAskedForTheRest() {
        Measurement measurement = measure(() -> "fio: what is this?\n");
        assertTrue(measurement.remarks().stream().anyMatch(remark -> remark.startsWith("n1: reads: ")), measurement.remarks().toString());
        assertEquals(344.6, measurement.nodes().get(0).nullCallNanos().orElseThrow(), 0.2);
    }

    @Test
    void aNodeWhoseConnectionBrokeIsNotAskedAgain() {
        Measurement measurement = measure(() -> {
            throw new RemoteException(RemoteException.Kind.DROPPED, "the connection broke", true);
        });
        assertEquals(Optional.empty(), measurement.nodes().get(0).nullCallNanos());
    }
}
