// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.quorate.remote.Visible;

/** Makes whole lines, safe to print, of bytes as they come, in bounded memory whatever comes. Thread-safe. */
final class Lines {

    /** Bytes of a line that are shown. */
    private static final int MOST_BYTES = 2000;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Deque<String> last = new ArrayDeque<>();
    private final Consumer<String> told;
    private long dropped;
    private long total;

    /** @param told each line, without its end */
    Lines(Consumer<String> told) {
        this.told = told;
    }

    synchronized void add(byte[] bytes) {
        total += bytes.length;
        for (byte next : bytes) {
            if (next == '\n') {
                end();
            } else if (line.size() < MOST_BYTES) {
                line.write(next);
            } else {
                dropped++;
            }
        }
    }

    /** Tells what has no line's end. */
    synchronized void finish() {
        if (line.size() > 0) {
            end();
        }
    }

    private void end() {
        String text = Visible.text(line.toByteArray()).stripTrailing() + (dropped > 0 ? " … (" + dropped + " more bytes)" : "");
        line.reset();
        dropped = 0;
        last.addLast(text);
        if (last.size() > StepOutcome.MOST_LINES) {
            last.removeFirst();
        }
        told.accept(text);
    }

    /** The last lines. */
    synchronized List<String> last() {
        return List.copyOf(last);
    }

    /** How many bytes there were. */
    synchronized long total() {
        return total;
    }
}
