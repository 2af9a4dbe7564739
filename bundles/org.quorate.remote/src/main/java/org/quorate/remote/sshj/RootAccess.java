// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.sshj;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import net.schmizz.sshj.SSHClient;
import org.quorate.model.text.ShellWords;
import org.quorate.remote.Command;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteException.Kind;
import org.quorate.remote.RemoteShell.Live;
import org.quorate.remote.Result;
import org.quorate.remote.Target;
import org.quorate.remote.secret.Secret;
import org.quorate.remote.secret.Secrets;
import org.quorate.remote.secret.Wanted;

/**
 * Runs commands as root: as they are if the login is root, by {@code sudo -n} where that needs no password, else by {@code sudo -S}, which is
 * given the password only after it has asked for it. The password is on no command line. Used by one thread.
 */
final class RootAccess implements AutoCloseable {

    /** As sudo (sudoers(5), passwd_tries). */
    private static final int TRIES = 3;

    private enum Way { UNKNOWN, IS_ROOT, NO_PASSWORD, PASSWORD }

    private final SSHClient client;
    private final Target target;
    private final Secrets secrets;
    private Way way = Way.UNKNOWN;
    private Optional<Secret> secret = Optional.empty();

    RootAccess(SSHClient client, Target target, Secrets secrets) {
        this.client = client;
        this.target = target;
        this.secrets = secrets;
    }

    Result run(Command command, Live live, BooleanSupplier cancelled) throws RemoteException {
        if (way == Way.UNKNOWN) {
            way = find(cancelled);
        }
        return switch (way) {
            case IS_ROOT -> plain(command, live, cancelled);
            case NO_PASSWORD -> begun(command, "sudo -n -- ", Optional.empty(), live, cancelled);
            default -> withPassword(command, live, cancelled);
        };
    }

    private Way find(BooleanSupplier cancelled) throws RemoteException {
        Command probe = Command.of("id", "-u");
        Result user = plain(probe, Live.SILENT, cancelled);
        if (user.succeeded() && user.out().text().strip().equals("0")) {
            return Way.IS_ROOT;
        }
        Command sudo = Command.of("sudo", "-n", "true");
        Result free = plain(sudo, Live.SILENT, cancelled);
        if (free.exit() == 127) {
            throw new RemoteException(Kind.SUDO, target.text() + " is not root, and there is no sudo");
        }
        return free.succeeded() ? Way.NO_PASSWORD : Way.PASSWORD;
    }

    private Result plain(Command command, Live live, BooleanSupplier cancelled) throws RemoteException {
        return new Execution(client, target, command, live, "").run(command.line(), Execution.Dialogue.NONE, cancelled);
    }

    private Result withPassword(Command command, Live live, BooleanSupplier cancelled) throws RemoteException {
        if (secret.isEmpty()) {
            secret = secrets.give(new Wanted.Sudo(target.text(), false));
            if (secret.isEmpty()) {
                throw new RemoteException(Kind.SUDO, target.text() + ": sudo needs a password, and none was given");
            }
        }
        String prompt = mark();
        return begun(command, "sudo -S -p " + prompt + " -- ", Optional.of(prompt), live, cancelled);
    }

    /** The command tells when it begins: what comes before is of sudo, and the input is only for what comes after. */
    private Result begun(Command command, String sudo, Optional<String> prompt, Live live, BooleanSupplier cancelled) throws RemoteException {
        String mark = mark();
        String inner = "printf %s " + mark + " >&2; " + command.line();
        Execution execution = new Execution(client, target, command, live, mark);
        Passwords passwords = new Passwords(prompt);
        Result result = execution.run(sudo + "sh -c " + ShellWords.quote(inner), passwords, cancelled);
        if (!execution.hasBegun()) {
            String said = prompt.map(text -> execution.before().replace(text, "")).orElse(execution.before()).strip();
            forget();
            throw new RemoteException(Kind.SUDO, target.text() + ": sudo refused: " + said.substring(said.lastIndexOf('\n') + 1));
        }
        return result;
    }

    /** Nobody guesses it, so that no output of a command is taken for it. */
    private static String mark() {
        byte[] bytes = new byte[12];
        new SecureRandom().nextBytes(bytes);
        return "quorate-" + new BigInteger(1, bytes).toString(36);
    }

    /** Gives the password each time that sudo asks, another one after the first. */
    private final class Passwords implements Execution.Dialogue {

        private final Optional<String> prompt;
        private int given;

        Passwords(Optional<String> prompt) {
            this.prompt = prompt;
        }

        @Override
        public void answer(String before, OutputStream in) throws IOException {
            if (prompt.isEmpty() || asked(before) <= given) {
                return;
            }
            if (given > 0) {
                forget();
                secret = given < TRIES ? secrets.give(new Wanted.Sudo(target.text(), true)) : Optional.empty();
            }
            given++;
            if (secret.isEmpty()) {
                in.close();
                return;
            }
            byte[] line = secret.get().line();
            try {
                in.write(line);
                in.flush();
            } finally {
                Arrays.fill(line, (byte) 0);
            }
        }

        /** Where sudo has not asked, it may know the user from before, and the command runs. */
        @Override
        public boolean holds(String before) {
            return prompt.isPresent() && asked(before) > given;
        }

        private int asked(String before) {
            int times = 0;
            for (int at = before.indexOf(prompt.get()); at >= 0; at = before.indexOf(prompt.get(), at + 1)) {
                times++;
            }
            return times;
        }
    }

    private void forget() {
        secret.ifPresent(Secret::close);
        secret = Optional.empty();
    }

    @Override
    public void close() {
        forget();
    }
}
