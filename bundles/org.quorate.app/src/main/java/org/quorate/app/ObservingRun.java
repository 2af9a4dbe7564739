// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.quorate.model.observed.NodeSample;
import org.quorate.remote.RemoteException;
import org.quorate.remote.Target;
import org.quorate.remote.inventory.Fleet;
import org.quorate.study.observe.FleetComparison;
import org.quorate.study.observe.FleetTally;
import org.quorate.study.observe.ObservationSeries;
import org.quorate.study.observe.Round;
import org.quorate.study.observe.RoundBuffer;

/** Asks nodes round after round. Used once, by one thread. */
final class ObservingRun {

    private static final long STEP_MILLIS = 50;

    private final ObserveNodes.Request request;
    private final ObservationSeries.Head head;
    private final Fleet fleet;
    private final Clock clock;
    private final RoundBuffer buffer = new RoundBuffer();
    private final FleetTally tally;

    ObservingRun(ObserveNodes.Request request, ObservationSeries.Head head, int atOnce, Clock clock) {
        this.request = request;
        this.head = head;
        this.tally = new FleetTally(head);
        this.fleet = new Fleet(atOnce);
        this.clock = clock;
    }

    /**
     * Until the time is over, it is cancelled, or nothing more can come.
     *
     * @param task     asks one node
     * @param hopeless no node will ever answer
     * @throws CancellationException if it was cancelled before the first round had ended
     */
    ObserveNodes.Observed run(Map<String, Target> targets, Fleet.Task<NodeSample> task, BooleanSupplier hopeless, ObserveListener listener,
            Progress progress) throws IOException {
        report(progress, "");
        try (SeriesFile file = request.plan().series().isPresent() ? SeriesFile.create(request.plan().series().get(), head) : SeriesFile.none()) {
            long began = System.nanoTime();
            long next = began;
            do {
                try {
                    long at = clock.millis();
                    add(file, round(at, fleet.run(targets, task, (done, name) -> {
                        // Rounds are reported, not nodes.
                    }, progress::isCancelled)), listener);
                } catch (CancellationException e) {
                    // The round that was under way is dropped; those before it stand.
                    break;
                }
                report(progress, "round " + buffer.total());
                next = Math.max(next + request.plan().interval().toNanos(), System.nanoTime());
            } while (!hopeless.getAsBoolean() && !isOver(next - began) && pause(next, progress));
            file.end();
        }
        if (buffer.total() == 0) {
            throw new CancellationException();
        }
        return observed(true);
    }

    /** Of a watch without an end nobody can say how much of it is done. */
    private void report(Progress progress, String message) {
        Optional<Duration> total = request.plan().total();
        progress.report(total.isPresent() ? (int) buffer.total() : 0, total.map(this::rounds).orElse(0), message);
    }

    private void add(SeriesFile file, Round round, ObserveListener listener) throws IOException {
        buffer.add(round);
        tally.add(round);
        file.add(round);
        listener.asked(round, observed(false));
    }

    private boolean isOver(long nanos) {
        return request.plan().total().isPresent() && nanos > request.plan().total().get().toNanos();
    }

    private ObserveNodes.Observed observed(boolean whole) {
        return new ObserveNodes.Observed(new ObservationSeries(head, buffer.rounds(), whole),
                FleetComparison.of(request.prediction(), tally, request.plan().top()));
    }

    /** How many there will be, about. */
    private int rounds(Duration total) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(total.toNanos() / request.plan().interval().toNanos() + 1, buffer.total()));
    }

    private static Round round(long at, List<Fleet.Outcome<NodeSample>> outcomes) {
        List<Round.Answer> answers = new ArrayList<>();
        for (Fleet.Outcome<NodeSample> outcome : outcomes) {
            answers.add(new Round.Answer(outcome.name(), outcome.value(), outcome.failure().map(RemoteException::getMessage)));
        }
        return new Round(at, answers);
    }

    /** False if it was cancelled meanwhile. */
    private static boolean pause(long until, Progress progress) {
        while (System.nanoTime() < until) {
            if (progress.isCancelled()) {
                return false;
            }
            try {
                Thread.sleep(STEP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
