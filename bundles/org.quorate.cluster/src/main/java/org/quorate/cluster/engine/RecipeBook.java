// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Builds a {@link Program} from recipes. Verified as it is built: every step belongs to a known mechanism, every call names a
 * recipe that exists when {@link #program()} is asked for, every recipe ends. Not thread-safe.
 */
public final class RecipeBook {

    private final Map<Class<?>, Integer> mechanisms = new HashMap<>();
    private final List<Mechanism> executing = new ArrayList<>();
    private final Map<String, Integer> entries = new LinkedHashMap<>();
    private final List<String> listing = new ArrayList<>();
    private final Map<Integer, String> calls = new HashMap<>();
    private int[] code = new int[4096];
    private int length;

    /** Makes the steps and questions of a mechanism known. */
    public RecipeBook with(Mechanism mechanism) {
        int index = executing.size();
        executing.add(mechanism);
        if (mechanism.steps().length > 0) {
            mechanisms.put(mechanism.steps()[0].getDeclaringClass(), index);
        }
        if (mechanism.conditions().length > 0) {
            mechanisms.put(mechanism.conditions()[0].getDeclaringClass(), index);
        }
        return this;
    }

    /** Adds a recipe. A return is added at its end. */
    public void recipe(String name, Consumer<Recipe> body) {
        if (entries.putIfAbsent(name, length) != null) {
            throw new IllegalArgumentException("recipe " + name + " exists already");
        }
        listing.add(name + ":");
        body.accept(new Recipe(this));
        emit(Program.encode(Program.RETURN, 0, 0), 0, 0, 0, 0, "return");
    }

    /** The program; an error names a call without a recipe. */
    public Program program() {
        calls.forEach((at, name) -> {
            Integer entry = entries.get(name);
            if (entry == null) {
                throw new IllegalStateException("no recipe " + name);
            }
            code[at + 4] = entry;
        });
        return new Program(Arrays.copyOf(code, length), Map.copyOf(entries));
    }

    /** The mechanisms, in the order of their indices in the program. */
    public List<Mechanism> mechanisms() {
        return List.copyOf(executing);
    }

    /** All recipes as text, for people. */
    public List<String> listing() {
        return List.copyOf(listing);
    }

    int address() {
        return length;
    }

    void step(Step step, int a, int b, int c) {
        emit(Program.encode(Program.STEP, mechanism(step.getDeclaringClass()), step.ordinal()), a, b, c, 0,
                text(step.name(), a, b, c));
    }

    /** Emits a question with an open target (taken when the answer is no); returns the address of the instruction. */
    int test(Condition question, int a, int b, int c) {
        int at = length;
        emit(Program.encode(Program.TEST, mechanism(question.getDeclaringClass()), question.ordinal()), a, b, c, -1,
                text("if " + question.name(), a, b, c));
        return at;
    }

    int jump(int target) {
        int at = length;
        emit(Program.encode(Program.JUMP, 0, 0), 0, 0, 0, target, "go to " + target);
        return at;
    }

    void target(int instruction, int address) {
        code[instruction + 4] = address;
    }

    void call(String recipe) {
        calls.put(length, recipe);
        emit(Program.encode(Program.CALL, 0, 0), 0, 0, 0, -1, "call " + recipe);
    }

    void table(int register) {
        emit(Program.encode(Program.TABLE, 0, 0), register, 0, 0, 0, "by register " + register);
    }

    void leave() {
        emit(Program.encode(Program.RETURN, 0, 0), 0, 0, 0, 0, "return");
    }

    private int mechanism(Class<?> type) {
        Integer index = mechanisms.get(type);
        if (index == null) {
            throw new IllegalStateException("no mechanism executes " + type.getSimpleName());
        }
        return index;
    }

    private void emit(int word, int a, int b, int c, int target, String text) {
        if (length + Program.WIDTH > code.length) {
            code = Arrays.copyOf(code, code.length * 2);
        }
        listing.add("%6d  %s".formatted(length, text));
        code[length++] = word;
        code[length++] = a;
        code[length++] = b;
        code[length++] = c;
        code[length++] = target;
    }

    private static String text(String name, int a, int b, int c) {
        return name.toLowerCase(java.util.Locale.ROOT) + " " + a + " " + b + " " + c;
    }
}
