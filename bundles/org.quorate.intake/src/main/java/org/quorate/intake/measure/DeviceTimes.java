// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.measure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.intake.Fitted;
import org.quorate.intake.Imported;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.LogFit;
import org.quorate.intake.LunFigures;
import org.quorate.intake.fio.FioResultReader;
import org.quorate.intake.fio.FioServices;
import org.quorate.intake.node.Sections;
import org.quorate.model.BitRate;
import org.quorate.model.LunService;
import org.quorate.model.TimeDistribution;
import org.quorate.model.UnitFormat;
import org.quorate.model.measured.ServiceTimes;
import org.quorate.model.measured.ServiceTimes.What;
import org.quorate.model.measured.Times;

/**
 * Service of a device, or of a scratch file, that measure.sh has measured. Immutable.
 *
 * @param services for people, each in the order in which it was measured
 * @param figures  for the model
 * @param remarks  how they were understood, and what is missing; may hold anything printable
 */
public record DeviceTimes(List<ServiceTimes> services, LunFigures figures, List<String> remarks) {

    private static final int PIECE = 1 << 20;
    private static final String WRITE = "write";
    private static final String NO_FIGURE = "no figure for ";

    public DeviceTimes {
        services = List.copyOf(services);
        remarks = List.copyOf(remarks);
    }

    /** Nothing was measured. */
    static DeviceTimes none(String why) {
        return new DeviceTimes(List.of(), LunFigures.NONE, List.of(why));
    }

    /**
     * What fio or dd measured.
     *
     * @param node  that it is of
     * @param place device or file
     */
    static DeviceTimes of(Sections sections, String node, String place) throws IOException {
        if (!sections.lines("fio").isEmpty()) {
            return fio(String.join("\n", sections.lines("fio")), node, place);
        }
        return new ByDd(sections, node, place).times();
    }

    private static DeviceTimes fio(String text, String node, String place) throws IOException {
        // What fio prints is ASCII, but for what somebody put in its place.
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            List<ServiceTimes> services = FioServices.read(node, place, IntakeSource.of(new ByteArrayInputStream(bytes)));
            Imported imported = FioResultReader.read(IntakeSource.of(new ByteArrayInputStream(bytes)));
            return new DeviceTimes(services, imported.lun(), imported.remarks().stream().filter(remark -> !remark.startsWith("not measured")).toList());
        } catch (IntakeException e) {
            String said = text.lines().map(String::strip).filter(line -> line.contains("error=") || line.startsWith("fio:")).findFirst().orElse(e.getMessage());
            return none("fio measured nothing: " + said.substring(0, Math.min(300, said.length())));
        }
    }

    /** dd has measured its own requests, one at a time. */
    private static final class ByDd {

        private final Sections sections;
        private final String node;
        private final String place;
        private final List<ServiceTimes> services = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();

        ByDd(Sections sections, String node, String place) {
            this.sections = sections;
            this.node = node;
            this.place = place;
        }

        DeviceTimes times() {
            Samples read = show(What.READ, LunService.REQUEST, samples("dd-read", LunService.REQUEST));
            Samples stream = show(What.STREAM, PIECE, samples("dd-stream", PIECE));
            Samples write = show(What.WRITE, LunService.REQUEST, samples("dd-write", LunService.REQUEST));
            Samples both = samples("dd-flush", LunService.REQUEST);
            LunFigures figures = new LunFigures(fit("read", read), fit(WRITE, write), flush(write, both), bandwidth(read, stream), Optional.empty());
            if (services.isEmpty()) {
                String said = sections.lines("dd-read").stream().findFirst().or(() -> sections.lines("dd-write").stream().findFirst()).orElse("nothing was said");
                return none("dd measured nothing: " + said.substring(0, Math.min(300, said.length())));
            }
            remarks.add("by dd, one request at a time; with fio there are more samples, and the queue depth: install fio");
            return new DeviceTimes(services, figures, remarks);
        }

        private Samples show(What what, int bytes, Samples samples) {
            if (samples.count() > 0) {
                services.add(new ServiceTimes(node, place, what, "dd", bytes, 1, samples.times(), Optional.of(bytes * 1e9 / samples.mean())));
            }
            return samples;
        }

        /** dd measures a flush only together with the write before it. */
        private Optional<TimeDistribution> flush(Samples write, Samples both) {
            if (both.count() == 0) {
                return Optional.empty();
            }
            if (write.count() < 2 || both.count() < 2) {
                remarks.add(NO_FIGURE + "flush: " + both.count() + " writes with one and " + write.count() + " without are too few");
                return Optional.empty();
            }
            Times flush = both.beyond(write);
            double margin = flush.margin().orElseThrow();
            String longer = both.count() + " writes with one took " + time(flush.meanNanos()) + " ± " + time(margin) + " longer than "
                    + write.count() + " writes without, means of a write";
            if (flush.meanNanos() <= margin) {
                remarks.add(NO_FIGURE + "flush: it is not distinguishable: " + longer);
                return Optional.empty();
            }
            services.add(new ServiceTimes(node, place, What.FLUSH, "dd", 0, 1, flush, Optional.empty()));
            if (!isTime("flush", flush.meanNanos())) {
                return Optional.empty();
            }
            remarks.add("flush: " + longer);
            return Optional.of(Fitted.times(flush.meanNanos(), flush.deviationNanos().orElseThrow() / flush.meanNanos()));
        }

        private static String time(double nanos) {
            return UnitFormat.format(Duration.ofNanos(Fitted.threeDigits(nanos)));
        }

        /** A figure that a scenario may have; else it is told that there is none. */
        private boolean isTime(String what, double nanos) {
            boolean may = LunFigures.isTime(nanos);
            if (!may) {
                remarks.add(NO_FIGURE + what + ": a scenario has times of " + UnitFormat.format(LunService.SHORTEST) + " to "
                        + UnitFormat.format(LunService.LONGEST) + ", not of " + time(nanos));
            }
            return may;
        }

        /** A time for each request of that size; dd may have made several. */
        private Samples samples(String section, int bytes) {
            return Samples.of(Copied.of(sections.lines(section)).filter(copied -> copied.bytes() >= bytes).mapToDouble(copied -> copied.nanos(bytes)));
        }

        private Optional<TimeDistribution> fit(String what, Samples samples) {
            if (samples.count() == 0) {
                return Optional.empty();
            }
            LogFit fit = samples.fit();
            if (!isTime(what, fit.mean())) {
                return Optional.empty();
            }
            remarks.add(what + ": of " + samples.count() + " requests; " + fit.words());
            return Optional.of(fit.distribution());
        }

        /** What a large request takes longer than a small one. */
        private static Optional<BitRate> bandwidth(Samples read, Samples stream) {
            if (stream.count() == 0) {
                return Optional.empty();
            }
            double longer = stream.median() - (read.count() == 0 ? 0 : Math.min(read.median(), stream.median() / 2));
            double rate = (PIECE - LunService.REQUEST) * 8e9 / longer;
            return LunFigures.isRate(rate) ? Optional.of(new BitRate(Fitted.threeDigits(rate))) : Optional.empty();
        }
    }
}
