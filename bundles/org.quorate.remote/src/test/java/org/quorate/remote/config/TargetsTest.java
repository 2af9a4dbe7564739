// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.remote.Hop;
import org.quorate.remote.Target;

class TargetsTest {

    private static final String CONFIG = """
            # comment
            Include extra/*.conf
            Host web* !web9
                HostName %h.example.net
                User deploy
                Port 2201
                IdentityFile ~/.ssh/web_key
                ConnectTimeout 1m30s
                Compression yes
            Host=web1
              Port = 9999
              IdentityFile "~/.ssh/second key"
              IdentitiesOnly yes
            Match host inner exec "true"
              ProxyJump evil
            Host inner
              ProxyJump gate,admin@middle:2022
              StrictHostKeyChecking no
            Host gate
              ProxyJump outer
            Host loop1
              ProxyJump loop2
            Host loop2
              ProxyJump loop1
            Host strict
              StrictHostKeyChecking yes
              UserKnownHostsFile ~/known_a ~/known_b
              HashKnownHosts yes
              ServerAliveInterval 7
            Host *
              User nobody
              Port 22
            """;

    @TempDir
    private Path home;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(home.resolve(".ssh/extra"));
        Files.writeString(home.resolve(".ssh/config"), CONFIG);
        Files.writeString(home.resolve(".ssh/extra/a.conf"), "Host web2\n  Port 7\n");
    }

    private Targets targets() throws IOException {
        return new Targets(SshConfig.read(List.of(home.resolve(".ssh/config")), home), home, "me", "me", Optional.empty(), Target.Limits.DEFAULT);
    }

    @Test
    void theFirstValueWinsAndIdentitiesAddUp() throws IOException {
        Target web1 = targets().of(Hop.of("web1"));
        assertEquals("deploy@web1.example.net:2201", web1.text());
        assertEquals(List.of(home.resolve(".ssh/web_key"), home.resolve(".ssh/second key")), web1.identities());
        assertTrue(web1.identitiesOnly());
        assertEquals(Duration.ofSeconds(90), web1.limits().connect());
        assertEquals("nobody@web9", targets().of(Hop.of("web9")).text());
        assertEquals(7, targets().of(Hop.of("web2")).port(), "included first");
        assertEquals("root@web1.example.net:5", targets().of(Hop.of("root@web1:5")).text(), "the command line wins");
    }

    @Test
    void aLoginForAllIsOnlyForHostsThatHaveNoneAndNotForThoseOnTheWay() throws IOException {
        Files.writeString(home.resolve(".ssh/config"), "Host own\n  User deploy\nHost far\n  ProxyJump gate\n  IdentityFile ~/%u-%r\n");
        Targets admin = Targets.ofUser(Optional.of(home.resolve(".ssh/config")), home, "me", Optional.of("admin"), Map.of());
        assertEquals("deploy@own", admin.of(Hop.of("own")).text());
        assertEquals("root@own", admin.of(Hop.of("root@own")).text());
        Target far = admin.of(Hop.of("far"));
        assertEquals("admin@far", far.text());
        assertEquals(List.of(home.resolve("me-admin")), far.identities());
        assertEquals("me@gate", far.jumps().get(0).text());
    }

    @Test
    void commentsFoldersPatternsAndPipesAreReadAsSshDoes() throws Exception {
        Path ssh = home.resolve(".ssh");
        Files.createDirectories(ssh.resolve("d/folder"));
        Files.writeString(ssh.resolve("d/.hidden"), "Port 1\n");
        Files.writeString(ssh.resolve("d/folder/x"), "Port 2\n");
        assertEquals(0, new ProcessBuilder("mkfifo", ssh.resolve("d/pipe").toString()).start().waitFor());
        Files.createSymbolicLink(ssh.resolve("d/zero"), Path.of("/dev/zero"));
        Files.writeString(ssh.resolve("config"), "Include d/* # all\nInclude */x\nHost web1 # web2\n  Port 2222 # not 22\n  User \"a#b\" # nobody\n");
        Targets targets = targets();
        assertEquals("a#b@web1:2222", targets.of(Hop.of("web1")).text());
        assertEquals("me@web2", targets.of(Hop.of("web2")).text());
        assertEquals(List.of(ssh.resolve("config") + ":2: Include of folders by wildcards is not supported and was passed over: */x"), targets.remarks());
        Files.delete(ssh.resolve("d/zero"));
        Files.writeString(ssh.resolve("config"), "Include d/.*\n");
        assertEquals(1, targets().of(Hop.of("web1")).port());
        for (String wrong : List.of("[ab", "a\u0000b")) {
            Files.writeString(ssh.resolve("config"), "\nInclude " + wrong + "\n");
            assertTrue(assertThrows(IOException.class, this::targets).getMessage().contains("config:2: "), wrong);
        }
        assertEquals(22, Targets.ofUser(Optional.of(Path.of("/dev/null")), home, "me", Optional.empty(), Map.of()).of(Hop.of("web1")).port());
        assertThrows(IOException.class, () -> SshConfig.read(List.of(Path.of("/dev/zero")), home));
    }

    @Test
    void jumpsAreChainedAndCirclesFound() throws IOException {
        Target inner = targets().of(Hop.of("inner"));
        assertEquals(List.of("nobody@outer", "nobody@gate", "admin@middle:2022"), inner.jumps().stream().map(Target::text).toList());
        assertFalse(inner.refuseUnknown(), "an unknown key is asked for, never just taken");
        assertThrows(IllegalArgumentException.class, () -> targets().of(Hop.of("loop1")));
    }

    @Test
    void whatMakesItStricterCounts() throws IOException {
        Target strict = targets().of(Hop.of("strict"));
        assertTrue(strict.refuseUnknown());
        assertTrue(strict.hashKnownHosts());
        assertEquals(List.of(home.resolve("known_a"), home.resolve("known_b")), strict.knownHosts().subList(0, 2));
        assertEquals(Duration.ofSeconds(7), strict.limits().keepAlive());
    }

    /** As ssh looks it up: else a key that has changed would be one that is not known. */
    @Test
    void aKeyIsLookedUpByItsAliasWithoutThePort() throws IOException {
        Files.writeString(home.resolve(".ssh/config"), "Host far\n  HostKeyAlias Real\n  Port 2222\n");
        assertEquals("real", targets().of(Hop.of("far")).keyName());
        assertEquals("[near]:2222", targets().of(Hop.of("Near:2222")).keyName());
        assertEquals("near", targets().of(Hop.of("near")).keyName());
    }

    @Test
    void aMatchBlockIsPassedOverAndTold() throws IOException {
        assertEquals(List.of(home.resolve(".ssh/config") + ":14: a Match block is not supported and was passed over"), targets().remarks());
    }

    /** What ssh itself makes of the same file, where it is installed. */
    @Test
    void sshAgrees() throws Exception {
        Path file = home.resolve("plain");
        Files.writeString(file, CONFIG.replaceAll("(?m)^(Include|Match).*\\R(  ProxyJump evil\\R)?", ""));
        Targets targets = new Targets(SshConfig.read(List.of(file), home), home, "me", "me", Optional.empty(), Target.Limits.DEFAULT);
        for (String host : List.of("web1", "web9", "webx", "strict", "other", "WEB1")) {
            Map<String, String> ssh = ssh(file, host);
            Target ours = targets.of(Hop.of(host));
            assertEquals(ssh.get("hostname"), ours.host().toLowerCase(Locale.ROOT), host);
            assertEquals(ssh.get("port"), String.valueOf(ours.port()), host);
            assertEquals(ssh.get("user"), ours.user(), host);
            assertEquals(ssh.get("identitiesonly").equals("yes"), ours.identitiesOnly(), host);
        }
    }

    private static Map<String, String> ssh(Path file, String host) throws Exception {
        Process process = new ProcessBuilder("ssh", "-G", "-F", file.toString(), host).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), text);
        Map<String, String> values = new HashMap<>();
        text.lines().map(line -> line.split(" ", 2)).forEach(pair -> values.putIfAbsent(pair[0], pair.length > 1 ? pair[1] : ""));
        return values;
    }

    @Test
    void targetsAreReadStrictly() {
        assertEquals("[fe80::1]:22", Hop.of("[fe80::1]:22").text());
        for (String wrong : List.of("", "-oProxyCommand=x", "a b", "a@", "@b", "h:0", "h:70000", "h:x", "$(id)", "a;b", "u@-h")) {
            assertThrows(IllegalArgumentException.class, () -> Hop.of(wrong), wrong);
        }
    }
}
