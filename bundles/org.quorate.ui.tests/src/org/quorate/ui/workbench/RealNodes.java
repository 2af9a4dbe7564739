// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * OpenSSH servers on 127.0.0.1, each on a free port with a host key of its own, which a key of the test alone may log in to (sshd.sh). Needs
 * root, as the throw-away Debian does. Ends what it started.
 */
final class RealNodes implements AutoCloseable {

    /** The password of admin. */
    static final String PASSWORD = "a secret";
    private static final long BUILD_MINUTES = 30;
    private static final long START_SECONDS = 60;

    private final Path folder;
    private final List<Process> servers = new ArrayList<>();
    private final Map<String, Integer> ports = new LinkedHashMap<>();

    /** @param folder of the test, where keys and the configuration of ssh are put */
    RealNodes(Path folder, String... names) throws Exception {
        this.folder = folder;
        String root = run("debian", releng().resolve("debian-root/build").toString()).lines().reduce((a, b) -> b).orElseThrow();
        run("key", "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", folder.resolve("user").toString());
        Path script = folder.resolve("sshd.sh");
        try (var in = RealNodes.class.getResourceAsStream("sshd.sh")) {
            Files.write(script, in.readAllBytes());
        }
        try {
            for (String name : names) {
                start(script, root, name);
            }
            for (String name : names) {
                await(name);
            }
        } catch (IOException | InterruptedException | AssertionError e) {
            close();
            throw e;
        }
        configuration();
    }

    private void start(Path script, String root, String name) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        ports.put(name, port);
        servers.add(new ProcessBuilder("setpriv", "--pdeathsig", "KILL", "unshare", "--mount", "--uts", "--pid", "--fork", "--kill-child", "--", "bash", script.toString(), root,
                folder.toString(), name, String.valueOf(port)).redirectErrorStream(true).redirectOutput(folder.resolve(name + ".log").toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile())).start());
    }

    private void await(String name) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!Files.exists(folder.resolve(name + ".pub")) || !answers(ports.get(name))) {
            assertTrue(System.nanoTime() < end, () -> "no server: " + log(name));
            Thread.sleep(20);
        }
    }

    private String log(String name) {
        try {
            return Files.readString(folder.resolve(name + ".log"));
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** So that nothing of who runs the tests is used or changed: neither keys nor agent nor known_hosts. */
    private void configuration() throws IOException {
        String hosts = ports.entrySet().stream().map(entry -> "Host " + entry.getKey() + "\n  HostName 127.0.0.1\n  Port " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        Files.writeString(config(), hosts + "Host *\n  IdentityFile " + folder.resolve("user") + "\n  IdentitiesOnly yes\n  IdentityAgent none\n"
                + "  UserKnownHostsFile " + folder.resolve("known_hosts") + "\n  GlobalKnownHostsFile /dev/null\n");
    }

    /** The configuration of ssh that leads to the nodes by their names. */
    Path config() {
        return folder.resolve("config");
    }

    /** As ssh-keygen shows it. */
    String fingerprint(String name) throws Exception {
        return run("fingerprint", "ssh-keygen", "-lf", folder.resolve(name + ".pub").toString()).split(" ")[1];
    }

    private String run(String what, String... command) throws Exception {
        Path output = folder.resolve(what + ".txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile())).start();
        assertTrue(process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES), what);
        String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        assertEquals(0, process.exitValue(), text);
        return text;
    }

    private static Path releng() {
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            if (Files.isExecutable(dir.resolve("releng/debian-root/build"))) {
                return dir.resolve("releng");
            }
        }
        throw new AssertionError("releng/debian-root is not above " + Path.of("").toAbsolutePath());
    }

    /** With the first process of a node all others of it end, and its root is gone. */
    @Override
    public void close() throws InterruptedException {
        for (Process server : servers) {
            server.descendants().forEach(ProcessHandle::destroyForcibly);
            server.destroyForcibly();
            server.waitFor(START_SECONDS, TimeUnit.SECONDS);
        }
    }
}
