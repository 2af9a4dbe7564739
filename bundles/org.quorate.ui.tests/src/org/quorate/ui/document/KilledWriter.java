// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.document;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A program that edits, autosaves and saves without end, until it is killed: what {@link KillTest} starts. Its time is its own,
 * half a second passes between two edits, and whatever falls due is really written to the disk meanwhile; so a second of the
 * clock holds hours of edits, and a kill meets writes again and again. Prints each edit after it was made, so that whoever kills
 * it knows what a user would miss.
 */
final class KilledWriter {

    /** Between two edits. */
    static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    /** Edits in a row between two savings, at most: several writes of a recovery each. */
    private static final int MOST_EDITS = 200;
    /** A line that varies the length, so that a mix of two versions would show. */
    private static final String FILLER = "# what was written before and after must never stand in one file\n";

    private final Path file;
    private final ManualExecutor time = new ManualExecutor();
    private final DocumentStore documents = new DocumentStore();
    private final PrintStream out;
    private DocumentStore.Stored stored;

    private KilledWriter(Path file, PrintStream out) throws IOException {
        this.file = file;
        this.out = out;
        this.stored = documents.read(file);
    }

    /** @param arguments the file, the folder for recoveries, a seed */
    public static void main(String[] arguments) throws IOException {
        new KilledWriter(Path.of(arguments[0]), System.out).work(Path.of(arguments[1]), new Random(Long.parseLong(arguments[2])));
    }

    /** The whole text of a version: its number stands at both ends. */
    static String version(int number) {
        return "name: version" + number + "\n" + FILLER.repeat(number % 97) + "# end of version " + number + "\n";
    }

    private void work(Path root, Random random) throws IOException {
        RecoveryStore store = new RecoveryStore(root, (message, e) -> {
            throw new UncheckedIOException(message, e);
        });
        Autosaves autosaves = new Autosaves(store, time, time::nanos, e -> {
            throw new UncheckedIOException(e);
        });
        ScenarioSession session = new ScenarioSession(file.toString(), stored.text());
        autosaves.follow(session, () -> session.isDirty() ? Optional.of(Recovery.of(session, Optional.of(file), "",
                stored.digestText(), Instant.EPOCH.plusNanos(time.nanos()))) : Optional.empty());
        int number = 0;
        while (true) {
            for (int edits = random.nextInt(MOST_EDITS); edits >= 0; edits--) {
                number++;
                session.replaceText(version(number), "typing", "line 1");
                out.println("edited " + number);
                time.pass(STEP_NANOS);
            }
            stored = documents.write(file, session.text());
            out.println("saved " + number);
            session.saved();
        }
    }
}
