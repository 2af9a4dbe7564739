// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.quorate.sim.EventHandler;
import org.quorate.sim.EventLoop;

/**
 * Runs recipes on frames. A frame runs until a step waits; an event resumes it. Also hands other events to the mechanisms
 * that registered for them. No allocation an event. Not thread-safe.
 */
public final class Interpreter {

    private static final int RESUME = 0;
    private static final int NONE = -1;

    private final Frames frames = new Frames();
    private final EventLoop loop = new EventLoop(this::onEvent);
    private final List<EventHandler> registered = new ArrayList<>();
    private EventHandler[] handlers = {};
    private Mechanism[] mechanisms = {};
    private int[] code = {};
    private Program program;
    private List<String> listing = List.of();
    private int running = NONE;

    public Frames frames() {
        return frames;
    }

    /** Simulated time in nanoseconds. */
    public long now() {
        return loop.now();
    }

    /** Events executed so far. */
    public long executed() {
        return loop.executed();
    }

    /** The frame that runs in the present event; -1 if the event resumed none. */
    public int running() {
        return running;
    }

    /**
     * Registers a handler for events of its own.
     *
     * @return the kind to pass to {@link #after} and {@link #at}
     */
    public int register(EventHandler handler) {
        registered.add(handler);
        handlers = registered.toArray(EventHandler[]::new);
        return registered.size();
    }

    /** Takes the recipes; must be called before the first frame starts. */
    public void load(RecipeBook book) {
        program = book.program();
        code = program.code();
        listing = book.listing();
        mechanisms = book.mechanisms().toArray(Mechanism[]::new);
    }

    /** Address of a recipe. */
    public int entry(String recipe) {
        return program.entry(recipe);
    }

    /**
     * Where a frame is, for people: the recipes it is in, innermost first, and its registers.
     */
    public String whereabouts(int frame) {
        StringBuilder text = new StringBuilder("frame " + frame + " on node " + frames.node(frame) + ":");
        for (int address : frames.addresses(frame)) {
            text.append(" < ").append(lineOf(address));
        }
        return text.append(" ").append(frames.registersOf(frame)).toString();
    }

    /**
     * The recipes that a running frame is in, outermost first; asked from within a step.
     *
     * @return one name or more; the first one says what thread it is
     */
    public List<String> recipes(int frame) {
        int[] addresses = frames.addresses(frame);
        List<String> names = new ArrayList<>();
        names.add(program.recipeAt(addresses[addresses.length - 1]));
        for (int i = addresses.length - 1; i > 0; i--) {
            // where the caller goes on is behind its call
            names.add(program.recipeAt(code[addresses[i] - 1]));
        }
        return names;
    }

    private String lineOf(int address) {
        String recipe = "?";
        for (String line : listing) {
            if (line.endsWith(":")) {
                recipe = line;
            } else if (Integer.parseInt(line.strip().split(" ")[0]) == address) {
                return recipe + line.strip();
            }
        }
        return "?";
    }

    /** Lets a frame start with the recipe at an address, after a delay. It must not run or wait. */
    public void start(int frame, int entry, long delayNanos) {
        frames.jump(frame, entry);
        resume(frame, delayNanos);
    }

    /** Resumes a waiting frame after a delay in nanoseconds. */
    public void resume(int frame, long delayNanos) {
        loop.after(delayNanos, RESUME, frame);
    }

    /** Resumes a waiting frame at a time in nanoseconds. */
    public void resumeAt(int frame, long timeNanos) {
        loop.at(timeNanos, RESUME, frame);
    }

    /** Schedules an event of a registered kind. */
    public void after(long delayNanos, int kind, int subject) {
        loop.after(delayNanos, kind, subject);
    }

    /** Schedules an event of a registered kind. */
    public void at(long timeNanos, int kind, int subject) {
        loop.at(timeNanos, kind, subject);
    }

    /** Ends {@link #runUntil} after the present event. */
    public void stop() {
        loop.stop();
    }

    /** Runs until a time; false if cancelled. */
    public boolean runUntil(long timeNanos, BooleanSupplier cancelled) {
        return loop.runUntil(timeNanos, cancelled);
    }

    private void onEvent(int kind, int subject) {
        if (kind == RESUME) {
            running = subject;
            run(subject);
            running = NONE;
        } else {
            handlers[kind - 1].onEvent(kind, subject);
        }
    }

    private void run(int frame) {
        int at = frames.counter(frame);
        while (true) {
            int word = code[at];
            switch (word & 7) {
                case Program.STEP -> {
                    switch (mechanisms[Program.mechanism(word)].step(Program.ordinal(word), frame, code[at + 1],
                            code[at + 2], code[at + 3])) {
                        case NEXT -> at += Program.WIDTH;
                        case WAIT -> {
                            frames.jump(frame, at + Program.WIDTH);
                            return;
                        }
                        default -> {
                            frames.jump(frame, at);
                            return;
                        }
                    }
                }
                case Program.TEST -> at = mechanisms[Program.mechanism(word)].test(Program.ordinal(word), frame,
                        code[at + 1], code[at + 2], code[at + 3]) ? at + Program.WIDTH : code[at + 4];
                case Program.JUMP -> at = code[at + 4];
                case Program.TABLE -> at += Program.WIDTH * (1 + 2 * frames.get(frame, code[at + 1]));
                case Program.CALL -> {
                    frames.call(frame, at + Program.WIDTH, code[at + 4]);
                    at = code[at + 4];
                }
                default -> {
                    if (!frames.leave(frame)) {
                        return;
                    }
                    at = frames.counter(frame);
                }
            }
        }
    }
}
