// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quorate.intake.Fitted;
import org.quorate.intake.LogFit;
import org.quorate.intake.measure.RoundTrips;
import org.quorate.intake.measure.Samples;
import org.quorate.model.HardwareProfile;
import org.quorate.model.Interconnect;
import org.quorate.model.Scenario;
import org.quorate.model.TimeDistribution;
import org.quorate.model.UnitFormat;
import org.quorate.model.measured.PairTimes;
import org.quorate.model.measured.ProfileFigure;
import org.quorate.model.preset.HardwareProfiles;

/**
 * What {@code cluster.interconnect} becomes by round trips that were measured. The model's round trip is the one on the wire. A ping holds the
 * hosts' own work, too: to send and to receive it, and its answer. That is four times what a message costs by the hardware profile, no
 * wake-up of a task, because the kernel answers, and stamps the arrival, without one. The lab's figures agree: 41.7 us on the wire by the fit and
 * four times 29.5 us make 160, and ping says 150 to 280 (lab README; ADR 8). Pure function.
 */
final class NetworkFigures {

    private static final String PING = "ping";
    private static final int MESSAGES = 4;
    private static final double APART = 1.5;

    private final List<ProfileFigure> figures = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    /**
     * A pair with all that was measured of it.
     *
     * @param shown   its figures
     * @param samples that they are of
     */
    record Pair(PairTimes shown, RoundTrips samples) {
    }

    /** @param scenario that it is compared with, and whose hardware profile says what hosts need */
    static NetworkFigures of(List<Pair> pairs, Optional<Scenario> scenario) {
        NetworkFigures network = new NetworkFigures();
        List<Pair> answered = pairs.stream().filter(pair -> pair.shown().times().isPresent()).toList();
        if (!answered.isEmpty()) {
            // Where some have ping and others do not, those that have it say more.
            List<Pair> pinged = answered.stream().filter(pair -> pair.samples().way().equals(PING)).toList();
            List<Pair> used = pinged.isEmpty() ? answered : pinged;
            LogFit fit = Samples.together(used.stream().map(pair -> pair.samples().samples()).toList()).fit();
            if (fit.mean() <= Interconnect.LONGEST.toNanos()) {
                network.add(used, fit, scenario);
            } else {
                network.remarks.add("round trips: their mean is more than " + UnitFormat.format(Interconnect.LONGEST) + ", which is no network of a cluster");
            }
            network.apart(answered);
        }
        return network;
    }

    List<ProfileFigure> figures() {
        return figures;
    }

    List<String> remarks() {
        return remarks;
    }

    private void add(List<Pair> pairs, LogFit fit, Optional<Scenario> scenario) {
        HardwareProfile hosts = scenario.map(plan -> plan.cluster().hardware()).orElse(HardwareProfiles.named(HardwareProfiles.TYPICAL_SERVER));
        boolean pinged = pairs.get(0).samples().way().equals(PING);
        double byProfile = MESSAGES * hosts.message().toNanos() * hosts.slowdown();
        double own = pinged ? byProfile : pairs.stream().flatMap(pair -> pair.samples().own().stream()).mapToDouble(Samples::median).average().orElse(byProfile);
        // Hosts that are faster than the profile says leave nothing but that the wire has some of it: the middle errs least.
        boolean faster = own >= fit.mean();
        double wire = Math.max(Interconnect.SHORTEST.toNanos(), faster ? fit.mean() / 2 : fit.mean() - own);
        Duration roundTrip = Duration.ofNanos(Math.max(Interconnect.SHORTEST.toNanos(), Fitted.threeDigits(wire)));
        // Of two ways that do not depend on each other: their variances add.
        double oneWay = Math.sqrt(2) * fit.mean() * fit.variation() / wire;
        double variation = Math.round(100 * Math.min(TimeDistribution.MOST_VARIATION, oneWay)) / 100.0;
        double[] means = pairs.stream().mapToDouble(pair -> Math.min(Interconnect.LONGEST.toNanos(), pair.samples().samples().fit().mean())).sorted().toArray();
        // By the profile it is an estimate: hosts may need twice of it, or nothing.
        double low = Math.max(Interconnect.SHORTEST.toNanos(), means[0] - error(pairs) - (pinged ? 2 : 1) * own);
        double high = means[means.length - 1] + error(pairs);
        String from = (pinged ? "ping" : "refused TCP connections") + ", mean " + micros(fit.mean()) + (faster ? ", half of it for the wire"
                : ", less " + micros(own) + (pinged ? " that hosts need for it (" + MESSAGES + " messages of profile " + hosts.name() + ")"
                        : " that one to the node itself takes"));
        Optional<Interconnect> planned = scenario.map(plan -> plan.cluster().interconnect());
        boolean differs = planned.map(link -> link.roundTrip().toNanos() < low || link.roundTrip().toNanos() > high).orElse(false);
        figures.add(new ProfileFigure("cluster.interconnect.roundTrip", UnitFormat.format(roundTrip), micros(low) + " to " + micros(high),
                planned.map(link -> UnitFormat.format(link.roundTrip())), differs, from));
        figures.add(new ProfileFigure("cluster.interconnect.variation", UnitFormat.formatPercent(variation), "",
                planned.map(link -> UnitFormat.formatPercent(link.variation())), false,
                "of one way, by all pairs together; " + fit.words()));
        if (faster) {
            remarks.add("round trips: the hosts' own work would take longer (" + micros(own) + ") than all of it (" + micros(fit.mean())
                    + "): the hosts are faster than the profile " + hosts.name() + " says, and how much of it is the wire's is not known");
        } else if (own > fit.mean() / 2) {
            remarks.add("round trips: most of them would be the hosts' own work (" + micros(own) + " of " + micros(fit.mean())
                    + "), so that the rest is uncertain; the hosts are faster than the profile " + hosts.name() + " says, or the network is very fast");
        }
    }

    private static double error(List<Pair> pairs) {
        return pairs.stream().flatMap(pair -> pair.shown().times().orElseThrow().margin().stream())
                .mapToDouble(margin -> margin).max().orElse(0);
    }

    /** The model has one network for all. */
    private void apart(List<Pair> pairs) {
        Pair nearest = pairs.stream().min((a, b) -> Double.compare(median(a), median(b))).orElseThrow();
        for (Pair pair : pairs) {
            if (median(pair) > APART * median(nearest)) {
                remarks.add(String.format(Locale.ROOT, "round trips: %s to %s takes %.1f times as long as %s to %s; the model has one network for all pairs",
                        pair.shown().from(), pair.shown().to(), median(pair) / median(nearest), nearest.shown().from(), nearest.shown().to()));
            }
            if (pair.shown().sent() > pair.shown().times().orElseThrow().samples()) {
                remarks.add("round trips: " + (pair.shown().sent() - pair.shown().times().orElseThrow().samples()) + " of " + pair.shown().sent() + " requests of "
                        + pair.shown().from() + " to " + pair.shown().to() + " had no answer");
            }
        }
    }

    private static double median(Pair pair) {
        return pair.shown().times().orElseThrow().medianNanos().orElseThrow();
    }

    private static String micros(double nanos) {
        return UnitFormat.format(Duration.ofNanos(Fitted.threeDigits(nanos)));
    }
}
