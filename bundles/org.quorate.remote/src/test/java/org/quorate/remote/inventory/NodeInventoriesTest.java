// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.quorate.model.inventory.NodeInventory;
import org.quorate.remote.Command;
import org.quorate.remote.Output;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteShell;
import org.quorate.remote.Result;
import org.quorate.remote.Target;

/** What a node says, put into the mouth of one that is none. */
class NodeInventoriesTest {

    private static final Target TARGET = new Target("web1", "web1", 22, "admin", "web1", List.of(), false, Optional.empty(), List.of(), false, false,
            Target.Limits.DEFAULT, List.of());

    /** A login on a host that says always the same. */
    private record Parrot(String said) implements RemoteShell {

        @Override
        public Target target() {
            return TARGET;
        }

        @Override
        public Result run(Command command, Live live, BooleanSupplier cancelled) {
            byte[] bytes = said.getBytes(StandardCharsets.ISO_8859_1);
            return new Result(0, Optional.empty(), new Output(bytes, bytes.length), new Output(new byte[0], 0));
        }

        @Override
        public void close() {
            // There is nothing open.
        }
    }

    private static NodeInventory take(String said) throws RemoteException {
        return new NodeInventories((target, cancelled) -> new Parrot(said), false).take("web1", TARGET, () -> false);
    }

    /** Who takes it for a broken connection would give up a node that is well. */
    @Test
    void whatIsNotUnderstoodIsNoBrokenConnection() {
        assertEquals(RemoteException.Kind.ANSWER, assertThrows(RemoteException.class, () -> take("sh: garbage\n")).kind());
    }

    @Test
    void whatWouldMoveACursorIsShownAsWhatItIs() throws RemoteException {
        NodeInventory node = take("#quorate-inventory 1\n#host\n|web\u001b[2J\u009b1m\u00ff\n#devices\n|KNAME=\"sda\" TYPE=\"disk\" MODEL=\"a\\x1b\\x20b\"\n"
                + "#mounts\n|/dev/sda /a\\012b ext4 rw 0 0\n#end\n");
        assertEquals("web\\x1b[2J\\x9b1m\\xff", node.system().hostName());
        assertEquals("a\\x1b b", node.devices().get(0).model());
        assertEquals("/a\\012b", node.mounts().get(0).place());
    }
}
