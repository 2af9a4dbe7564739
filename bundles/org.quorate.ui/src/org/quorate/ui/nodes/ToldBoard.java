// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import org.quorate.remote.apply.ApplyListener;
import org.quorate.remote.apply.StepOutcome;

/** Writes what a run tells on a board, and says each time that there is news. */
final class ToldBoard implements ApplyListener {

    private final ApplyBoard board;
    private final Runnable news;

    ToldBoard(ApplyBoard board, Runnable news) {
        this.board = board;
        this.news = news;
    }

    @Override
    public void connected(String node, String login, String fingerprint) {
        board.connected(node, login, fingerprint);
        news.run();
    }

    @Override
    public void stepBegan(String node, String step) {
        board.stepBegan(node, step);
        news.run();
    }

    @Override
    public void line(String node, String step, String text) {
        board.line(node, step, text);
        news.run();
    }

    @Override
    public void stepEnded(StepOutcome outcome) {
        board.stepEnded(outcome);
        news.run();
    }

    @Override
    public void remark(String node, String text) {
        board.remark(node, text);
        news.run();
    }
}
