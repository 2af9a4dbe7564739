// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.watch;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Watches from a thread of its own how long the thread of the user interface does not answer, and keeps the longest time for
 * each place in the code. While that thread sleeps it is not woken: an idle desktop stays idle. Thread-safe.
 */
public final class UiWatch {

    /** Shorter times nobody notices: "the system reacts instantaneously" (Nielsen, Usability Engineering, 1993, section 5.5). */
    public static final Duration NOTICED = Duration.ofMillis(100);
    /** From here it is told to the error log, once for each place. */
    static final Duration TOLD = Duration.ofMillis(500);
    /** Places remembered; later ones replace shorter ones. */
    private static final int MOST_PLACES = 50;
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(25);
    private static final long FIRST_SAMPLE_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

    /** A question to the user interface. */
    private static final class Ping {

        private final long asked = System.nanoTime();
        private final Instant at = Instant.now();
        private final long cpuBefore;
        private long cpuNow;
        private long waiting;
        private volatile long answered;
        private volatile boolean forgiven;
        private List<StackTraceElement> stack = List.of();
        private long nextSample = FIRST_SAMPLE_NANOS;
        private long excused;

        Ping(long cpuBefore) {
            this.cpuBefore = cpuBefore;
            this.cpuNow = cpuBefore;
        }

        void answer() {
            answered = System.nanoTime();
        }

        /** Looks at what the thread does meanwhile. */
        void sample(Thread.State state, long cpu) {
            boolean waits = state == Thread.State.BLOCKED || state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
            waiting += waits ? POLL_NANOS : 0;
            cpuNow = cpu;
        }

        long waited(long until) {
            return until - asked - excused;
        }

        Block block() {
            long nanos = waited(answered);
            long busy = Math.min(nanos, cpuNow - cpuBefore + waiting);
            return new Block(Duration.ofNanos(nanos), Duration.ofNanos(busy), at, stack);
        }
    }

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Consumer<Block> told;
    private final Map<String, Block> worst = new HashMap<>();
    private Thread watcher;
    private volatile boolean asleep;
    private volatile Ping pending;

    /** @param told hears, in the thread that watches, of the first block of 500 ms or more at each place */
    public UiWatch(Consumer<Block> told) {
        this.told = told;
    }

    /**
     * Begins.
     *
     * @param ui   the thread that is watched
     * @param post has something done in that thread, later
     */
    public synchronized void start(Thread ui, Executor post) {
        watcher = new Thread(() -> watch(ui, post), "user interface watch");
        watcher.setDaemon(true);
        watcher.start();
    }

    /** Ends. */
    public synchronized void stop() {
        if (watcher != null) {
            watcher.interrupt();
        }
    }

    /** Says in the thread that is watched that it waits for events from now on, or not any more. */
    public void asleep(boolean waits) {
        asleep = waits;
    }

    /** What the thread does just now is not counted: it was stopped on purpose, to take a picture, say. */
    public void forgive() {
        Ping now = pending;
        if (now != null) {
            now.forgiven = true;
        }
    }

    /** The longest block of each place, the longest first; only those that can be noticed. */
    public List<Block> blocks() {
        synchronized (worst) {
            return worst.values().stream().sorted(Comparator.comparing(Block::duration).reversed()).toList();
        }
    }

    public Optional<Block> longest() {
        return blocks().stream().findFirst();
    }

    private void watch(Thread ui, Executor post) {
        long before = System.nanoTime();
        while (ui.isAlive()) {
            try {
                TimeUnit.NANOSECONDS.sleep(POLL_NANOS);
            } catch (InterruptedException e) {
                return;
            }
            long now = System.nanoTime();
            // When this thread gets no processor either, the machine is slow and not the program.
            look(ui, post, now, Math.max(0, now - before - 2 * POLL_NANOS));
            before = now;
        }
    }

    private void look(Thread ui, Executor post, long now, long late) {
        Ping ping = pending;
        if (ping == null) {
            if (!asleep) {
                Ping next = new Ping(cpu(ui));
                pending = next;
                post.execute(next::answer);
            }
            return;
        }
        ping.excused += late;
        ping.sample(ui.getState(), cpu(ui));
        if (ping.answered != 0) {
            pending = null;
            finished(ping);
        } else if (ping.waited(now) >= ping.nextSample) {
            ping.stack = List.of(ui.getStackTrace());
            ping.nextSample = 2 * ping.waited(now);
        }
    }

    /** Computing time of a thread; 0 always where the machine does not tell. */
    private long cpu(Thread thread) {
        return threads.isThreadCpuTimeSupported() ? threads.getThreadCpuTime(thread.getId()) : 0;
    }

    private void finished(Ping ping) {
        Block block = ping.block();
        if (ping.forgiven || block.duration().compareTo(NOTICED) < 0) {
            return;
        }
        if (keep(block) && block.duration().compareTo(TOLD) >= 0) {
            told.accept(block);
        }
    }

    /** @return whether it is the first of 500 ms or more at its place */
    private boolean keep(Block block) {
        synchronized (worst) {
            Block former = worst.get(block.place());
            if (former == null || former.duration().compareTo(block.duration()) < 0) {
                worst.put(block.place(), block);
            }
            if (worst.size() > MOST_PLACES) {
                worst.values().remove(worst.values().stream().min(Comparator.comparing(Block::duration)).orElseThrow());
            }
            return former == null || former.duration().compareTo(TOLD) < 0;
        }
    }
}
