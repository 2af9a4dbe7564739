// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.advice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.quorate.advice.Advice;
import org.quorate.model.Scenario;
import org.quorate.ui.News;

/**
 * What rules said of scenarios that were simulated, so that it need not be simulated again to be seen. A scenario that was edited
 * is another one, until the edit is undone. Thread-safe; listeners are called in the thread that brings the news.
 */
public final class KnownAdvice extends News {

    /** Scenarios that are remembered; a user does not go back to older ones. */
    static final int MOST = 32;

    private final Map<Scenario, Advice> known = new LinkedHashMap<>();

    /** Remembers what rules said of a scenario and of a comparison of it. */
    public void add(Scenario scenario, Advice advice) {
        synchronized (this) {
            known.remove(scenario);
            known.put(scenario, advice);
            if (known.size() > MOST) {
                known.remove(known.keySet().iterator().next());
            }
        }
        tell();
    }

    /** Absent: it was not simulated. */
    public synchronized Optional<Advice> find(Scenario scenario) {
        return Optional.ofNullable(known.get(scenario));
    }
}
