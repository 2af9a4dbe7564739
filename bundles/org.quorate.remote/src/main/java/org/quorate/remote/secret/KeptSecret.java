// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quorate.model.SecretReference;

/** Reads secrets where references say that they are kept. Thread-safe. */
public final class KeptSecret {

    /** Longest: no password is longer (bcrypt takes 72 bytes, crypt of glibc 512). */
    private static final int MOST_BYTES = 4096;
    private static final Set<PosixFilePermission> OTHERS = Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    private final Map<String, String> environment;

    /** @param environment of the process */
    public KeptSecret(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * The first line of the file, or the value of the variable.
     *
     * @throws IOException if it cannot be read, others may read it, or it is in a vault; the message has nothing of it
     */
    public Secret read(SecretReference reference) throws IOException {
        return switch (reference.kind()) {
            case ENV -> new Secret(Optional.ofNullable(environment.get(reference.place()))
                    .orElseThrow(() -> new IOException("the environment has no " + reference.place())).toCharArray());
            case FILE -> ofFile(Path.of(reference.place()));
            case VAULT -> throw new IOException("vault:" + reference.place() + " is for Ansible only; give env:NAME or file:/path");
        };
    }

    private static Secret ofFile(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is no file");
        }
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new IOException(file + " may be read or written by others; make it chmod 600");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + " is larger than a password");
        }
        byte[] bytes = Files.readAllBytes(file);
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        Arrays.fill(bytes, (byte) 0);
        int end = 0;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        char[] line = new char[end];
        text.get(line, 0, end);
        Arrays.fill(text.array(), '\0');
        return new Secret(line);
    }
}
