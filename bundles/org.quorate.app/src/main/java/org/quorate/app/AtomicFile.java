// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes files so that at every instant, a power cut included, there is either the old file or the whole new one: into a
 * file beside it, to the disk, then renamed. What is not a regular file, such as {@code /dev/stdout}, is written directly.
 * Thread-safe.
 */
public final class AtomicFile {

    /**
     * Says early what {@link #write} would refuse.
     *
     * @throws FileAlreadyExistsException if the file exists and must not be replaced
     * @throws FileSystemException        if it is a directory, or its directory does not exist
     */
    public void check(Path file, boolean replace) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a directory");
        }
        if (!replace && Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isDevice(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        if (!Files.isDirectory(directory(file))) {
            throw new NoSuchFileException(directory(file).toString());
        }
    }

    /**
     * Writes the file.
     *
     * @param replace false: an existing file is kept
     * @throws FileAlreadyExistsException if the file exists and must not be replaced
     * @throws IOException                if it cannot be written; nothing is left behind then
     */
    public void write(Path file, byte[] content, boolean replace) throws IOException {
        check(file, replace);
        if (isDevice(file)) {
            Files.write(file, content, StandardOpenOption.WRITE);
            return;
        }
        // The file that a link names is replaced, not the link.
        Path target = Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file;
        Path beside = createBeside(target);
        try {
            writeThrough(beside, content);
            if (replace) {
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                moveIfAbsent(beside, target);
            }
            force(directory(target));
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static boolean isDevice(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    private static Path directory(Path file) {
        return file.toAbsolutePath().getParent();
    }

    /**
     * A new file in the same directory. Its name is never used again: once it has been renamed, another writer would
     * otherwise take the name and lose its file to the clean-up of this one.
     */
    private static Path createBeside(Path target) throws IOException {
        return Files.createFile(directory(target).resolve(".quorate-" + UUID.randomUUID() + ".part"));
    }

    private static void writeThrough(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** A second name for the file is refused if the name is taken, unlike a rename, which would replace it. */
    private static void moveIfAbsent(Path beside, Path target) throws IOException {
        try {
            Files.createLink(target, beside);
        } catch (FileAlreadyExistsException e) {
            throw new FileAlreadyExistsException(target.toString());
        } catch (UnsupportedOperationException | FileSystemException e) {
            // A file system without hard links (FAT, some network shares): check and rename, which another program could
            // still come between.
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void force(Path directory) throws IOException {
        if (File.separatorChar == '\\') {
            return; // Windows opens no directory; NTFS keeps the order of changes to directories by itself.
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
