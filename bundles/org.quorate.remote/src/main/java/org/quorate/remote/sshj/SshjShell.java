// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.sshj;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import net.schmizz.sshj.SSHClient;
import org.quorate.remote.Command;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteShell;
import org.quorate.remote.Result;
import org.quorate.remote.Target;
import org.quorate.remote.secret.Secrets;

/** A login by sshj, with those on the way. */
final class SshjShell implements RemoteShell {

    private final Target target;
    private final List<SSHClient> way;
    private final RootAccess root;
    private final Optional<String> fingerprint;

    /**
     * @param way         the last one is of the target
     * @param fingerprint of the target's key
     */
    SshjShell(Target target, List<SSHClient> way, Secrets secrets, Optional<String> fingerprint) {
        this.fingerprint = fingerprint;
        this.target = target;
        this.way = List.copyOf(way);
        root = new RootAccess(last(), target, secrets);
    }

    private SSHClient last() {
        return way.get(way.size() - 1);
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public Optional<String> fingerprint() {
        return fingerprint;
    }

    @Override
    public Result run(Command command, Live live, BooleanSupplier cancelled) throws RemoteException {
        return command.root() ? root.run(command, live, cancelled)
                : new Execution(last(), target, command, live, "").run(command.line(), Execution.Dialogue.NONE, cancelled);
    }

    @Override
    public void close() {
        root.close();
        close(way);
    }

    /** From the far end, so that none is cut off by the one before. */
    static void close(List<SSHClient> way) {
        for (int i = way.size() - 1; i >= 0; i--) {
            try {
                way.get(i).close();
            } catch (IOException e) {
                // It is gone already.
                continue;
            }
        }
    }
}
