// SPDX-License-Identifier: EPL-2.0
package org.quorate.app.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps results in a directory, a directory each, which comes to be whole or not at all: it is made under another name and renamed. What
 * is found broken nevertheless (a disk that fails, a hand that edits) is told and left as it is. Of more results than the limit, the
 * oldest that are not pinned are removed. Several programs may use a directory at once: each sees what others have done when it
 * {@linkplain #reload reads it again}. Thread-safe; listeners are called in the thread that made the change.
 */
public final class ResultStore {

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final String NEW = ".new-";
    private static final String DELETED = ".deleted-";
    /** What another program may be at just now, or may want to bring back, is no litter yet. */
    private static final Duration LITTER = Duration.ofDays(1);

    private final Path directory;
    private final IntSupplier limit;
    private final ResultFiles files = new ResultFiles();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    /** By id; read from the disk when first asked for. */
    private Map<String, KeptResult> known;
    private List<Path> broken = List.of();

    /**
     * @param directory made when the first result is kept
     * @param limit     most results, asked whenever one is kept
     */
    public ResultStore(Path directory, IntSupplier limit) {
        this.directory = directory;
        this.limit = limit;
    }

    /** All results, the newest first. The first call reads them from the disk: some milliseconds for hundreds. */
    public synchronized List<KeptResult> results() throws IOException {
        return known().values().stream().sorted(Comparator.comparingLong(KeptResult::dateMillis).thenComparing(KeptResult::id).reversed())
                .toList();
    }

    /** Reads from the disk again, where another program may have kept or removed something. */
    public synchronized void reload() throws IOException {
        known = null;
        known();
    }

    /** Directories that should hold a result and do not. */
    public synchronized List<Path> broken() throws IOException {
        known();
        return broken;
    }

    /** An id for a result that is to be kept. */
    public static String newId() {
        return UUID.randomUUID().toString();
    }

    /**
     * Keeps a result, and removes those that are too many.
     *
     * @throws IOException if it cannot be written, and nothing is left of it then; or if it is kept, and others could not be removed
     */
    public void keep(KeptResult result, ResultContent content) throws IOException {
        synchronized (this) {
            // Read again: another program may have pinned or named some since.
            reload();
            Path made = directory.resolve(NEW + result.id());
            Files.createDirectories(made);
            try {
                files.write(made, result, content);
                Files.move(made, place(result.id()), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                remove(made);
                throw e;
            }
            known.put(result.id(), result);
        }
        try {
            makeRoom(result);
        } finally {
            changed();
        }
    }

    /** The newest is never removed for being one too many. */
    private synchronized void makeRoom(KeptResult newest) throws IOException {
        List<KeptResult> oldest = new ArrayList<>(results());
        oldest.removeIf(result -> result.pinned() || result.id().equals(newest.id()));
        for (int i = oldest.size() - 1; i >= 0 && known.size() > Math.max(1, limit.getAsInt()); i--) {
            String id = oldest.get(i).id();
            Path gone = directory.resolve(DELETED + id);
            known.remove(id);
            try {
                Files.move(place(id), gone, StandardCopyOption.ATOMIC_MOVE);
                remove(gone);
            } catch (NoSuchFileException e) {
                // Another program has made room already.
                continue;
            }
        }
    }

    /**
     * Reads what a study found.
     *
     * @throws IOException if it is not there any more or is broken
     */
    public ResultContent content(String id) throws IOException {
        return files.content(place(id));
    }

    /**
     * Reads the scenario of a study alone, which takes a moment.
     *
     * @return empty if the study is about none
     * @throws IOException if it is not there any more or is broken
     */
    public String scenario(String id) throws IOException {
        return files.scenario(place(id));
    }

    /** Gives it another name. */
    public void rename(String id, String name) throws IOException {
        change(id, result -> result.named(name));
    }

    /** Pins it, or not any more. */
    public void pin(String id, boolean pinned) throws IOException {
        change(id, result -> result.pinned(pinned));
    }

    private void change(String id, UnaryOperator<KeptResult> how) throws IOException {
        synchronized (this) {
            // As it is on the disk: another program may have changed it.
            KeptResult now = how.apply(files.head(place(id)));
            files.writeHead(place(id), now);
            known().put(id, now);
        }
        changed();
    }

    /** Removes results, until {@link #restore}, for a day at least. */
    public void delete(List<String> ids) throws IOException {
        try {
            move(ids, "", DELETED);
        } finally {
            changed();
        }
    }

    /** Brings back what {@link #delete} removed. */
    public void restore(List<String> ids) throws IOException {
        try {
            move(ids, DELETED, "");
        } finally {
            changed();
        }
    }

    private synchronized void move(List<String> ids, String from, String to) throws IOException {
        known();
        for (String id : ids) {
            place(id);
            try {
                // Before it has the other name: by its age another program tells what may be erased.
                Files.setLastModifiedTime(directory.resolve(from + id), FileTime.from(Instant.now()));
                Files.move(directory.resolve(from + id), directory.resolve(to + id), StandardCopyOption.ATOMIC_MOVE);
            } catch (NoSuchFileException e) {
                // Another program has removed it for good. The others are not to suffer from that.
                known.remove(id);
                continue;
            }
            if (to.isEmpty()) {
                known.put(id, files.head(place(id)));
            } else {
                known.remove(id);
            }
        }
    }

    private Path place(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not an id: " + id);
        }
        return directory.resolve(id);
    }

    private Map<String, KeptResult> known() throws IOException {
        if (known == null) {
            Map<String, KeptResult> found = new TreeMap<>();
            List<Path> bad = new ArrayList<>();
            for (Path entry : entries()) {
                String name = entry.getFileName().toString();
                if (name.startsWith(NEW) || name.startsWith(DELETED)) {
                    tidy(entry);
                } else if (ID.matcher(name).matches()) {
                    read(entry, found, bad);
                }
            }
            known = found;
            broken = List.copyOf(bad);
        }
        return known;
    }

    private static void tidy(Path entry) {
        try {
            if (Files.getLastModifiedTime(entry).toInstant().isBefore(Instant.now().minus(LITTER))) {
                remove(entry);
            }
        } catch (IOException | UncheckedIOException e) {
            // Another program tidies at the same time, or the next look will.
        }
    }

    private void read(Path entry, Map<String, KeptResult> found, List<Path> bad) {
        try {
            KeptResult head = files.head(entry);
            found.put(head.id(), head);
        } catch (IOException e) {
            // Told as a broken one: that it is broken says all that can be done about it.
            bad.add(entry);
        }
    }

    private List<Path> entries() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        }
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** @param listener called after each change */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
