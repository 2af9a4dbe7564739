// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recipes do what they say: steps, questions, loops, calls with saved registers, tables, waiting. */
class InterpreterTest {

    private enum Do implements Step { NOTE, PAUSE, RETRY, SET, ADD }

    private enum Ask implements Condition { LESS }

    /** A mechanism that writes down what happens. */
    private static final class Notes implements Mechanism {
        private final Interpreter interpreter;
        private final List<String> notes = new ArrayList<>();

        Notes(Interpreter interpreter) {
            this.interpreter = interpreter;
        }

        @Override
        public Step[] steps() {
            return Do.values();
        }

        @Override
        public Condition[] conditions() {
            return Ask.values();
        }

        @Override
        public Outcome step(int step, int frame, int a, int b, int c) {
            Frames frames = interpreter.frames();
            switch (Do.values()[step]) {
                case NOTE -> notes.add(interpreter.now() + ":" + a + ":" + frames.get(frame, b));
                case PAUSE -> {
                    interpreter.resume(frame, a);
                    return Outcome.WAIT;
                }
                case RETRY -> {
                    frames.set(frame, Reg.WORK, frames.get(frame, Reg.WORK) + 1);
                    if (frames.get(frame, Reg.WORK) < a) {
                        interpreter.resume(frame, 1);
                        return Outcome.AGAIN;
                    }
                }
                case SET -> frames.set(frame, a, b);
                default -> frames.set(frame, a, frames.get(frame, a) + b);
            }
            return Outcome.NEXT;
        }

        @Override
        public boolean test(int condition, int frame, int a, int b, int c) {
            return interpreter.frames().get(frame, a) < b;
        }
    }

    private static List<String> run(java.util.function.Consumer<RecipeBook> recipes) {
        Interpreter interpreter = new Interpreter();
        Notes notes = new Notes(interpreter);
        RecipeBook book = new RecipeBook().with(notes);
        recipes.accept(book);
        interpreter.load(book);
        int frame = interpreter.frames().create(0);
        interpreter.start(frame, interpreter.entry("main"), 0);
        assertTrue(interpreter.runUntil(1000, () -> false));
        return notes.notes;
    }

    @Test
    void waitsAndTriesAgain() {
        assertEquals(List.of("5:1:0", "7:2:3"), run(book -> book.recipe("main", r -> r
                .step(Do.PAUSE, 5).step(Do.NOTE, 1, Reg.WORK).step(Do.RETRY, 3).step(Do.NOTE, 2, Reg.WORK))));
    }

    @Test
    void callsKeepTheCallersLocalRegistersOnly() {
        assertEquals(List.of("0:1:9", "0:2:4", "0:3:8"), run(book -> {
            book.recipe("main", r -> r.step(Do.SET, Reg.LOCK, 4).call("inner")
                    .step(Do.NOTE, 2, Reg.LOCK).step(Do.NOTE, 3, Reg.RESULT));
            book.recipe("inner", r -> r.step(Do.SET, Reg.LOCK, 9).step(Do.SET, Reg.RESULT, 8).step(Do.NOTE, 1, Reg.LOCK));
        }));
    }

    @Test
    void loopsChoosesAndLeaves() {
        assertEquals(List.of("0:0:0", "0:0:1", "0:1:2", "0:1:3", "0:7:4"), run(book -> {
            book.recipe("main", r -> r.repeatWhile(Ask.LESS, Reg.LOOP, 4, 0, body -> body
                    .choose(Ask.LESS, Reg.LOOP, 2, 0, y -> y.step(Do.NOTE, 0, Reg.LOOP), n -> n.step(Do.NOTE, 1, Reg.LOOP))
                    .step(Do.ADD, Reg.LOOP, 1))
                    .call("forever").step(Do.NOTE, 7, Reg.LOOP));
            book.recipe("forever", r -> r.forever(f -> f.step(Do.ADD, Reg.WORK, 1)
                    .unless(Ask.LESS, Reg.WORK, 5, 0, Recipe::leave)));
        }));
    }

    @Test
    void tablesCallByRegister() {
        assertEquals(List.of("0:11:0", "0:99:1"), run(book -> {
            book.recipe("main", r -> r.step(Do.SET, Reg.OPERATION, 1)
                    .callByRegister(Reg.OPERATION, List.of("zero", "one", "two")).step(Do.NOTE, 99, Reg.OPERATION));
            book.recipe("zero", r -> r.step(Do.NOTE, 10, Reg.LOOP));
            book.recipe("one", r -> r.step(Do.NOTE, 11, Reg.LOOP));
            book.recipe("two", r -> r.step(Do.NOTE, 12, Reg.LOOP));
        }));
    }

    @Test
    void booksAreVerified() {
        RecipeBook book = new RecipeBook().with(new Notes(new Interpreter()));
        book.recipe("main", r -> r.call("nowhere"));
        assertThrows(IllegalStateException.class, book::program);
        assertThrows(IllegalArgumentException.class, () -> book.recipe("main", r -> { }));
        RecipeBook empty = new RecipeBook();
        assertThrows(IllegalStateException.class, () -> empty.recipe("main", r -> r.step(Do.NOTE)));
    }

    @Test
    void aFrameWaitsInOneListOnly() {
        Interpreter interpreter = new Interpreter();
        int a = interpreter.frames().create(0);
        int b = interpreter.frames().create(0);
        WaitList lists = new WaitList(interpreter.frames());
        lists.add(2, a);
        lists.add(2, b);
        assertThrows(IllegalStateException.class, () -> lists.add(0, a));
        assertEquals(a, lists.poll(2));
        assertEquals(b, lists.poll(2));
        assertEquals(-1, lists.poll(2));
    }
}
