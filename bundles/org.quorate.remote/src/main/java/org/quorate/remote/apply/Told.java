// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

/** Tells a listener, one thing at a time. Thread-safe. */
final class Told implements ApplyListener {

    private final ApplyListener listener;

    Told(ApplyListener listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void connected(String node, String login, String fingerprint) {
        listener.connected(node, login, fingerprint);
    }

    @Override
    public synchronized void stepBegan(String node, String step) {
        listener.stepBegan(node, step);
    }

    @Override
    public synchronized void line(String node, String step, String text) {
        listener.line(node, step, text);
    }

    @Override
    public synchronized void stepEnded(StepOutcome outcome) {
        listener.stepEnded(outcome);
    }

    @Override
    public synchronized void remark(String node, String text) {
        listener.remark(node, text);
    }
}
