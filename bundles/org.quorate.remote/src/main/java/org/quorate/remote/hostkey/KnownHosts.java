// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.hostkey;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Files of known keys (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT), read anew for each question. Thread-safe, also beside ssh and other processes
 * that add to them.
 */
public final class KnownHosts {

    private static final long MOST_BYTES = 16L << 20;
    /** A lock of a file is one of the whole process. */
    private static final Object ADDING = new Object();

    private final List<Path> files;
    private final boolean hashed;

    /**
     * @param files  the first is added to; those that are not there are empty
     * @param hashed names of hosts that are added are hashed
     */
    public KnownHosts(List<Path> files, boolean hashed) {
        this.files = List.copyOf(files);
        this.hashed = hashed;
    }

    /** How a file names a host: with the port only if it is not 22. */
    public static String name(String host, int port) {
        String lower = host.toLowerCase(Locale.ROOT);
        return port == 22 ? lower : "[" + lower + "]:" + port;
    }

    /**
     * Looks a key up. A host of which only keys of other types are known has a changed key: who connects asks for the known types first,
     * so it no longer has those.
     *
     * @param name as {@link #name} makes it
     * @throws IOException if a file is there that cannot be read
     */
    public Standing standing(String name, HostKey key) throws IOException {
        List<KnownLine> lines = linesFor(name);
        for (KnownLine line : lines) {
            if (line.marker() == KnownLine.Marker.REVOKED && line.key().equals(key)) {
                return new Standing.Revoked(line.place());
            }
        }
        List<KnownLine> plain = lines.stream().filter(line -> line.marker() == KnownLine.Marker.NONE).toList();
        if (plain.stream().anyMatch(line -> line.key().equals(key))) {
            return new Standing.Known();
        }
        if (!plain.isEmpty()) {
            KnownLine line = plain.stream().filter(each -> each.key().type().equals(key.type())).findFirst().orElse(plain.get(0));
            return new Standing.Changed(line.place(), line.key());
        }
        boolean authority = lines.stream().anyMatch(line -> line.marker() == KnownLine.Marker.AUTHORITY);
        return new Standing.Unknown(authority ? List.of("known_hosts trusts a certificate authority for this host; certificates of hosts are not"
                + " supported here, so its plain key is asked for") : List.of());
    }

    /** Types of the keys that are known of a host, in the order of the files. */
    public List<String> types(String name) throws IOException {
        Set<String> types = new LinkedHashSet<>();
        linesFor(name).stream().filter(line -> line.marker() == KnownLine.Marker.NONE).forEach(line -> types.add(line.key().type()));
        return List.copyOf(types);
    }

    private List<KnownLine> linesFor(String name) throws IOException {
        // Not while a line is added: closing a file takes the process's locks of it away.
        synchronized (ADDING) {
            return read(name);
        }
    }

    private List<KnownLine> read(String name) throws IOException {
        List<KnownLine> lines = new ArrayList<>();
        for (Path file : files) {
            if (!Files.exists(file)) {
                continue;
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException(file + " is larger than " + (MOST_BYTES >> 20) + " MiB");
            }
            int number = 0;
            for (String text : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).split("\n", -1)) {
                number++;
                KnownLine.of(text, file, number).filter(line -> line.names(name)).ifPresent(lines::add);
            }
        }
        return lines;
    }

    /**
     * Adds a key to the first file, which is made if needed (0600, its folder 0700): one write of one line at the end of the file under a lock,
     * so that nobody reads half of it and nothing that others add is lost.
     *
     * @param name as {@link #name} makes it
     */
    public void add(String name, HostKey key) throws IOException {
        synchronized (ADDING) {
            append(name, key);
        }
    }

    private void append(String name, HostKey key) throws IOException {
        Path file = files.get(0).toAbsolutePath();
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!Files.exists(file.getParent())) {
            Files.createDirectories(file.getParent());
            if (posix) {
                Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwx------"));
            }
        }
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        // ssh takes no lock, but appends. The second channel is closed after the first: closing any takes the process's locks of the file away.
        try (FileChannel channel = posix
                ? FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : FileChannel.open(file, options);
                FileChannel before = FileChannel.open(file, StandardOpenOption.READ);
                FileLock lock = channel.lock()) {
            String line = (endsWithLine(before) ? "" : "\n") + (hashed ? KnownLine.hash(name, salt()) : name) + " " + key.line() + "\n";
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
            int written = channel.write(bytes);
            if (written < line.length() || !lock.isValid()) {
                throw new IOException(file + ": the key could not be written as a whole");
            }
            if (Files.isRegularFile(file)) {
                channel.force(true);
            }
        }
    }

    private static byte[] salt() {
        byte[] salt = new byte[20];
        new SecureRandom().nextBytes(salt);
        return salt;
    }

    private static boolean endsWithLine(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return channel.size() == 0 || channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n';
    }
}
