// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.watch;

import org.quorate.cluster.engine.Condition;
import org.quorate.cluster.engine.Mechanism;
import org.quorate.cluster.engine.Step;

/** Does what another mechanism does, and tells of every step. Not thread-safe. */
abstract class ForwardingMechanism implements Mechanism {

    private final Mechanism mechanism;
    private final Step[] steps;

    ForwardingMechanism(Mechanism mechanism) {
        this.mechanism = mechanism;
        steps = mechanism.steps();
    }

    /** A frame is about to execute a step with this first operand. */
    abstract void before(Step step, int frame, int operand);

    /** It has. */
    abstract void after(Step step, int frame);

    @Override
    public final Step[] steps() {
        return steps;
    }

    @Override
    public final Condition[] conditions() {
        return mechanism.conditions();
    }

    @Override
    public final Outcome step(int step, int frame, int a, int b, int c) {
        before(steps[step], frame, a);
        Outcome outcome = mechanism.step(step, frame, a, b, c);
        after(steps[step], frame);
        return outcome;
    }

    @Override
    public final boolean test(int condition, int frame, int a, int b, int c) {
        return mechanism.test(condition, frame, a, b, c);
    }
}
