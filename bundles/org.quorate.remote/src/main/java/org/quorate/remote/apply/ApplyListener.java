// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

/**
 * Watches a run. Told by several threads, but never by two at once, and not by the thread of a user interface; it must not block for long. All
 * texts are safe to print.
 */
public interface ApplyListener {

    /** Nobody watches. */
    ApplyListener SILENT = new ApplyListener() {
    };

    /**
     * A node was reached, for the first time or again.
     *
     * @param node        its name
     * @param login       user@host:port
     * @param fingerprint of its host key, {@code SHA256:...}
     */
    default void connected(String node, String login, String fingerprint) {
        // For who wants to know.
    }

    /**
     * A step begins; what a former run began and may still be at work is told in the same way when it is looked at again.
     *
     * @param node name of the node, or {@link StepOutcome#HERE}
     * @param step id of the step
     */
    default void stepBegan(String node, String step) {
        // For who wants to know.
    }

    /** A step has said a line: whole, without its end; long ones are cut. */
    default void line(String node, String step, String text) {
        // For who wants to know.
    }

    /** A step has ended, or waits for a confirmation that is about to be asked for and begins again after it. */
    default void stepEnded(StepOutcome outcome) {
        // For who wants to know.
    }

    /** Something about a node that is no step's: a connection that is made again, for example. */
    default void remark(String node, String text) {
        // For who wants to know.
    }
}
