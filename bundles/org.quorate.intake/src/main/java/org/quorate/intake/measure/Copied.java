// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.measure;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What dd says at its end. Immutable.
 *
 * @param bytes   that it has copied, 0 or more
 * @param seconds that it took, 0 or more
 */
record Copied(long bytes, double seconds) {

    /** {@code 4096 bytes (4.1 kB, 4.0 KiB) copied, 0.000134432 s, 30.5 MB/s} of coreutils, and older forms of it. */
    private static final Pattern FORM = Pattern.compile("([0-9]{1,12}) bytes .{0,60}copied, ([0-9]{1,9}(?:\\.[0-9]{1,12})?(?:e-[0-9]{1,2})?) s(?:econds)?,.*");

    /** Those of the lines that are one. */
    static Stream<Copied> of(List<String> lines) {
        return lines.stream().map(FORM::matcher).filter(Matcher::matches)
                .map(found -> new Copied(Long.parseLong(found.group(1)), Double.parseDouble(found.group(2))));
    }

    /** Nanoseconds that so many bytes of it took. */
    double nanos(int part) {
        return seconds * 1e9 * part / bytes;
    }
}
