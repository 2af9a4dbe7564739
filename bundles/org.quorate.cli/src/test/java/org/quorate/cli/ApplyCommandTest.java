// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a server of this process that only plays the nodes; steps are run on real ones in the bundle remote. */
class ApplyCommandTest {

    private static final Pattern STEP = Pattern.compile("(?s).* step (hello|place|plan|start|look|gone) (.*)");

    @TempDir
    private Path folder;
    private final Terminal terminal = new Terminal();
    private final SshServer server = SshServer.setUpDefaultServer();
    /** Verb and arguments of what steps were asked for. */
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    /** How nodes answer that; the first whose beginning fits. */
    private volatile List<String[]> answers = List.of();

    @BeforeEach
    void start() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair key = generator.generateKeyPair();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setPasswordAuthenticator((user, password, session) -> true);
        server.setCommandFactory((channel, line) -> new Played(line));
        server.start();
        Files.writeString(folder.resolve("config"), "Host node1 node2 node3\n  HostName 127.0.0.1\n  Port " + server.getPort() + "\nHost *\n"
                + "  IdentityAgent none\n  IdentityFile none\n  UserKnownHostsFile " + folder.resolve("known") + "\n  GlobalKnownHostsFile "
                + folder.resolve("none") + "\n");
        Files.writeString(folder.resolve("password"), "any\n");
        Files.setPosixFilePermissions(folder.resolve("password"), PosixFilePermissions.fromString("rw-------"));
        assertEquals(1, terminal.run("inventory", "--ssh-config", folder.resolve("config").toString(), "--host", "node1"));
        Matcher shown = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}").matcher(terminal.err());
        assertTrue(shown.find(), terminal.err());
        trusted = shown.group();
    }

    private String trusted;
    private String scenario = scenario();

    @AfterEach
    void stop() throws IOException {
        server.stop(true);
    }

    private int run(String verb, String... more) {
        asked.clear();
        return terminal.run(List.of(verb, scenario, "-f", "ocfs2", "--ssh-config", folder.resolve("config").toString(), "--user", "root",
                "--password", "file:" + folder.resolve("password"), "--trust", trusted), more);
    }

    private static String scenario() {
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            Path sample = dir.resolve("sample-models/web-sessions/scenario.yaml");
            if (Files.exists(sample)) {
                return sample.toString();
            }
        }
        throw new AssertionError("no sample");
    }

    private List<Path> logs() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("audit"))) {
            return all.sorted().toList();
        }
    }

    /** Plays root on a node: out, err and code of an answer. */
    private final class Played implements Command {

        private final String line;
        private OutputStream out;
        private OutputStream err;
        private ExitCallback exit;

        Played(String line) {
            this.line = line;
        }

        @Override
        public void setInputStream(InputStream in) {
            // It reads nothing.
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
        public void start(ChannelSession channel, Environment environment) throws IOException {
            Matcher step = STEP.matcher(line);
            String said = "";
            String word = "";
            if (line.equals("id -u")) {
                said = "0\n";
            } else if (step.matches()) {
                String call = step.group(1) + " " + step.group(2);
                asked.add(call.replaceFirst("20[0-9]{6}-[0-9]{9}-[0-9a-f]{6}", "RUN"));
                said = step.group(1).equals("hello") ? "11111111-2222-3333-4444-555555555555\nthere\n" : "    \u001b[2Jsaid\n";
                word = "quorate-step ended 0\n";
                for (String[] answer : answers) {
                    word = call.matches(answer[0]) ? answer[1] : word;
                }
            }
            out.write(said.getBytes(StandardCharsets.UTF_8));
            err.write(word.getBytes(StandardCharsets.UTF_8));
            out.flush();
            err.flush();
            exit.onExit(0);
        }

        @Override
        public void destroy(ChannelSession channel) {
            // It has ended.
        }
    }

    @Test
    void aDryRunIsTheDefaultAndTellsWhatSpeaksAgainstIt() {
        answers = List.<String[]>of(new String[] {"plan .* node2 hosts", "quorate-step ended 2\n"}, new String[] {"plan .* node3 .*", "quorate-step ended 3\n"});
        assertEquals(3, run("apply", "--only", "identity,hosts"));
        String first = terminal.out();
        assertTrue(first.contains("hosts     REFUSED       node2"), first);
        assertTrue(first.contains("hosts     would change  node3"), first);
        assertTrue(first.contains("\\x1b[2Jsaid") && !first.contains("\u001b"), first);
        assertTrue(asked.stream().noneMatch(call -> call.startsWith("start")), asked.toString());
        answers = List.of();
        assertEquals(1, run("preflight", "--only", "identity,hosts", "--json"), "these nodes give no inventory");
        assertTrue(terminal.out().startsWith("{\n  \"format\" : \"quorate-apply/1\""), terminal.out());
    }

    @Test
    void nothingIsChangedWithoutTheClustersName() throws IOException {
        for (String[] sure : new String[][] {{}, {"--yes", "yes"}, {"--yes", "webclusters"}}) {
            List<String> words = new ArrayList<>(List.of("--run", "--only", "hosts", "--audit", folder.resolve("audit").toString()));
            words.addAll(List.of(sure));
            assertEquals(4, run("apply", words.toArray(String[]::new)));
            assertEquals(List.of(), asked);
        }
        assertFalse(Files.exists(folder.resolve("audit")));
        assertTrue(terminal.out().contains("To go on: quorate apply "), terminal.out());
    }

    @Test
    void aFailureSaysWhatIsDoneAndHowToGoOnAndResumeGoesOn() throws IOException {
        String audit = folder.resolve("audit").toString();
        answers = List.<String[]>of(new String[] {"start .* node1 hosts .*", "quorate-step ended 1\n"}, new String[] {"start .* node2 hosts .*", "nonsense\n"},
                new String[] {"look .*", "nonsense\n"});
        assertEquals(1, run("apply", "--run", "--only", "identity,hosts,sysctl", "--audit", audit, "--yes", "webcluster"));
        String told = terminal.out();
        assertTrue(told.contains("identity  done       node1 node2 node3"), told);
        assertTrue(told.contains("hosts     FAILED     node1") && told.contains("hosts     UNKNOWN    node2"), told);
        assertTrue(told.contains("sysctl    not begun  node1 node2 node3"), told);
        assertTrue(told.contains("To go on: quorate apply ") && told.contains("--yes webcluster --resume"), told);
        assertTrue(terminal.err().contains("node1  identity: begins") && !terminal.err().contains("\u001b"), terminal.err());
        assertEquals(3, run("apply", "--run", "--only", "hosts", "--audit", audit, "--yes", "webcluster"), "something is unknown");
        assertTrue(terminal.out().contains("hosts on node2"), terminal.out());
        answers = List.of();
        assertEquals(0, run("apply", "--run", "--only", "identity,hosts,sysctl", "--audit", audit, "--yes", "webcluster", "--resume"), terminal::err);
        assertEquals(1, asked.stream().filter(call -> call.startsWith("look RUN 0") && call.contains("-hosts ")).count(), asked.toString());
        assertEquals(2, logs().size());
        assertTrue(Files.readString(logs().get(1)).contains("\"resumes\":\"" + logs().get(0).getFileName() + "\""));
    }

    @Test
    void aResumeThatStopsAtTheFirstUnknownForgetsNoOther() {
        String audit = folder.resolve("audit").toString();
        answers = List.<String[]>of(new String[] {"start .* node[12] hosts .*", "nonsense\n"}, new String[] {"look .*", "nonsense\n"});
        assertEquals(1, run("apply", "--run", "--only", "hosts", "--audit", audit, "--yes", "webcluster"));
        assertEquals(1, run("apply", "--run", "--only", "hosts", "--audit", audit, "--yes", "webcluster", "--resume"));
        assertTrue(asked.stream().noneMatch(call -> call.startsWith("start")), asked.toString());
        assertEquals(3, run("apply", "--run", "--only", "hosts", "--audit", audit, "--yes", "webcluster"));
        assertTrue(terminal.out().contains("hosts on node1") && terminal.out().contains("hosts on node2"), terminal.out());
        answers = List.of();
        assertEquals(0, run("apply", "--run", "--only", "hosts", "--audit", audit, "--yes", "webcluster", "--resume"), terminal::err);
        assertEquals(2, asked.stream().filter(call -> call.startsWith("look ")).count(), asked.toString());
        assertEquals(0, run("apply", "--run", "--only", "hosts", "--audit", audit, "--yes", "webcluster"), terminal::err);
    }

    /** Only here: the desktop has no options. */
    @Test
    void howToForgetANodeThatLeftTheScenarioIsTold() throws IOException {
        String audit = folder.resolve("audit").toString();
        answers = List.<String[]>of(new String[] {"(start|look) .* node3 hosts .*", "nonsense\n"}, new String[] {"look .*", "nonsense\n"});
        List<String> hosts = List.of("--run", "--only", "hosts", "--audit", audit, "--yes", "webcluster");
        assertEquals(1, apply(hosts));
        answers = List.of();
        Path smaller = folder.resolve("smaller.yaml");
        Files.write(smaller, Files.readAllLines(Path.of(scenario())).stream().filter(line -> !line.contains("node3")).toList());
        scenario = smaller.toString();
        assertEquals(4, apply(hosts, "--resume"), terminal::err);
        assertTrue(terminal.err().contains("--forget node3 confirms"), terminal.err());
        assertFalse(terminal.out().contains("--forget"), terminal.out());
        assertEquals(0, apply(hosts, "--resume", "--forget", "node3"), terminal::err);
    }

    private int apply(List<String> words, String... more) {
        return run("apply", Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void aFormatWaitsForTheWholeWwid() {
        String audit = folder.resolve("audit").toString();
        String wwid = "360014055f3c8b2a1d9e4c7fa0b61e2d3";
        answers = List.<String[]>of(new String[] {"start .* format-ocfs2 ''", "quorate-step ended 4\n"});
        for (String wrong : List.of("", wwid.substring(0, 20), "yes")) {
            assertEquals(4, run("apply", "--run", "--only", "format-ocfs2", "--audit", audit, "--yes", "webcluster", "--confirm-wwid", wrong));
            assertEquals(1, asked.stream().filter(call -> call.startsWith("start")).count());
        }
        assertEquals(0, run("apply", "--run", "--only", "format-ocfs2", "--audit", audit, "--yes", "webcluster", "--confirm-wwid", wwid), terminal::err);
        assertTrue(asked.stream().anyMatch(call -> call.endsWith("format-ocfs2 " + wwid)), asked.toString());
    }

    @Test
    void wrongUsageIsTold() {
        terminal.assertWrongUsage("need --run", "apply", scenario(), "-f", "ocfs2", "--resume");
        terminal.assertWrongUsage("--forget needs --resume", "apply", scenario(), "-f", "ocfs2", "--run", "--forget", "node9");
        terminal.assertWrongUsage("no such step: nothing", "preflight", scenario(), "-f", "ocfs2", "--only", "nothing");
        terminal.assertWrongUsage("--no-sudo", "apply", scenario(), "-f", "ocfs2", "--no-sudo");
        terminal.assertWrongUsage("no quorum device", "apply", scenario(), "-f", "ocfs2", "--arbiter", "x");
        assertEquals(3, terminal.run("preflight", scenario(), "-f", "ext4-local"));
        assertTrue(terminal.err().contains("nothing was done"), terminal.err());
    }
}
