// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.advice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.quorate.advice.Advice;
import org.quorate.model.Scenario;

/**
 * What rules said of scenarios that were simulated, so that it need not be simulated again to be seen. A scenario that was edited
 * is another one, until the edit is undone. Thread-safe; listeners are called in the thread that brings the news.
 */
public final class KnownAdvice {

    /** Scenarios that are remembered; a user does not go back to older ones. */
    static final int MOST = 32;

    private final Map<Scenario, Advice> known = new LinkedHashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();

    /** Remembers what rules said of a scenario and of a comparison of it. */
    public void add(Scenario scenario, Advice advice) {
        List<Runnable> told;
        synchronized (this) {
            known.remove(scenario);
            known.put(scenario, advice);
            if (known.size() > MOST) {
                known.remove(known.keySet().iterator().next());
            }
            told = List.copyOf(listeners);
        }
        told.forEach(Runnable::run);
    }

    /** Absent: it was not simulated. */
    public synchronized Optional<Advice> find(Scenario scenario) {
        return Optional.ofNullable(known.get(scenario));
    }

    public synchronized void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public synchronized void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
