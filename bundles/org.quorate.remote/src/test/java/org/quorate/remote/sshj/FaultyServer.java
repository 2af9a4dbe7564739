// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.sshj;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.SessionHeartbeatController;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.forward.AcceptAllForwardingFilter;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.quorate.remote.Target;
import org.quorate.remote.hostkey.KnownHosts;

/** A server on the loopback that does what no host should: its commands are words for faults; others run in a shell of this machine. */
final class FaultyServer implements AutoCloseable {

    static final String USER = "tester";
    static final String PASSWORD = "pass word'1";

    private static final Pattern PROMPT = Pattern.compile("sudo -S -p (\\S+) -- (.*)", Pattern.DOTALL);

    private final SshServer server = SshServer.setUpDefaultServer();
    private final AtomicInteger commands = new AtomicInteger();
    private final AtomicInteger logins = new AtomicInteger();
    private volatile Sudo sudo = Sudo.NONE;

    FaultyServer(KeyPair key) throws IOException {
        this(key, 0);
    }

    FaultyServer(KeyPair key, int port) throws IOException {
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setPasswordAuthenticator((user, password, session) -> {
            logins.incrementAndGet();
            return user.equals(USER) && password.equals(PASSWORD);
        });
        server.setForwardingFilter(AcceptAllForwardingFilter.INSTANCE);
        server.setSessionHeartbeat(SessionHeartbeatController.HeartbeatType.NONE, Duration.ZERO);
        server.setCommandFactory((channel, line) -> {
            commands.incrementAndGet();
            String run = sudo == Sudo.NONE ? line : withoutRoot(line);
            return run.startsWith("fault:") ? new Fault(run.substring(6)) : new ProcessShellFactory(run, "/bin/sh", "-c", run).createShell(channel);
        });
        server.start();
    }

    /** What sudo does on this host, where the login is not root. */
    enum Sudo {
        /** There is none; commands run as they are. */
        NONE,
        /** It needs no password, and the connection breaks before the command can tell that it has begun. */
        FREE_BREAKS,
        /** It asks twice, as after a wrong password, then runs the command. */
        ASKS_TWICE,
        /** It asks, and the connection breaks once it was answered. */
        ASKS_BREAKS
    }

    void sudo(Sudo how) {
        sudo = how;
    }

    /** It ends a connection on which so many logins were tried, and says so. */
    void hangUpAfter(int attempts) {
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, attempts);
    }

    private String withoutRoot(String line) {
        if (line.replace("'", "").equals("id -u")) {
            return "echo 1000";
        }
        if (line.replace("'", "").equals("sudo -n true")) {
            return sudo == Sudo.FREE_BREAKS ? "true" : "false";
        }
        if (!line.startsWith("sudo ")) {
            return line;
        }
        Matcher prompt = PROMPT.matcher(line);
        if (!prompt.matches()) {
            return "fault:break";
        }
        String ask = "printf %s " + prompt.group(1) + " >&2; read -r word; ";
        return sudo == Sudo.ASKS_TWICE ? ask + ask + prompt.group(2) : "fault:ask " + prompt.group(1);
    }

    int port() {
        return server.getPort();
    }

    int commands() {
        return commands.get();
    }

    int logins() {
        return logins.get();
    }

    Target target(Path folder) {
        return target(folder, port(), new Target.Limits(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(1), 2));
    }

    static Target target(Path folder, int port, Target.Limits limits) {
        return new Target("node", "127.0.0.1", port, USER, KnownHosts.name("127.0.0.1", port), List.of(), false, Optional.empty(), List.of(folder.resolve("known_hosts")),
                false, false, limits, List.of());
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    /** A command that goes wrong. */
    private static final class Fault implements Command {

        private final String what;
        private InputStream in;
        private OutputStream out;
        private OutputStream err;
        private ExitCallback exit;

        Fault(String what) {
            this.what = what;
        }

        @Override
        public void setInputStream(InputStream stream) {
            in = stream;
        }

        @Override
        public void setOutputStream(OutputStream stream) {
            out = stream;
        }

        @Override
        public void setErrorStream(OutputStream stream) {
            err = stream;
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) {
            Thread thread = new Thread(() -> run(channel), "fault");
            thread.setDaemon(true);
            thread.start();
        }

        private void run(ChannelSession channel) {
            try {
                switch (what.split(" ")[0]) {
                    case "break" -> channel.getServerSession().close(true);
                    case "ask" -> {
                        ask();
                        while (in.read() != '\n') {
                            continue;
                        }
                        channel.getServerSession().close(true);
                    }
                    case "drop" -> {
                        out.write("half of a li".getBytes(StandardCharsets.US_ASCII));
                        out.flush();
                        Thread.sleep(200);
                        channel.getServerSession().close(true);
                    }
                    case "silent" -> Thread.sleep(60_000);
                    case "slow" -> {
                        for (int i = 0; i < 600; i++) {
                            out.write('x');
                            out.flush();
                            Thread.sleep(100);
                        }
                    }
                    case "garbage" -> {
                        out.write(new byte[] {'a', (byte) 0xff, (byte) 0xc3, 0x28, 0x1b, '[', '2', 'J', 0, '\n', (byte) 0xc3, (byte) 0xa4, (byte) 0xe2});
                        exit(0);
                    }
                    case "long" -> {
                        byte[] piece = new byte[1 << 16];
                        Arrays.fill(piece, (byte) 'y');
                        for (int i = 0; i < 160; i++) {
                            out.write(piece);
                        }
                        exit(0);
                    }
                    default -> exit(99);
                }
            } catch (IOException | InterruptedException e) {
                return;
            }
        }

        private void ask() throws IOException {
            err.write(what.split(" ")[1].getBytes(StandardCharsets.US_ASCII));
            err.flush();
        }

        private void exit(int code) throws IOException {
            out.flush();
            err.flush();
            exit.onExit(code);
        }

        @Override
        public void destroy(ChannelSession channel) {
            // The thread ends by itself.
        }
    }
}
