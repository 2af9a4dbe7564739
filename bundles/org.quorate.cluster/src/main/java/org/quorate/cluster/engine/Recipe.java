// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.engine;

import java.util.function.Consumer;

/** Writes one recipe: steps, calls, questions, loops. Fluent; used only while a {@link RecipeBook} is filled. */
public final class Recipe {

    private final RecipeBook book;

    Recipe(RecipeBook book) {
        this.book = book;
    }

    public Recipe step(Step step) {
        return step(step, 0, 0, 0);
    }

    public Recipe step(Step step, int a) {
        return step(step, a, 0, 0);
    }

    public Recipe step(Step step, int a, int b) {
        return step(step, a, b, 0);
    }

    public Recipe step(Step step, int a, int b, int c) {
        book.step(step, a, b, c);
        return this;
    }

    /** Calls another recipe and goes on when it returns. */
    public Recipe call(String recipe) {
        book.call(recipe);
        return this;
    }

    /** Leaves the recipe here. */
    public Recipe leave() {
        book.leave();
        return this;
    }

    /** Does {@code then} if the answer is yes. */
    public Recipe when(Condition question, Consumer<Recipe> then) {
        return when(question, 0, 0, 0, then);
    }

    /** Does {@code then} if the answer is yes. */
    public Recipe when(Condition question, int a, int b, int c, Consumer<Recipe> then) {
        int test = book.test(question, a, b, c);
        then.accept(this);
        book.target(test, book.address());
        return this;
    }

    /** Does {@code then} if the answer is no. */
    public Recipe unless(Condition question, int a, int b, int c, Consumer<Recipe> then) {
        return choose(question, a, b, c, yes -> { }, then);
    }

    /** Does {@code then} if the answer is no. */
    public Recipe unless(Condition question, Consumer<Recipe> then) {
        return unless(question, 0, 0, 0, then);
    }

    /** Does {@code yes} or {@code no}. */
    public Recipe choose(Condition question, int a, int b, int c, Consumer<Recipe> yes, Consumer<Recipe> no) {
        int test = book.test(question, a, b, c);
        yes.accept(this);
        int over = book.jump(-1);
        book.target(test, book.address());
        no.accept(this);
        book.target(over, book.address());
        return this;
    }

    /** Does {@code yes} or {@code no}. */
    public Recipe choose(Condition question, Consumer<Recipe> yes, Consumer<Recipe> no) {
        return choose(question, 0, 0, 0, yes, no);
    }

    /** Repeats {@code body} as long as the answer, asked before each turn, is yes. */
    public Recipe repeatWhile(Condition question, Consumer<Recipe> body) {
        return repeatWhile(question, 0, 0, 0, body);
    }

    /** Repeats {@code body} as long as the answer, asked before each turn, is yes. */
    public Recipe repeatWhile(Condition question, int a, int b, int c, Consumer<Recipe> body) {
        int start = book.address();
        int test = book.test(question, a, b, c);
        body.accept(this);
        book.jump(start);
        book.target(test, book.address());
        return this;
    }

    /** Calls the recipe whose position in the list is the value of a register. */
    public Recipe callByRegister(int register, java.util.List<String> recipes) {
        book.table(register);
        int[] over = new int[recipes.size()];
        for (int i = 0; i < over.length; i++) {
            book.call(recipes.get(i));
            over[i] = book.jump(-1);
        }
        for (int jump : over) {
            book.target(jump, book.address());
        }
        return this;
    }

    /** Repeats {@code body} for ever, or until it leaves the recipe. */
    public Recipe forever(Consumer<Recipe> body) {
        int start = book.address();
        body.accept(this);
        book.jump(start);
        return this;
    }
}
