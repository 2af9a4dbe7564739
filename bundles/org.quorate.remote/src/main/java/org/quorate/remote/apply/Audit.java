// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The log of one run: a line of JSON for each thing, on the disk before {@link #write} returns. Only ever added to. Once a line could not be
 * written, none is any more. Thread-safe.
 */
final class Audit implements AutoCloseable {

    /** The form that this version writes. */
    static final String FORMAT = "quorate-audit/1";
    static final String ENDING = ".jsonl";

    private final Path file;
    private final Clock clock;
    private final ObjectMapper mapper = new ObjectMapper();
    private final Optional<FileChannel> channel;
    private int number;
    private IOException failure;

    private Audit(Path file, Clock clock, Optional<FileChannel> channel) {
        this.file = file;
        this.clock = clock;
        this.channel = channel;
    }

    /** Writes nothing: for what changes nothing. */
    static Audit none() {
        return new Audit(Path.of(""), Clock.systemUTC(), Optional.empty());
    }

    /**
     * Begins a log.
     *
     * @param folder is made, readable for its owner only, if it is not there
     * @param name   of the file, without its ending; there is none of that name
     */
    static Audit begin(Path folder, String name, Clock clock) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, permissions(folder, "rwx------"));
        }
        Path file = folder.resolve(name + ENDING);
        FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
                permissions(folder, "rw-------"));
        force(folder);
        return new Audit(file, clock, Optional.of(channel));
    }

    private static FileAttribute<?>[] permissions(Path folder, String text) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))} : new FileAttribute<?>[0];
    }

    private static void force(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return; // Windows opens no directory; NTFS keeps the order of changes to directories by itself.
        }
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /** Where it is; empty: nowhere. */
    String place() {
        return channel.isPresent() ? file.toAbsolutePath().toString() : "";
    }

    /** Everything that was to be written is on the disk. */
    synchronized boolean isWhole() {
        return failure == null;
    }

    /**
     * Adds a line.
     *
     * @param event  what it tells
     * @param values of texts, numbers, lists and maps, safe to print, without secrets
     * @throws IOException if it is not on the disk
     */
    synchronized void write(String event, Map<String, ?> values) throws IOException {
        if (channel.isEmpty()) {
            return;
        }
        if (failure != null) {
            throw failure;
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("number", ++number);
        line.put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        line.put("event", event);
        line.putAll(values);
        try {
            ByteBuffer bytes = ByteBuffer.wrap((mapper.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.get().write(bytes);
            }
            channel.get().force(true);
        } catch (IOException e) {
            failure = new FileSystemException(place(), null, "the audit log cannot be written, and nothing begins that is not in it: " + e.getMessage());
            throw failure;
        }
    }

    @Override
    public void close() throws IOException {
        if (channel.isPresent()) {
            channel.get().close();
        }
    }
}
