// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

import org.quorate.app.AtomicFile;

/**
 * Reads and writes scenario files. Whatever happens while a file is written (crash, full disk, power cut), the file holds
 * either all of the old text or all of the new one. Stateless; each file is to be used by one thread at a time.
 */
public final class DocumentStore {

    /** No scenario is longer; a bigger file is something else that was chosen by mistake. */
    static final long LONGEST = 16L << 20;

    private final AtomicFile files = new AtomicFile();

    /**
     * A file as it was last seen.
     *
     * @param text   its content
     * @param digest SHA-256 of its bytes, to notice changes by others
     */
    public record Stored(String text, byte[] digest) {

        boolean sameAs(Stored other) {
            return Arrays.equals(digest, other.digest);
        }

        /** The digest in hexadecimal digits. */
        public String digestText() {
            return HexFormat.of().formatHex(digest);
        }

        /** The same as if it had been seen when a file had that digest: what has changed since is told when it is stored. */
        public Stored asSeen(String digestText) {
            return new Stored(text, HexFormat.of().parseHex(digestText));
        }
    }

    /**
     * Reads a whole file.
     *
     * @throws IOException with a message for people: unreadable, too long or not UTF-8
     */
    public Stored read(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new IOException(file + " is longer than " + (LONGEST >> 20) + " MiB, so it is no scenario");
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return new Stored(text, digest(bytes));
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not a text in UTF-8", e);
        }
    }

    /** True if the file is gone or holds something else than {@code seen}. */
    public boolean changedSince(Path file, Stored seen) throws IOException {
        return !Files.isRegularFile(file) || !read(file).sameAs(seen);
    }

    /**
     * Replaces a file, or creates it. A symbolic link is followed, permissions are kept.
     *
     * @throws IOException if the new text could not be written; the old file is then untouched
     */
    public Stored write(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Optional<Set<PosixFilePermission>> permissions = permissions(file);
        files.write(file, bytes, true);
        if (permissions.isPresent()) {
            Files.setPosixFilePermissions(file, permissions.get());
        }
        return new Stored(text, digest(bytes));
    }

    /** Those of a file that is there, where files have such. */
    private static Optional<Set<PosixFilePermission>> permissions(Path file) throws IOException {
        boolean posix = Files.exists(file)
                && Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class);
        return posix ? Optional.of(Files.getPosixFilePermissions(file)) : Optional.empty();
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
