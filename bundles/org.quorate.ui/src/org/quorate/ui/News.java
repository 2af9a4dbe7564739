// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What several views show, and who is told when it changes. Thread-safe; listeners are called in the thread that brings the news. */
public abstract class News {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public final void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public final void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** To be called without a lock that a listener may wait for. */
    protected final void tell() {
        listeners.forEach(Runnable::run);
    }
}
