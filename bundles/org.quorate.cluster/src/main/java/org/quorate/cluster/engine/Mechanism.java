// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.engine;

/**
 * A part of the simulated machine: executes the steps and answers the questions that it declares. Not thread-safe; one
 * set of mechanisms belongs to one run.
 */
public interface Mechanism {

    /** The steps that this mechanism executes, in the order of their ordinals; empty if none. */
    Step[] steps();

    /** The questions that this mechanism answers, in the order of their ordinals; empty if none. */
    Condition[] conditions();

    /**
     * Executes a step for a frame.
     *
     * @param step  ordinal of the step
     * @param frame the frame (thread of execution)
     * @param a     first operand of the instruction
     * @param b     second operand
     * @param c     third operand
     * @return what the frame does next; a step that returns {@link Outcome#WAIT} or {@link Outcome#AGAIN} has arranged
     *         that somebody resumes the frame
     */
    Outcome step(int step, int frame, int a, int b, int c);

    /** Answers a question for a frame; has no side effect. Operands as in {@link #step}. */
    boolean test(int condition, int frame, int a, int b, int c);

    /** What a frame does after a step. */
    enum Outcome {
        /** Goes on with the next instruction now. */
        NEXT,
        /** Waits to be resumed, then goes on with the next instruction. */
        WAIT,
        /** Waits to be resumed, then executes the same step again. */
        AGAIN
    }
}
