// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.sshj;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.quorate.remote.Output;

/**
 * Takes what a command writes on one stream, in bounded memory. What comes before a mark is kept apart: that is what sudo says. Thread-safe.
 */
final class Collector {

    /** What sudo says before: its lecture, prompts, errors. */
    private static final int MOST_BEFORE = 1 << 16;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final StringBuilder before = new StringBuilder();
    private final int most;
    private final String mark;
    private final Consumer<byte[]> live;
    private boolean marked;
    private long total;

    /**
     * @param most bytes that are kept
     * @param mark that ends what comes before; empty: there is nothing before
     * @param live told what comes after it
     */
    Collector(int most, String mark, Consumer<byte[]> live) {
        this.most = most;
        this.mark = mark;
        this.live = live;
        marked = mark.isEmpty();
    }

    synchronized void add(byte[] bytes, int length) {
        if (marked) {
            keep(bytes, 0, length);
            return;
        }
        before.append(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
        int at = before.indexOf(mark);
        if (at >= 0) {
            marked = true;
            byte[] rest = before.substring(at + mark.length()).getBytes(StandardCharsets.ISO_8859_1);
            before.setLength(at);
            keep(rest, 0, rest.length);
        } else if (before.length() > MOST_BEFORE) {
            before.delete(0, before.length() - MOST_BEFORE / 2);
        }
    }

    private void keep(byte[] bytes, int from, int length) {
        total += length;
        if (length > 0) {
            live.accept(Arrays.copyOfRange(bytes, from, from + length));
        }
        kept.write(bytes, from, Math.max(0, Math.min(length, most - kept.size())));
    }

    /** The mark has come. */
    synchronized boolean isMarked() {
        return marked;
    }

    /** What came before the mark, one character a byte. */
    synchronized String before() {
        return before.toString();
    }

    synchronized Output output() {
        return new Output(kept.toByteArray(), total);
    }
}
