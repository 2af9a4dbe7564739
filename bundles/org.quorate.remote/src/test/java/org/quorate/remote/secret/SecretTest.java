// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.model.SecretReference;
import org.quorate.remote.Command;

class SecretTest {

    @TempDir
    private Path folder;

    @Test
    void aSecretIsWipedAndHasNoText() {
        char[] characters = "geheim\u00e4".toCharArray();
        Secret secret = new Secret(characters);
        assertArrayEquals("geheim\u00e4\n".getBytes(StandardCharsets.UTF_8), secret.line());
        assertArrayEquals("geheim\u00e4".toCharArray(), secret.copy());
        assertFalse(secret.toString().contains("geheim"));
        secret.close();
        assertArrayEquals(new char[7], characters);
    }

    @Test
    void whatACommandReadsIsInNoText() {
        assertFalse(Command.of("cat").reading("geheim".getBytes(StandardCharsets.UTF_8)).toString().contains("geheim"));
    }

    @Test
    void secretsAreReadWhereTheyAreKept() throws IOException {
        KeptSecret kept = new KeptSecret(Map.of("PW", "from the environment"));
        try (Secret secret = kept.read(new SecretReference(SecretReference.Kind.ENV, "PW"))) {
            assertEquals("from the environment", new String(secret.copy()));
        }
        Path file = folder.resolve("pw");
        Files.writeString(file, "first line\r\nsecond\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        SecretReference reference = new SecretReference(SecretReference.Kind.FILE, file.toString());
        assertTrue(assertThrows(IOException.class, () -> kept.read(reference)).getMessage().contains("chmod 600"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        try (Secret secret = kept.read(reference)) {
            assertEquals("first line", new String(secret.copy()));
        }
        assertThrows(IOException.class, () -> kept.read(new SecretReference(SecretReference.Kind.ENV, "OTHER")));
        assertThrows(IOException.class, () -> kept.read(new SecretReference(SecretReference.Kind.FILE, folder.toString())));
        assertThrows(IOException.class, () -> kept.read(new SecretReference(SecretReference.Kind.VAULT, "x")));
    }

    @Test
    void whoIsAskedIsToldWhoseItIs() {
        assertEquals("Wrong. Password of a@b", new Wanted.Password("a@b", false, true).prompt());
        assertEquals("Password of a@b for sudo", new Wanted.Sudo("a@b", false).prompt());
        assertEquals("Passphrase of /k", new Wanted.Passphrase(Path.of("/k"), false).prompt());
    }
}
