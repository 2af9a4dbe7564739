// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thread that takes what is to be done from a queue stands for the user interface. */
class UiWatchTest {

    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final List<Block> told = new CopyOnWriteArrayList<>();
    private final UiWatch watch = new UiWatch(told::add);
    private final Thread ui = new Thread(this::work, "pretended user interface");

    private void work() {
        try {
            while (true) {
                queue.take().run();
            }
        } catch (InterruptedException e) {
            // The end of the test.
        }
    }

    @BeforeEach
    void start() {
        ui.start();
        watch.start(ui, queue::add);
    }

    @AfterEach
    void stop() {
        watch.stop();
        ui.interrupt();
    }

    /** The user interface is busy for that long; comes back when it has answered again. */
    private void block(Runnable busy) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        queue.add(busy);
        queue.add(done::countDown);
        assertTrue(done.await(60, TimeUnit.SECONDS));
        Thread.sleep(200);
    }

    private static void compute(long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private void computeElsewhere() {
        compute(800);
    }

    @Test
    void theLongestBlockOfAPlaceIsKeptWithItsStackAndToldOnce() throws InterruptedException {
        block(() -> compute(1200));
        block(() -> compute(700));
        block(this::computeElsewhere);
        Block longest = watch.longest().orElseThrow();
        assertEquals("org.quorate.ui.watch.UiWatchTest.compute", longest.place());
        // From the first ping that it held up.
        assertTrue(longest.duration().compareTo(Duration.ofMillis(1000)) > 0, longest.text());
        assertTrue(longest.text().contains("UiWatchTest.compute("), longest.text());
        assertTrue(longest.busy().compareTo(longest.duration()) <= 0, longest.text());
        assertEquals(1, told.size());
    }

    @Test
    void waitingForAnotherThreadIsBusy() throws InterruptedException {
        block(() -> {
            synchronized (queue) {
                try {
                    queue.wait(700);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        Block longest = watch.longest().orElseThrow();
        assertTrue(longest.busy().toMillis() > 300, longest.text());
    }

    @Test
    void whatIsForgivenIsNotCounted() throws InterruptedException {
        block(() -> {
            compute(700);
            watch.forgive();
        });
        assertEquals(List.of(), told);
    }

    @Test
    void aThreadThatSleepsIsNotWoken() throws InterruptedException {
        watch.asleep(true);
        Thread.sleep(200);
        CountDownLatch blocked = new CountDownLatch(1);
        queue.add(() -> compute(400));
        queue.add(blocked::countDown);
        assertTrue(blocked.await(60, TimeUnit.SECONDS));
        assertEquals(0, queue.size(), "no ping came");
        assertEquals(List.of(), told);
    }
}
