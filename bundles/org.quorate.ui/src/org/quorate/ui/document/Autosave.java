// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.document;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps one scenario recoverable while it is edited: a moment after the last edit, and now and then while edits go on, what it
 * has become is written to the recovery store; once it is stored or closed, that is removed. The session's thread only hands
 * over texts, another one writes.
 */
public final class Autosave {

    /** Long enough not to write between two letters, and never more than 10 s of edits are lost with {@link #MOST}. */
    static final Duration QUIET = Duration.ofSeconds(3);
    /** Between an edit and its write, whatever else is edited. Two seconds less than what is promised: a disk may be slow. */
    static final Duration MOST = Duration.ofSeconds(8);

    private final Autosaves shared;
    private final ScenarioSession session;
    private final Supplier<Optional<Recovery>> pending;
    private final String id;
    private final Runnable changed = this::changed;

    /** Guarded by this, as all below: what was seen last. */
    private Recovery seen;
    /** What is to be written next. */
    private Recovery latest;
    private final List<Runnable> afterwards = new ArrayList<>();
    private long oldestEditNanos;
    private ScheduledFuture<?> write;
    private boolean closed;

    /** See {@link Autosaves#follow}. */
    Autosave(Autosaves shared, ScenarioSession session, Supplier<Optional<Recovery>> pending) {
        this.shared = shared;
        this.session = session;
        this.pending = pending;
        this.id = shared.store().newId();
    }

    void start() {
        session.onChange(changed);
        changed();
    }

    /** Follows the session; to be called, too, when what it is of has changed: its file, say. In the session's thread. */
    public void changed() {
        Optional<Recovery> now = pending.get();
        synchronized (this) {
            if (now.isEmpty()) {
                forget();
            } else if (!now.get().sameWorkAs(seen)) {
                long nanos = shared.nanos();
                oldestEditNanos = latest == null ? nanos : oldestEditNanos;
                seen = now.get();
                latest = seen;
                schedule(Math.max(0, Math.min(QUIET.toNanos(), oldestEditNanos + shared.most().toNanos() - nanos)));
            }
        }
    }

    /**
     * Writes at once, in the other thread.
     *
     * @param then called there after it has been written; not if it cannot be
     */
    public synchronized void writeNow(Runnable then) {
        if (latest != null && !closed) {
            afterwards.add(then);
            schedule(0);
        } else if (seen != null) {
            shared.inBackground(then);
        }
    }

    private void schedule(long delayNanos) {
        if (write != null) {
            write.cancel(false);
        }
        try {
            write = shared.writer().schedule(this::write, delayNanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // The program is ending: what is not saved now is not wanted.
            write = null;
        }
    }

    private void write() {
        Recovery recovery = take();
        if (recovery == null) {
            return;
        }
        try {
            shared.store().write(id, recovery);
            shared.written();
            takeAfterwards().forEach(Runnable::run);
        } catch (IOException e) {
            shared.failed(e);
            again(recovery);
        }
    }

    private synchronized Recovery take() {
        Recovery recovery = latest;
        latest = null;
        return recovery;
    }

    private synchronized List<Runnable> takeAfterwards() {
        List<Runnable> taken = List.copyOf(afterwards);
        afterwards.clear();
        return taken;
    }

    /** A disk may be full only for a while; a later edit supersedes this. */
    private synchronized void again(Recovery recovery) {
        if (latest == null && seen == recovery && !closed) {
            latest = recovery;
            oldestEditNanos = shared.nanos();
            schedule(MOST.toNanos());
        }
    }

    private void forget() {
        latest = null;
        seen = null;
        if (write != null) {
            write.cancel(false);
        }
        shared.inBackground(() -> {
            try {
                shared.store().remove(id);
            } catch (IOException e) {
                shared.failed(e);
            }
        });
    }

    /** The scenario is stored, or what was not is not wanted. In the session's thread. */
    public void close() {
        session.removeListener(changed);
        synchronized (this) {
            closed = true;
            forget();
        }
    }
}
