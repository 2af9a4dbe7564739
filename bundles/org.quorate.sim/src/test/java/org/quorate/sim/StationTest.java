// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StationTest {
    private static final int JOBS = 5_000;
    private static final int ARRIVAL = 0;
    private static final int DEPARTURE = 1;

    /** The same station made of a queue, counted servers and two events a job. */
    private static final class EventDriven {
        final long[] arrivals;
        final long[] services;
        final long[] starts;
        final long[] departures;
        final TimeWeighted busyServers = new TimeWeighted();
        private final EventLoop loop = new EventLoop(this::onEvent);
        private final Deque<Integer> waiting = new ArrayDeque<>();
        private int idle;

        EventDriven(int servers, long[] arrivals, long[] services) {
            this.idle = servers;
            this.arrivals = arrivals;
            this.services = services;
            this.starts = new long[arrivals.length];
            this.departures = new long[arrivals.length];
            for (int job = 0; job < arrivals.length; job++) {
                loop.at(arrivals[job], ARRIVAL, job);
            }
        }

        void runUntil(long time) {
            loop.runUntil(time, () -> false);
        }

        private void onEvent(int kind, int job) {
            if (kind == ARRIVAL) {
                waiting.add(job);
            } else {
                idle++;
                busyServers.add(loop.now(), -1);
                departures[job] = loop.now();
            }
            while (idle > 0 && !waiting.isEmpty()) {
                int next = waiting.remove();
                idle--;
                busyServers.add(loop.now(), 1);
                starts[next] = loop.now();
                loop.after(services[next], DEPARTURE, next);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 32, 100})
    void departsAsTheEventDrivenStationDoes(int servers) {
        for (double load : new double[] {0.3, 0.9, 1.2}) {
            long[][] jobs = jobs(servers, load);
            EventDriven oracle = new EventDriven(servers, jobs[0], jobs[1]);
            oracle.runUntil(Long.MAX_VALUE);
            Station station = new Station(servers);
            long wait = 0;
            long busy = 0;
            for (int job = 0; job < JOBS; job++) {
                assertEquals(oracle.departures[job], station.admit(jobs[0][job], jobs[1][job]));
                assertEquals(oracle.starts[job], station.lastStartNanos());
                wait += oracle.starts[job] - jobs[0][job];
                busy += jobs[1][job];
            }
            assertEquals(wait, station.waitNanos());
            assertEquals(busy, station.busyNanos());
            assertEquals(JOBS, station.admitted());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 16})
    void utilisationIsExactThoughServiceCrossesTheEnds(int servers) {
        for (double load : new double[] {0.3, 0.9, 1.2}) {
            long[][] jobs = jobs(servers, load);
            // Between two jobs whose arrivals differ.
            int split = JOBS / 2;
            while (jobs[0][split] == jobs[0][split - 1]) {
                split++;
            }
            long from = jobs[0][split] - 1;
            long to = jobs[0][JOBS - 1] + 3;
            EventDriven oracle = new EventDriven(servers, jobs[0], jobs[1]);
            oracle.runUntil(from);
            oracle.busyServers.reset(from);
            oracle.runUntil(to);
            double expected = oracle.busyServers.mean(to) / servers;

            Station station = new Station(servers);
            for (int job = 0; job < JOBS; job++) {
                if (job == split) {
                    station.resetStatistics();
                }
                station.admit(jobs[0][job], jobs[1][job]);
            }
            assertEquals(expected, station.utilisation(from, to), 1e-12);
            assertEquals(JOBS - split, station.admitted());
        }
    }

    @Test
    void anIdleStationIsNotUsed() {
        assertEquals(0, new Station(2).utilisation(0, 100));
        Station station = new Station(2);
        station.admit(10, 30);
        assertEquals(0.15, station.utilisation(0, 100));
        assertEquals(30.0 / (2 * 40), station.utilisation(0, 40));
        assertEquals(20.0 / (2 * 30), station.utilisation(0, 30));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> new Station(0));
        Station station = new Station(1);
        station.admit(100, 5);
        assertThrows(IllegalArgumentException.class, () -> station.admit(99, 5));
        assertThrows(IllegalArgumentException.class, () -> station.admit(100, -1));
        assertThrows(IllegalArgumentException.class, () -> station.utilisation(0, 99));
        assertThrows(IllegalArgumentException.class, () -> station.utilisation(100, 100));
        assertThrows(ArithmeticException.class, () -> station.admit(101, Long.MAX_VALUE));
        assertEquals(1, station.admitted());
    }

    /** Arrivals with many ties, some services of no time. */
    private static long[][] jobs(int servers, double load) {
        RandomStream random = new RandomStreams(4).named("jobs " + servers + " " + load);
        long[][] jobs = new long[2][JOBS];
        long now = 0;
        for (int job = 0; job < JOBS; job++) {
            now += random.nextInt(3) == 0 ? 0 : random.nextInt(10);
            jobs[0][job] = now;
            jobs[1][job] = random.nextInt(8) == 0 ? 0 : Math.round(3.4 * servers * load * random.nextExponential());
        }
        return jobs;
    }
}
