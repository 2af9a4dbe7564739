// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.quorate.remote.Command;
import org.quorate.remote.Output;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteException.Kind;
import org.quorate.remote.RemoteShell;
import org.quorate.remote.Result;
import org.quorate.remote.Target;

/** Connections of a watch to a node that only plays; real ones are in {@link WatchHosts}. */
class NodeWatchTest {

    private static final Target TARGET = new Target("n1", "n1", 22, "root", "n1", List.of(), false, Optional.empty(), List.of(), false,
            true, Target.Limits.DEFAULT, List.of());
    private static final Probe PROBE = new Probe("gfs2", "/mnt", "10.0.0.1", "");

    private static final String BEGIN = "#quorate-sample 1\n#sample\n";

    private final Deque<Object> answers = new ArrayDeque<>();
    private int connected;
    private int open;

    private final class Shell implements RemoteShell {

        @Override
        public Target target() {
            return TARGET;
        }

        @Override
        public Result run(Command command, Live live, BooleanSupplier cancelled) throws RemoteException {
            if (answers.peek() instanceof RemoteException) {
                throw (RemoteException) answers.remove();
            }
            byte[] bytes = ((String) answers.remove()).getBytes(StandardCharsets.UTF_8);
            return new Result(0, Optional.empty(), new Output(bytes, bytes.length), new Output(new byte[0], 0));
        }

        @Override
        public void close() {
            open--;
        }
    }

    private RemoteShell connect() {
        connected++;
        open++;
        return new Shell();
    }

    /** A connection for each of them would fill the node's log with logins, and a person may be asked for each. */
    @Test
    void onlyAConnectionThatBrokeIsMadeAgain() throws RemoteException {
        try (NodeWatch watch = new NodeWatch(TARGET, (target, cancelled) -> connect(), false)) {
            answers.addAll(List.of("sh: not found\n", BEGIN + "|uptime\t1.5\n", BEGIN + "|uptime\t2.5\n#end\n"));
            assertEquals(Kind.ANSWER, assertThrows(RemoteException.class, () -> watch.sample(PROBE, () -> false)).kind());
            assertEquals(Kind.ANSWER, assertThrows(RemoteException.class, () -> watch.sample(PROBE, () -> false)).kind());
            assertEquals(2.5, watch.sample(PROBE, () -> false).uptime());
            assertEquals(1, connected);
            answers.addAll(List.of(new RemoteException(Kind.DROPPED, "broken", true), BEGIN + "|uptime\t3.5\n#end\n"));
            assertThrows(RemoteException.class, () -> watch.sample(PROBE, () -> false));
            assertEquals(3.5, watch.sample(PROBE, () -> false).uptime());
            assertEquals(2, connected);
        }
        assertEquals(0, open);
    }
}
