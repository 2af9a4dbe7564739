// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.quorate.intake.Fitted;
import org.quorate.intake.LunFigures;
import org.quorate.intake.measure.DeviceTimes;
import org.quorate.model.BitRate;
import org.quorate.model.Lun;
import org.quorate.model.TimeDistribution;
import org.quorate.model.UnitFormat;
import org.quorate.model.measured.ProfileFigure;
import org.quorate.model.measured.ServiceTimes;
import org.quorate.model.measured.ServiceTimes.What;
import org.quorate.model.yaml.FragmentWriter;

/**
 * What {@code lun} becomes by requests that were measured on several nodes. The model has one LUN for all: of each figure, that of the node in the
 * middle. Where the mean may lie is what nodes and repetitions span, and two standard errors more. Used by one thread.
 */
final class LunProfile {

    private static final double APART = 1.25;

    private final Optional<Lun> planned;
    private final List<DeviceTimes> measured = new ArrayList<>();
    private final List<ProfileFigure> figures = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    LunProfile(Optional<Lun> planned) {
        this.planned = planned;
    }

    /** Counts what was measured on one node; what it does not have does not count. */
    void add(DeviceTimes times) {
        measured.add(times);
    }

    List<ProfileFigure> figures() {
        return figures;
    }

    List<String> remarks() {
        return remarks;
    }

    /** To be called once, after all were added. */
    void make() {
        time("read", What.READ, LunFigures::read, lun -> lun.service().read());
        time("write", What.WRITE, LunFigures::write, lun -> lun.service().write());
        time("flush", What.FLUSH, LunFigures::flush, lun -> lun.service().flush());
        bandwidth();
        queueDepth();
    }

    private void time(String name, What what, Function<LunFigures, Optional<TimeDistribution>> figure, Function<Lun, TimeDistribution> plan) {
        List<DeviceTimes> with = sorted(times -> figure.apply(times.figures()).map(found -> (double) found.mean().toNanos()));
        if (with.isEmpty()) {
            return;
        }
        TimeDistribution middle = figure.apply(middle(with).figures()).orElseThrow();
        double low = figure.apply(with.get(0).figures()).orElseThrow().mean().toNanos();
        double high = figure.apply(with.get(with.size() - 1).figures()).orElseThrow().mean().toNanos();
        apart(name, with, high / low);
        for (ServiceTimes service : with.stream().flatMap(times -> times.services().stream()).toList()) {
            if (service.what() == what && service.depth() == 1) {
                double margin = service.times().margin().orElse(0.0);
                low = Math.min(low, service.times().meanNanos() - margin);
                high = Math.max(high, service.times().meanNanos() + margin);
            }
        }
        Optional<TimeDistribution> before = planned.map(plan);
        double from = Math.max(0, low);
        double to = high;
        boolean differs = before.map(times -> times.mean().toNanos() < from || times.mean().toNanos() > to).orElse(false);
        figures.add(new ProfileFigure("lun.service." + name, FragmentWriter.value(middle), time(from) + " to " + time(to), before.map(FragmentWriter::value),
                differs, how(with, name)));
    }

    private void bandwidth() {
        List<DeviceTimes> with = sorted(times -> times.figures().bandwidth().map(rate -> (double) rate.bitsPerSecond()));
        if (with.isEmpty()) {
            return;
        }
        BitRate middle = middle(with).figures().bandwidth().orElseThrow();
        double low = with.get(0).figures().bandwidth().orElseThrow().bitsPerSecond();
        double high = with.get(with.size() - 1).figures().bandwidth().orElseThrow().bitsPerSecond();
        apart("bandwidth", with, high / low);
        for (ServiceTimes service : with.stream().flatMap(times -> times.services().stream()).filter(each -> each.what() == What.STREAM).toList()) {
            // The rate with the time of each request itself is the least that the device gave.
            low = Math.min(low, service.bytesPerSecond().orElse(high) * 8);
        }
        double from = low;
        double to = high;
        boolean differs = planned.map(lun -> lun.service().bandwidth().bitsPerSecond() < from || lun.service().bandwidth().bitsPerSecond() > to).orElse(false);
        figures.add(new ProfileFigure("lun.service.bandwidth", UnitFormat.format(middle), UnitFormat.format(rate(low)) + " to " + UnitFormat.format(rate(high)),
                planned.map(lun -> UnitFormat.format(lun.service().bandwidth())), differs, how(with, "bandwidth")));
    }

    private void queueDepth() {
        List<DeviceTimes> with = sorted(times -> times.figures().queueDepth().map(depth -> (double) depth));
        if (with.isEmpty()) {
            return;
        }
        int depth = middle(with).figures().queueDepth().orElseThrow();
        int offered = with.stream().flatMap(times -> times.services().stream()).mapToInt(ServiceTimes::depth).max().orElse(1);
        boolean limited = LunFigures.isLimited(depth, offered);
        if (limited && planned.filter(lun -> lun.queueDepth() >= depth).isPresent()) {
            remarks.add("lun.queueDepth stays as planned: all of " + offered + " requests that were under way were in service, so that it may be more");
            return;
        }
        boolean differs = planned.map(lun -> lun.queueDepth() < depth || lun.queueDepth() > APART * depth && !limited).orElse(false);
        figures.add(new ProfileFigure("lun.queueDepth", String.valueOf(depth), limited ? depth + " or more" : "about " + depth,
                planned.map(lun -> String.valueOf(lun.queueDepth())), differs, how(with, "queueDepth")));
    }

    /** Those that have it, the least first. */
    private List<DeviceTimes> sorted(Function<DeviceTimes, Optional<Double>> figure) {
        return measured.stream().filter(times -> figure.apply(times).isPresent()).sorted(Comparator.comparing(times -> figure.apply(times).orElseThrow())).toList();
    }

    private static DeviceTimes middle(List<DeviceTimes> sorted) {
        return sorted.get((sorted.size() - 1) / 2);
    }

    private void apart(String name, List<DeviceTimes> sorted, double times) {
        if (times > APART) {
            remarks.add(String.format(Locale.ROOT, "%s: the largest of the nodes, on %s, is %.1f times the least, on %s; the model has one LUN for all nodes", name,
                    node(sorted.get(sorted.size() - 1)), times, node(sorted.get(0))));
        }
    }

    private static String node(DeviceTimes times) {
        return times.services().isEmpty() ? "?" : times.services().get(0).node();
    }

    private static String how(List<DeviceTimes> sorted, String name) {
        DeviceTimes middle = middle(sorted);
        String of = sorted.size() == 1 ? "on " + node(middle) : "on " + node(middle) + ", in the middle of " + sorted.size() + " nodes";
        return of + middle.remarks().stream().filter(remark -> remark.startsWith(name + ":")).findFirst().map(remark -> "; " + remark.substring(name.length() + 2))
                .orElse("");
    }

    private static String time(double nanos) {
        return UnitFormat.format(Duration.ofNanos(Fitted.threeDigits(nanos)));
    }

    private static BitRate rate(double bits) {
        return new BitRate(Math.max(1, Fitted.threeDigits(bits)));
    }
}
