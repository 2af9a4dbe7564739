// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.directory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.ProvisioningPlan;

/**
 * Writes a plan into a directory: as a whole beside it, then renamed into place, so that a run that is killed leaves
 * either the former export or the new one. The same plan gives the same bytes. Directories get mode 0700, files 0600 or
 * 0700. Thread-safe, but for two writers of one directory at once.
 */
public final class ExportWriter {

    private ExportWriter() {
    }

    /**
     * Writes the files of a plan.
     *
     * @param plan  what to write
     * @param dir   the directory: absent, empty, or holding a former export
     * @param force replace a former export even if its files were edited since; never replaces what no export made
     * @throws ExportRefusedException when the directory holds something that may not be replaced; it is untouched then
     * @throws IOException            when the disk fails; the directory is as it was, or, if only what is left of the former
     *                                export could not be deleted beside it, as it should be
     */
    public static void write(ProvisioningPlan plan, Path dir, boolean force) throws IOException {
        Path target = dir.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            target = target.toRealPath();
        }
        Path parent = target.getParent();
        if (parent == null) {
            throw new ExportRefusedException("an export needs a directory of its own, not " + target);
        }
        Path next = parent.resolve("." + target.getFileName() + ".quorate-new");
        Path former = parent.resolve("." + target.getFileName() + ".quorate-old");
        Files.createDirectories(parent);
        recover(target, former);
        boolean replace = FormerExport.mayReplace(target, force);
        delete(next);
        try {
            writeFiles(plan.files(), next);
            exchange(next, target, former, replace);
        } catch (IOException | RuntimeException e) {
            despite(e, () -> delete(next));
            throw e;
        }
        delete(former);
    }

    /** Puts the new export in the place of the former one, which comes back when that fails. */
    static void exchange(Path next, Path target, Path former, boolean replace) throws IOException {
        if (replace) {
            rename(target, former);
        }
        try {
            rename(next, target);
        } catch (IOException | RuntimeException e) {
            if (replace) {
                despite(e, () -> rename(former, target));
            }
            throw e;
        }
    }

    private static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new FileSystemException(to.toString(), null, "the file system cannot rename a directory");
        }
    }

    /** Something that a disk does. */
    private interface Work {

        void run() throws IOException;
    }

    /** Cleans up after a failure, which stays the one that is told. */
    private static void despite(Exception failure, Work work) {
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** A run that was killed between the two renames left the former export under its other name. */
    private static void recover(Path target, Path former) throws IOException {
        if (Files.exists(former)) {
            if (Files.exists(target)) {
                delete(former);
            } else {
                Files.move(former, target, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static void writeFiles(List<GeneratedFile> files, Path root) throws IOException {
        createDirectory(root);
        for (GeneratedFile file : files) {
            Path path = root.resolve(file.path()).normalize();
            if (!path.startsWith(root) || path.equals(root)) {
                throw new IllegalArgumentException("not a path of an export: " + file.path());
            }
            createDirectories(root, path.getParent());
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                permit(path, file.executable() ? "rwx------" : "rw-------");
                ByteBuffer bytes = ByteBuffer.wrap(file.content().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        }
        Path manifest = root.resolve(FormerExport.MANIFEST);
        Files.writeString(manifest, FormerExport.manifest(files));
        permit(manifest, "rw-------");
    }

    private static void createDirectories(Path root, Path dir) throws IOException {
        if (!dir.equals(root) && !Files.exists(dir)) {
            createDirectories(root, dir.getParent());
            createDirectory(dir);
        }
    }

    private static void createDirectory(Path dir) throws IOException {
        Files.createDirectory(dir);
        permit(dir, "rwx------");
    }

    private static void permit(Path path, String permissions) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class,
                LinkOption.NOFOLLOW_LINKS);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
