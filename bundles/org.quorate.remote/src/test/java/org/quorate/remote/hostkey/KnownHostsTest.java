// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.hostkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownHostsTest {

    /** Keys and lines made by ssh-keygen of OpenSSH 9.2: {@code ssh-keygen -t ed25519}, and {@code ssh-keygen -H} for the hashed line. */
    private static final HostKey ONE = key("ssh-ed25519", "AAAAC3NzaC1lZDI1NTE5AAAAINLWJniL3mkXmrU3IpPbb8fWvg2AClIufAX8npqDz+9K");
    private static final HostKey TWO = key("ssh-ed25519", "AAAAC3NzaC1lZDI1NTE5AAAAIK8J1H5IIzTHbkZjivH4G2MbF/RaNjumbsWNAOQjrDLU");
    private static final String HASHED = "|1|L9K1+0cNQ86X0AyzklMSN8YOouw=|sKItjCWqn/d7Qww1DSdbi/IFaxg= " + ONE.line();
    private static final String FINGERPRINT = "SHA256:SG+4pbGQY+ZSqxtOkcIpkF16lB3rIHCggcArbWq5W+c";
    private static final HostKey OTHER_TYPE = new HostKey("ecdsa-sha2-nistp256", new byte[] {1, 2, 3});

    @TempDir
    private Path folder;

    private static HostKey key(String type, String base64) {
        return new HostKey(type, Base64.getDecoder().decode(base64));
    }

    private KnownHosts file(String... lines) throws IOException {
        Files.write(folder.resolve("known"), List.of(lines));
        return new KnownHosts(List.of(folder.resolve("known"), folder.resolve("not there")), false);
    }

    @Test
    void aFingerprintIsThatOfSshKeygen() {
        assertEquals(FINGERPRINT, ONE.fingerprint());
    }

    @Test
    void hostsAreFoundByNameAliasPortPatternAndHash() throws IOException {
        KnownHosts known = file("# comment", "", "web1,10.0.0.1 " + ONE.line() + " who", "[web2]:2222 " + ONE.line(), "*.lan,!bad.lan " + ONE.line(),
                HASHED);
        for (String name : List.of("web1", "10.0.0.1", "[web2]:2222", "a.lan", "hidden.example")) {
            assertInstanceOf(Standing.Known.class, known.standing(name, ONE), name);
        }
        for (String name : List.of("web2", "[web1]:2222", "bad.lan", "lan", "other.example")) {
            assertInstanceOf(Standing.Unknown.class, known.standing(name, ONE), name);
        }
        assertEquals("[host]:2222", KnownHosts.name("HOST", 2222));
        assertEquals("host", KnownHosts.name("host", 22));
    }

    @Test
    void anotherKeyIsAChangeAlsoOfAnotherType() throws IOException {
        KnownHosts known = file("# first", "web1 " + ONE.line());
        Standing.Changed changed = assertInstanceOf(Standing.Changed.class, known.standing("web1", TWO));
        assertEquals(folder.resolve("known") + ":2", changed.place());
        assertEquals(ONE, changed.known());
        assertInstanceOf(Standing.Changed.class, known.standing("web1", OTHER_TYPE));
        assertEquals(List.of("ssh-ed25519"), known.types("web1"));
        assertInstanceOf(Standing.Known.class, file("web1 " + TWO.line(), "web1 " + ONE.line()).standing("web1", ONE), "any of several");
    }

    @Test
    void aRevokedKeyIsRefusedWhateverElseIsSaid() throws IOException {
        KnownHosts known = file("web1 " + ONE.line(), "@revoked * " + ONE.line());
        Standing.Revoked revoked = assertInstanceOf(Standing.Revoked.class, known.standing("web1", ONE));
        assertTrue(revoked.place().endsWith("known:2"));
    }

    @Test
    void aCertificateAuthorityTrustsNoPlainKey() throws IOException {
        Standing.Unknown unknown = assertInstanceOf(Standing.Unknown.class, file("@cert-authority *.lan " + ONE.line()).standing("a.lan", ONE));
        assertTrue(unknown.remarks().get(0).contains("certificate"));
    }

    @Test
    void linesThatAreNoneTrustNobody() throws IOException {
        KnownHosts known = file("web1 ssh-ed25519 %%%", "web1", "@other web1 " + ONE.line(), "|1|x|y " + ONE.line(), "web1 ssh-ed25519");
        assertInstanceOf(Standing.Unknown.class, known.standing("web1", ONE));
    }

    @Test
    void whatIsAddedStandsOnALineOfItsOwn() throws IOException {
        Files.writeString(folder.resolve("known"), "web1 " + ONE.line());
        KnownHosts known = new KnownHosts(List.of(folder.resolve("known")), false);
        known.add("web2", TWO);
        assertEquals(List.of("web1 " + ONE.line(), "web2 " + TWO.line()), Files.readAllLines(folder.resolve("known")));
        KnownHosts hashed = new KnownHosts(List.of(folder.resolve("new/known")), true);
        hashed.add("web3", TWO);
        assertInstanceOf(Standing.Known.class, hashed.standing("web3", TWO));
        assertTrue(!Files.readString(folder.resolve("new/known")).contains("web3"));
    }

    @Test
    void manyAtOnceLoseNothing() throws IOException {
        KnownHosts known = new KnownHosts(List.of(folder.resolve("many")), false);
        IntStream.range(0, 200).parallel().forEach(i -> {
            try {
                known.add("host" + i, ONE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        List<String> lines = Files.readAllLines(folder.resolve("many"), StandardCharsets.US_ASCII);
        assertEquals(200, lines.size());
        assertTrue(lines.stream().allMatch(line -> line.matches("host[0-9]+ ssh-ed25519 [A-Za-z0-9+/=]+")));
    }
}
