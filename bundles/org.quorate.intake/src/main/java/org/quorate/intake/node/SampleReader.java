// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.node;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.kernel.LockingStateReader;
import org.quorate.model.observed.CountedFile;
import org.quorate.model.observed.FigureName;
import org.quorate.model.observed.FigureName.Topic;
import org.quorate.model.observed.FollowedLock;
import org.quorate.model.observed.NodeSample;

/** Reads what sample.sh prints on a node. Used once; {@link #read} is a pure function of the text. */
public final class SampleReader {

    /** Far beyond what the script prints. */
    private static final int MOST_FIGURES = 2000;
    private static final int MOST_LOCKS = 1000;
    private static final int MOST_REMARKS = 50;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}(?:\\.[0-9]{1,9})?");
    private static final Pattern BOOT = Pattern.compile("[0-9a-f-]{36}");
    private static final Pattern TYPE = Pattern.compile("[A-Z0-9_]{1,16}");
    private static final Pattern LOCK = Pattern.compile("[0-9a-f]{1,32}");

    private final TreeMap<FigureName, Long> figures = new TreeMap<>();
    private final Map<String, FollowedLock> locks = new LinkedHashMap<>();
    private final Set<CountedFile> cut = EnumSet.noneOf(CountedFile.class);
    private final Set<String> remarks = new LinkedHashSet<>();
    private long odd;

    private SampleReader() {
    }

    /**
     * Reads a sample.
     *
     * @throws IntakeException if it is no such output, too large, or ends early: half a sample is none, because what is missing would look like
     *                         what is not there
     */
    public static NodeSample read(IntakeSource source) throws IOException {
        Sections sections = Sections.read(source, "quorate-sample 1");
        if (!sections.ended()) {
            throw new IntakeException("what the node printed ends early");
        }
        return new SampleReader().sample(sections);
    }

    private NodeSample sample(Sections sections) {
        String boot = "";
        double uptime = 0;
        long unlisted = 0;
        String self = "";
        Map<String, Long> owners = new LinkedHashMap<>();
        for (String line : sections.lines("sample")) {
            String[] row = line.split("\t", -1);
            switch (row.length > 1 ? row[0] : "") {
                case "boot" -> boot = BOOT.matcher(row[1]).matches() ? row[1] : "";
                case "uptime" -> uptime = SECONDS.matcher(row[1]).matches() ? Double.parseDouble(row[1]) : 0;
                case "figure" -> figure(row);
                case "lock" -> lock(row);
                case "listed" -> unlisted = row.length == 3 && number(row[1]) > 0 ? LockingStateReader.unlisted(number(row[2]), number(row[1])) : 0;
                case "self" -> self = row[1];
                case "owner" -> owners.put(row[1], row.length == 3 ? number(row[2]) : 0);
                case "remark" -> told(row[1], row.length > 2 ? row[2] : "");
                default -> odd++;
            }
        }
        if (owners.containsKey(self)) {
            figures.put(new FigureName(Topic.DLM, "resources", "mastered"), owners.get(self));
        }
        if (odd > 0) {
            remark(odd + " lines of what the node printed could not be used");
        }
        sections.remarks().forEach(this::remark);
        return new NodeSample(boot, uptime, figures, unlisted, cut, List.copyOf(locks.values()), new ArrayList<>(remarks));
    }

    private void told(String code, String detail) {
        if (code.equals("cut")) {
            CountedFile.of(detail.split(" ", 2)[0]).ifPresent(cut::add);
        }
        remark(SampleRemarks.of(code, detail));
    }

    private void remark(String text) {
        if (remarks.size() < MOST_REMARKS) {
            remarks.add(text);
        }
    }

    private void figure(String[] row) {
        if (row.length != 5 || !NUMBER.matcher(row[4]).matches() || figures.size() == MOST_FIGURES) {
            odd++;
            return;
        }
        try {
            figures.put(FigureName.valueOf(row[1] + "/" + row[2] + "/" + row[3]), Long.parseLong(row[4]));
        } catch (IllegalArgumentException e) {
            odd++;
        }
    }

    /** Several lines may tell of one lock, each something else. */
    private void lock(String[] row) {
        if (row.length != 6 || !TYPE.matcher(row[1]).matches() || !LOCK.matcher(row[2]).matches() || locks.size() == MOST_LOCKS) {
            odd++;
            return;
        }
        locks.merge(row[1] + "/" + row[2], new FollowedLock(row[1], row[2], number(row[3]), count(row[4]), count(row[5])),
                (one, other) -> new FollowedLock(one.type(), one.number(), Math.max(one.waiters(), other.waiters()),
                        more(one.uses(), other.uses()), more(one.waitNanos(), other.waitNanos())));
    }

    /** What was told, by one of them or both. */
    private static OptionalLong more(OptionalLong one, OptionalLong other) {
        return LongStream.concat(one.stream(), other.stream()).max();
    }

    /** An empty field tells nothing, which is not 0. */
    private static OptionalLong count(String text) {
        return NUMBER.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static long number(String text) {
        return count(text).orElse(0);
    }
}
