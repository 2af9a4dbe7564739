// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.sshj;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.remote.Command;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteException.Kind;
import org.quorate.remote.RemoteShell;
import org.quorate.remote.Result;
import org.quorate.remote.Target;
import org.quorate.remote.hostkey.KeyQuestion;
import org.quorate.remote.secret.Secret;
import org.quorate.remote.secret.Secrets;
import org.quorate.remote.secret.Wanted;

/** Hosts that break, hang, lie or flood. */
@Timeout(60)
class FaultsTest {

    private static final Secrets PASSWORD = wanted -> Optional.of(new Secret(FaultyServer.PASSWORD.toCharArray()));
    private static final Command.Limits SHORT = new Command.Limits(Duration.ofSeconds(1), Duration.ofSeconds(3), 1 << 16);

    private static final Target.Limits ONCE = new Target.Limits(Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ZERO, 1);

    @TempDir
    private Path folder;
    private FaultyServer server;
    private KeyPair key;
    private final List<KeyQuestion.UnknownKey> asked = new ArrayList<>();
    private final SshjConnector connector = new SshjConnector(unknown -> asked.add(unknown), PASSWORD);

    @BeforeEach
    void start() throws Exception {
        key = key();
        server = new FaultyServer(key);
    }

    private static KeyPair key() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private RemoteShell shell() throws IOException {
        return connector.connect(server.target(folder), () -> false);
    }

    @Test
    void aCommandIsRunWithItsInputAndGivesWhatItLeft() throws IOException {
        try (RemoteShell shell = shell()) {
            Result result = shell.run(Command.of("sh", "-c", "cat; echo oops >&2; exit 3").reading("in put\n".getBytes(StandardCharsets.US_ASCII)));
            assertEquals(3, result.exit());
            assertEquals("in put\n", result.out().text());
            assertEquals("exit code 3: oops", result.ending());
            assertEquals("a b'c$d\n", shell.run(Command.of("echo", "a b'c$d")).out().text());
        }
    }

    @Test
    void aConnectionThatBreaksDuringACommandIsToldAndNothingIsRunAgain() throws IOException {
        try (RemoteShell shell = shell()) {
            int before = server.commands();
            RemoteException e = assertThrows(RemoteException.class, () -> shell.run(new Command("fault:drop", new byte[0], false, SHORT)));
            assertEquals(Kind.DROPPED, e.kind());
            assertTrue(e.mayHaveRun());
            assertEquals(before + 1, server.commands());
            RemoteException after = assertThrows(RemoteException.class, () -> shell.run(Command.of("true")));
            assertFalse(after.mayHaveRun(), "nothing was sent");
        }
    }

    /** The word that it begins may be what was lost. */
    @Test
    void whatSudoMayHaveBegunIsNotTakenForNotRun() throws IOException {
        for (FaultyServer.Sudo how : List.of(FaultyServer.Sudo.FREE_BREAKS, FaultyServer.Sudo.ASKS_BREAKS)) {
            server.sudo(how);
            try (RemoteShell shell = shell()) {
                RemoteException e = assertThrows(RemoteException.class, () -> shell.run(Command.of("true").asRoot().within(SHORT)));
                assertEquals(Kind.DROPPED, e.kind(), how.toString());
                assertTrue(e.mayHaveRun(), how.toString());
            }
        }
    }

    @Test
    void thinkingOfAPasswordIsNoTimeOfTheCommand() throws IOException {
        server.sudo(FaultyServer.Sudo.ASKS_TWICE);
        SshjConnector slow = new SshjConnector(unknown -> true, wanted -> {
            if (wanted instanceof Wanted.Sudo && wanted.again()) {
                think(SHORT.total().plusMillis(500));
            }
            return PASSWORD.give(wanted);
        });
        try (RemoteShell shell = slow.connect(server.target(folder), () -> false)) {
            assertEquals("done\n", shell.run(Command.of("echo", "done").asRoot().within(SHORT)).out().text());
        }
    }

    private static void think(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aCommandThatSaysNothingAndOneThatNeverEndsAreLeft() throws IOException {
        try (RemoteShell shell = shell()) {
            RemoteException silent = assertThrows(RemoteException.class, () -> shell.run(new Command("fault:silent", new byte[0], false, SHORT)));
            assertEquals(Kind.TIME, silent.kind());
            assertTrue(silent.mayHaveRun());
            assertTrue(silent.getMessage().contains("wrote nothing for 1.0 s"), silent.getMessage());
            RemoteException slow = assertThrows(RemoteException.class, () -> shell.run(new Command("fault:slow", new byte[0], false, SHORT)));
            assertTrue(slow.getMessage().contains("took more than 3.0 s"), slow.getMessage());
            assertEquals("still here\n", shell.run(Command.of("echo", "still here")).out().text());
        }
    }

    @Test
    void aLineOfTenMebibytesIsCountedButNotKept() throws IOException {
        try (RemoteShell shell = shell()) {
            Result result = shell.run(new Command("fault:long", new byte[0], false, new Command.Limits(Duration.ofSeconds(10), Duration.ofSeconds(30), 1 << 16)));
            assertEquals(160L << 16, result.out().total());
            assertEquals(1 << 16, result.out().kept().length);
            assertTrue(result.out().isCut());
        }
    }

    @Test
    void garbageIsSeenAsSuch() throws IOException {
        try (RemoteShell shell = shell()) {
            Result result = shell.run(new Command("fault:garbage", new byte[0], false, SHORT));
            assertEquals("a\\xff\\xc3(\\x1b[2J\\x00\n\u00e4\\xe2", result.out().text());
        }
    }

    @Test
    void anUnknownKeyIsAskedForOnceAndKept() throws IOException {
        shell().close();
        shell().close();
        assertEquals(1, asked.size());
        assertEquals("[127.0.0.1]:" + server.port(), asked.get(0).host());
        assertTrue(asked.get(0).key().fingerprint().matches("SHA256:[A-Za-z0-9+/]{43}"));
        String known = Files.readString(folder.resolve("known_hosts"));
        assertEquals("[127.0.0.1]:" + server.port() + " " + asked.get(0).key().line() + "\n", known);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("known_hosts"))));
    }

    /** As many have it for machines that are made anew each day. */
    @Test
    void aKeyThatIsNotKeptIsAskedForEachTime() throws IOException {
        Target plain = server.target(folder);
        Target forgetful = new Target("node", plain.host(), plain.port(), plain.user(), plain.keyName(), List.of(), false, Optional.empty(),
                List.of(Path.of("/dev/null")), false, false, plain.limits(), List.of());
        connector.connect(forgetful, () -> false).close();
        connector.connect(forgetful, () -> false).close();
        assertEquals(2, asked.size());
    }

    @Test
    void anUnattendedProgramAcceptsNoUnknownKeyAndSendsNoPassword() {
        SshjConnector unattended = new SshjConnector(KeyQuestion.REFUSE, PASSWORD);
        RemoteException e = assertThrows(RemoteException.class, () -> unattended.connect(server.target(folder), () -> false));
        assertEquals(Kind.KEY_UNKNOWN, e.kind());
        assertTrue(e.getMessage().contains("SHA256:"), e.getMessage());
        assertEquals(0, server.logins());
        assertFalse(Files.exists(folder.resolve("known_hosts")));
    }

    @Test
    void aChangedKeyIsRefusedWithTheLineThatSaysSo() throws Exception {
        shell().close();
        int port = server.port();
        Target target = server.target(folder);
        server.close();
        server = new FaultyServer(key(), port);
        RemoteException e = assertThrows(RemoteException.class, () -> connector.connect(target, () -> false));
        assertEquals(Kind.KEY_CHANGED, e.kind());
        assertTrue(e.getMessage().contains(folder.resolve("known_hosts") + ":1"), e.getMessage());
        assertEquals(1, asked.size(), "nobody is asked");
        assertEquals(0, server.logins());
    }

    @Test
    void aWrongPasswordEndsTheLoginAndIsInNoMessage() {
        SshjConnector wrong = new SshjConnector(unknown -> true, wanted -> Optional.of(new Secret("sesame-4711".toCharArray())));
        RemoteException e = assertThrows(RemoteException.class, () -> wrong.connect(server.target(folder), () -> false));
        assertEquals(Kind.LOGIN, e.kind());
        assertTrue(e.getMessage().contains("tried: password"), e.getMessage());
        assertFalse(trace(e).contains("sesame"), "the password is in no message");
        assertEquals(3, server.logins());
    }

    /** One that is taken for refused is never tried again. */
    @Test
    void aConnectionThatBreaksDuringTheLoginIsNoRefusedLogin() throws IOException {
        MuteProxy proxy = new MuteProxy(server.port());
        SshjConnector breaking = new SshjConnector(unknown -> true, wanted -> {
            assertDoesNotThrow(proxy::close);
            return PASSWORD.give(wanted);
        });
        Target target = FaultyServer.target(folder, proxy.port(), ONCE);
        RemoteException e = assertThrows(RemoteException.class, () -> breaking.connect(target, () -> false));
        assertEquals(Kind.CONNECT, e.kind(), e.getMessage());
        assertTrue(e.getMessage().contains("the connection broke while logging in; tried: password"), e.getMessage());
        assertFalse(trace(e).contains(FaultyServer.PASSWORD), "the password is in no message");
    }

    @Test
    void aHostThatDoesNotAnswerToALoginHasNotRefusedIt() throws IOException {
        try (MuteProxy proxy = new MuteProxy(server.port())) {
            SshjConnector muting = new SshjConnector(unknown -> true, wanted -> {
                proxy.mute();
                return PASSWORD.give(wanted);
            });
            Target target = FaultyServer.target(folder, proxy.port(), ONCE);
            RemoteException e = assertThrows(RemoteException.class, () -> muting.connect(target, () -> false));
            assertEquals(Kind.TIME, e.kind(), e.getMessage());
            assertTrue(e.getMessage().contains("did not answer to a login within 1.0 s; tried: password"), e.getMessage());
        }
    }

    @Test
    void aHostThatHangsUpOnTheOneLoginTooManyHasRefusedIt() {
        server.hangUpAfter(2);
        SshjConnector wrong = new SshjConnector(unknown -> true, wanted -> Optional.of(new Secret("sesame-4711".toCharArray())));
        RemoteException e = assertThrows(RemoteException.class, () -> wrong.connect(server.target(folder), () -> false));
        assertEquals(Kind.LOGIN, e.kind(), e.getMessage());
        assertTrue(e.getMessage().contains("hung up while logging in; tried: password"), e.getMessage());
    }

    private static String trace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** As behind a switch that was turned off: nothing ends, and nothing comes. */
    @Test
    void aHostThatIsCutOffIsGivenUpLongBeforeItsCommand() throws IOException {
        try (MuteProxy proxy = new MuteProxy(server.port())) {
            Target.Limits limits = new Target.Limits(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(1), 1);
            try (RemoteShell shell = connector.connect(FaultyServer.target(folder, proxy.port(), limits), () -> false)) {
                assertEquals("here\n", shell.run(Command.of("sh", "-c", "sleep 5; echo here")).out().text(), "a host that answers is waited for");
                proxy.mute();
                RemoteException e = assertTimeoutPreemptively(Duration.ofSeconds(15),
                        () -> assertThrows(RemoteException.class, () -> shell.run(new Command("sleep 30", new byte[0], false,
                                new Command.Limits(Duration.ofSeconds(50), Duration.ofSeconds(50), 1)))));
                assertEquals(Kind.DROPPED, e.kind());
            }
        }
    }

    @Test
    void aHostThatNeverAnswersAndOneThatIsNotThereAreGivenUp() throws IOException {
        Target.Limits limits = new Target.Limits(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ZERO, 2);
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            RemoteException e = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThrows(RemoteException.class,
                    () -> connector.connect(FaultyServer.target(folder, mute.getLocalPort(), limits), () -> false)));
            assertEquals(Kind.TIME, e.kind());
        }
        int port;
        try (ServerSocket gone = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        RemoteException e = assertThrows(RemoteException.class, () -> connector.connect(FaultyServer.target(folder, port, limits), () -> false));
        assertEquals(Kind.CONNECT, e.kind());
        assertTrue(e.getMessage().contains("Connection refused"), e.getMessage());
    }

    @Test
    void cancellingLeavesACommandAndAConnectionAtOnce() throws IOException {
        long start = System.nanoTime();
        try (RemoteShell shell = shell()) {
            long[] cut = {System.nanoTime() + Duration.ofMillis(200).toNanos()};
            assertThrows(CancellationException.class, () -> shell.run(new Command("fault:silent", new byte[0], false, Command.Limits.DEFAULT),
                    () -> System.nanoTime() > cut[0]));
        }
        assertTrue(System.nanoTime() - start < Duration.ofSeconds(8).toNanos());
        assertThrows(CancellationException.class, () -> connector.connect(server.target(folder), () -> true));
    }

    @Test
    void aHostBehindAnotherIsReachedThroughIt() throws Exception {
        List<String> passwords = new ArrayList<>();
        SshjConnector noting = new SshjConnector(unknown -> asked.add(unknown), wanted -> {
            passwords.add(wanted instanceof Wanted.Password password ? password.login() + (password.onTheWay() ? " on the way" : "") : "other");
            return PASSWORD.give(wanted);
        });
        try (FaultyServer jump = new FaultyServer(key())) {
            Target plain = server.target(folder);
            Target far = new Target("far", "127.0.0.1", server.port(), FaultyServer.USER, "far-node", List.of(), false, Optional.empty(),
                    plain.knownHosts(), true, false, plain.limits(), List.of(jump.target(folder)));
            try (RemoteShell shell = noting.connect(far, () -> false)) {
                assertEquals("through\n", shell.run(Command.of("echo", "through")).out().text());
            }
            assertEquals(2, asked.size());
            assertEquals(Set.of(jump.target(folder).text() + " on the way", far.text()), Set.copyOf(passwords));
            assertTrue(Files.readString(folder.resolve("known_hosts")).contains("|1|"), "the second name is hashed");
            noting.connect(far, () -> false).close();
            assertEquals(2, asked.size());
            // Once each time, and once more where the jump host hung up while the key of the other was asked for.
            assertTrue(jump.logins() == 2 || jump.logins() == 3, jump.logins() + " logins");
        }
    }
}
