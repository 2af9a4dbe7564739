// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;

/**
 * Reads and writes scenario files. Whatever happens while a file is written (crash, full disk, power cut), the file holds
 * either all of the old text or all of the new one. Stateless; each file is to be used by one thread at a time.
 */
public final class DocumentStore {

    /** No scenario is longer; a bigger file is something else that was chosen by mistake. */
    static final long LONGEST = 16L << 20;

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
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Path draft = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            writeThrough(draft, bytes);
            copyPermissions(target, draft);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        return new Stored(text, digest(bytes));
    }

    /** The bytes must be on the disk before the name points to them, or a power cut leaves an empty file. */
    private static void writeThrough(Path draft, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void copyPermissions(Path target, Path draft) throws IOException {
        boolean posix = Files.getFileStore(draft).supportsFileAttributeView(PosixFileAttributeView.class);
        if (posix && Files.exists(target)) {
            Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(target));
        }
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
