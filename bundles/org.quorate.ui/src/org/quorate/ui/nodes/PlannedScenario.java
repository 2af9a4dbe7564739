// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.Optional;
import java.util.function.Predicate;

import org.quorate.model.Scenario;
import org.quorate.ui.News;
import org.quorate.ui.document.ScenarioSession;

/**
 * A scenario as its steps are planned, and what it says by now where it is edited; listeners are told when that is something else. Made in
 * the thread of its session; what it says may be asked in any.
 */
public final class PlannedScenario extends News {

    private final Scenario scenario;
    private final Runnable onEdit = this::read;
    private volatile Optional<ScenarioSession> session = Optional.empty();
    private volatile Optional<Scenario> latest;

    private PlannedScenario(Scenario scenario) {
        this.scenario = scenario;
        latest = Optional.of(scenario);
    }

    /** One that nobody edits, as that of a result. */
    public static PlannedScenario of(Scenario scenario) {
        return new PlannedScenario(scenario);
    }

    /** One that is edited, as it is now; absent: its text has errors. */
    public static Optional<PlannedScenario> of(ScenarioSession session) {
        Optional<PlannedScenario> planned = session.scenario().map(PlannedScenario::new);
        planned.ifPresent(now -> now.listen(session));
        return planned;
    }

    private void listen(ScenarioSession edited) {
        session = Optional.of(edited);
        edited.onChange(onEdit);
    }

    private void read() {
        Optional<Scenario> now = session.orElseThrow().scenario();
        if (!now.equals(latest)) {
            latest = now;
            tell();
        }
    }

    /** As it was when it was planned. */
    public Scenario scenario() {
        return scenario;
    }

    /** As it is by now; absent: its text has errors. */
    Optional<Scenario> latest() {
        return latest;
    }

    /** It says something else by now. */
    boolean isStale() {
        return !latest.equals(Optional.of(scenario));
    }

    /** The same to be planned as it is by now; absent: its text has errors. In the thread of its session. */
    Optional<PlannedScenario> again() {
        return session.isPresent() ? of(session.get()) : Optional.of(of(scenario));
    }

    /**
     * Goes on with a session of the scenario of that name if its own is closed: who closes a scenario and opens it again edits it in
     * another one. In the thread of both.
     *
     * @param isOpen a session is edited
     */
    void follow(ScenarioSession other, Predicate<ScenarioSession> isOpen) {
        boolean same = other.scenario().map(Scenario::name).equals(Optional.of(scenario.name()));
        if (same && session.filter(isOpen).isEmpty()) {
            end();
            listen(other);
            read();
        }
    }

    /** Nobody asks any more whether it is edited. */
    void end() {
        session.ifPresent(edited -> edited.removeListener(onEdit));
    }
}
