// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.document;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.quorate.app.AtomicFile;

/**
 * What is edited and not stored yet, on disk, so that a crash does not take it. Each running program has a folder of its own
 * below one that all share, and holds a lock in it; the system takes the lock away when the program ends, however it ends. So a
 * later program can tell what was left behind from what is still in use, and never touches the latter. Thread-safe.
 */
public final class RecoveryStore implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final String SUFFIX = ".recovery";
    private static final int MOST_TRIES = 5;

    /**
     * What a program that is gone has left behind; nobody else is offered it until {@link #release}.
     *
     * @param recovery what was edited
     * @param path     where it lies
     */
    public record Left(Recovery recovery, Path path) {
    }

    /** A folder and its lock. */
    private record Claim(Path folder, FileChannel channel, FileLock lock) {

        /** Empty if a living program has it. */
        static Optional<Claim> of(Path folder) throws IOException {
            FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = null;
            try {
                lock = channel.tryLock();
            } catch (OverlappingFileLockException e) {
                // This very program has it.
            } finally {
                if (lock == null) {
                    channel.close();
                }
            }
            return lock == null ? Optional.empty() : Optional.of(new Claim(folder, channel, lock));
        }

        /** Removes the folder unless there is still something in it, then lets go. */
        void end() throws IOException {
            try (channel) {
                if (recoveries(folder).isEmpty()) {
                    Files.deleteIfExists(folder.resolve(LOCK));
                    removeIfEmpty(folder);
                }
            }
        }
    }

    private final Path root;
    private final BiConsumer<String, IOException> warnings;
    private final AtomicFile files = new AtomicFile();
    private final RecoveryFormat format = new RecoveryFormat();
    private final List<Claim> adopted = new ArrayList<>();
    private Claim own;

    /**
     * @param root     a folder that all programs of this user share; made when it is first needed
     * @param warnings gets what goes wrong with files of others, which is no reason not to work
     */
    public RecoveryStore(Path root, BiConsumer<String, IOException> warnings) {
        this.root = root;
        this.warnings = warnings;
    }

    /** A new name for something that is edited. */
    public String newId() {
        return UUID.randomUUID().toString();
    }

    /**
     * Writes what is to be recovered, in place of what that name had before.
     *
     * @throws IOException if it cannot be written; what was there before is untouched
     */
    public synchronized void write(String id, Recovery recovery) throws IOException {
        if (own == null) {
            own = newFolder();
        }
        files.write(own.folder().resolve(id + SUFFIX), format.write(recovery), true);
    }

    /** Another program that starts just now may take a new folder for one that was left behind; it will not take all of them. */
    private Claim newFolder() throws IOException {
        IOException last = null;
        for (int i = 0; i < MOST_TRIES; i++) {
            try {
                Optional<Claim> claim = Claim.of(Files.createDirectory(Files.createDirectories(root).resolve(newId())));
                if (claim.isPresent()) {
                    return claim.get();
                }
            } catch (NoSuchFileException e) {
                last = e;
            }
        }
        throw new IOException("cannot have a folder of its own in " + root, last);
    }

    /** There is nothing to recover any more of what has that name. */
    public synchronized void remove(String id) throws IOException {
        if (own != null) {
            Files.deleteIfExists(own.folder().resolve(id + SUFFIX));
        }
    }

    /**
     * What programs that are gone have left behind, the last edited first. They are this program's until {@link #release}. What
     * cannot be read stays where it is.
     */
    public synchronized List<Left> leftBehind() {
        List<Left> found = new ArrayList<>();
        for (Path folder : list(root)) {
            // A second lock of a folder that is held here would, closed again, take the first one with it.
            boolean held = own != null && folder.equals(own.folder()) || adopted.stream().anyMatch(claim -> folder.equals(claim.folder()));
            if (Files.isDirectory(folder) && !held) {
                try {
                    Claim.of(folder).ifPresent(claim -> {
                        adopted.add(claim);
                        recoveries(folder).forEach(path -> read(path).ifPresent(found::add));
                    });
                } catch (NoSuchFileException e) {
                    // Its owner has just cleaned up.
                } catch (IOException e) {
                    warnings.accept("Cannot look into " + folder, e);
                }
            }
        }
        found.sort((a, b) -> b.recovery().edited().compareTo(a.recovery().edited()));
        return found;
    }

    private Optional<Left> read(Path path) {
        try {
            return Optional.of(new Left(format.read(Files.readAllBytes(path)), path));
        } catch (IOException e) {
            warnings.accept("Cannot recover " + path, e);
            return Optional.empty();
        }
    }

    /** Removes what was left behind: it has been recovered, or nobody wants it. */
    public synchronized void discard(Left left) throws IOException {
        Files.deleteIfExists(left.path());
    }

    /** What was not discarded is offered again by the next program. */
    public synchronized void release() {
        adopted.forEach(this::end);
        adopted.clear();
    }

    private void end(Claim claim) {
        try {
            claim.end();
        } catch (IOException e) {
            warnings.accept("Cannot clean up " + claim.folder(), e);
        }
    }

    /** What was written and not removed stays, for the next program. */
    @Override
    public synchronized void close() {
        release();
        if (own != null) {
            end(own);
            own = null;
        }
    }

    private static List<Path> recoveries(Path folder) {
        return list(folder).stream().filter(path -> path.getFileName().toString().endsWith(SUFFIX)).toList();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        } catch (IOException e) {
            // Not there: nobody has ever left anything.
            return List.of();
        }
    }

    private static void removeIfEmpty(Path folder) throws IOException {
        try {
            // A write that was cut off leaves a part of a file; nothing can be made of it.
            for (Path path : list(folder)) {
                if (path.getFileName().toString().endsWith(".part")) {
                    Files.delete(path);
                }
            }
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // Somebody's own files.
        }
    }
}
