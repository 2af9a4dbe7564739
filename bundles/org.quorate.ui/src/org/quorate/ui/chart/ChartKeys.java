// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.chart;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** What keys do on a chart that has the focus. */
final class ChartKeys {

    /** Of what is seen, for one press of an arrow key. */
    private static final double STEP = 0.1;

    private final ChartCanvas canvas;
    private final ChartActions actions;

    ChartKeys(ChartCanvas canvas, ChartActions actions) {
        this.canvas = canvas;
        this.actions = actions;
        canvas.addListener(SWT.KeyDown, this::down);
        // Tab goes on as everywhere; arrows and Enter are ours.
        canvas.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS
                || event.detail == SWT.TRAVERSE_ESCAPE);
    }

    private void down(Event event) {
        if ((event.stateMask & SWT.MOD1) != 0) {
            control(event);
            return;
        }
        ChartPresenter presenter = canvas.presenter();
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> go(-1, 0);
            case SWT.ARROW_RIGHT -> go(1, 0);
            case SWT.ARROW_UP -> go(0, 1);
            case SWT.ARROW_DOWN -> go(0, -1);
            case SWT.KEYPAD_ADD -> change(() -> presenter.zoom(true));
            case SWT.KEYPAD_SUBTRACT -> change(() -> presenter.zoom(false));
            case SWT.KEYPAD_0 -> change(presenter::reset);
            case SWT.CR, SWT.KEYPAD_CR -> enter();
            case SWT.ESC -> canvas.point(Optional.empty());
            default -> letter(event);
        }
    }

    private void letter(Event event) {
        ChartPresenter presenter = canvas.presenter();
        switch (event.character) {
            case '+', '=' -> change(() -> presenter.zoom(true));
            case '-' -> change(() -> presenter.zoom(false));
            case '0' -> change(presenter::reset);
            case 'l' -> change(presenter::turnY);
            case 'L' -> change(presenter::turnX);
            case 'n' -> step(true);
            case 'p' -> step(false);
            default -> { }
        }
    }

    private void control(Event event) {
        if (event.keyCode == 'c') {
            if ((event.stateMask & SWT.SHIFT) != 0) {
                actions.copyData();
            } else {
                actions.copyImage();
            }
        }
    }

    private void change(Runnable change) {
        change.run();
        canvas.changed();
    }

    private void pan(double x, double y) {
        change(() -> canvas.presenter().pan(x, y));
    }

    /** From cell to cell, or along the axes. */
    private void go(int across, int upwards) {
        if (canvas.presenter().isGrid()) {
            canvas.map().ifPresent(map -> canvas.point(canvas.presenter().neighbour(map, canvas.spot(), across, upwards)));
        } else {
            pan(across * STEP, upwards * STEP);
        }
    }

    private void step(boolean forward) {
        canvas.map().ifPresent(map -> canvas.point(ChartPresenter.step(map, canvas.spot(), forward)));
    }

    private void enter() {
        if (!canvas.pick(canvas.spot())) {
            actions.openLarge();
        }
    }
}
