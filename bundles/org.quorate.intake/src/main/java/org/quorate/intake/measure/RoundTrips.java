// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.node.Sections;

/**
 * Round trips that measure.sh has measured from one node to another. Immutable.
 *
 * @param way     {@code ping}, {@code connect}, or empty: the node has nothing to measure with
 * @param sent    requests
 * @param samples that were answered
 * @param own     the same without a network; absent: not measured
 * @param remark  why there is no answer, if there is none; may hold anything printable
 */
public record RoundTrips(String way, long sent, Samples samples, Optional<Samples> own, String remark) {

    /** {@code 64 bytes from 10.0.0.1: icmp_seq=1 ttl=64 time=0.031 ms} of iputils, inetutils and busybox. */
    private static final Pattern ANSWER = Pattern.compile("[0-9]{1,6} bytes from .{1,300}seq=[0-9]{1,9} .{0,40}time=([0-9]{1,6}(?:\\.[0-9]{1,6})?) ?ms");
    private static final Pattern SENT = Pattern.compile("([0-9]{1,9}) packets transmitted, .*");
    /** Two times of bash's EPOCHREALTIME. */
    private static final Pattern CONNECTED = Pattern.compile("([0-9]{1,11})\\.([0-9]{6}) ([0-9]{1,11})\\.([0-9]{6})");
    private static final String CANNOT = "cannot ";
    /** Beyond it an answer is none of a cluster network. */
    private static final long MOST_NANOS = 10_000_000_000L;

    /**
     * Reads the output of one node.
     *
     * @throws IntakeException if it is no such output, or too large
     */
    public static RoundTrips read(IntakeSource source) throws IOException {
        Sections sections = Sections.read(source, DeviceReader.FIRST);
        if (sections.lacks("ping")) {
            return new RoundTrips("", 0, Samples.none(), Optional.empty(), "there is neither ping nor a bash of version 5");
        }
        List<String> connects = sections.lines("connect");
        if (!connects.isEmpty()) {
            Samples samples = connected(connects);
            Samples loop = connected(sections.lines("loop"));
            long sent = connects.stream().filter(line -> CONNECTED.matcher(line).matches()).count();
            return new RoundTrips("connect", Math.max(sent, samples.count()), samples, loop.count() == 0 ? Optional.empty() : Optional.of(loop),
                    samples.count() > 0 ? "" : said(connects));
        }
        List<String> lines = sections.lines("ping");
        Samples samples = Samples.of(lines.stream().map(ANSWER::matcher).filter(Matcher::matches).mapToDouble(found -> Double.parseDouble(found.group(1)) * 1e6)
                .filter(nanos -> nanos <= MOST_NANOS));
        long sent = lines.stream().map(SENT::matcher).filter(Matcher::matches).mapToLong(found -> Long.parseLong(found.group(1))).findFirst()
                .orElse(samples.count());
        return new RoundTrips("ping", Math.max(sent, samples.count()), samples, Optional.empty(), samples.count() > 0 ? "" : said(lines));
    }

    private static Samples connected(List<String> lines) {
        List<Double> nanos = new ArrayList<>();
        for (String line : lines) {
            OptionalLong took = took(line);
            if (took.isPresent() && took.getAsLong() > 0 && took.getAsLong() <= MOST_NANOS) {
                nanos.add((double) took.getAsLong());
            }
        }
        return Samples.of(nanos.stream().mapToDouble(Double::doubleValue));
    }

    private static OptionalLong took(String line) {
        Matcher matcher = CONNECTED.matcher(line);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        long seconds = Long.parseLong(matcher.group(3)) - Long.parseLong(matcher.group(1));
        return OptionalLong.of((seconds * 1_000_000 + Long.parseLong(matcher.group(4)) - Long.parseLong(matcher.group(2))) * 1000);
    }

    /** The last line that says something. */
    private static String said(List<String> lines) {
        String last = lines.stream().map(String::strip).filter(line -> !line.isEmpty() && !line.matches("exit [0-9]+|---.*|rtt .*"))
                .reduce((a, b) -> b).orElse("nothing was said");
        String text = last.startsWith(CANNOT) ? last.substring(CANNOT.length()) : last;
        return text.length() > 200 ? text.substring(0, 200) : text;
    }
}
