// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.engine;

import java.util.Map;

/**
 * Recipes as integers: five a instruction (operation, three operands, jump target). Immutable after building.
 *
 * @param code    instructions
 * @param entries address of each recipe by its name
 */
public record Program(int[] code, Map<String, Integer> entries) {

    static final int WIDTH = 5;

    /** Kinds of instruction, in the low three bits of the first integer. */
    static final int STEP = 0;
    static final int TEST = 1;
    static final int JUMP = 2;
    static final int CALL = 3;
    static final int RETURN = 4;
    /** Goes to one of the calls that follow, by the value of a register. */
    static final int TABLE = 5;

    static int encode(int kind, int mechanism, int ordinal) {
        return kind | mechanism << 3 | ordinal << 11;
    }

    static int mechanism(int word) {
        return word >> 3 & 0xff;
    }

    static int ordinal(int word) {
        return word >> 11;
    }

    /** The recipe that an address lies in. */
    String recipeAt(int address) {
        String name = "?";
        int best = -1;
        for (Map.Entry<String, Integer> entry : entries.entrySet()) {
            if (entry.getValue() <= address && entry.getValue() > best) {
                best = entry.getValue();
                name = entry.getKey();
            }
        }
        return name;
    }

    /** Address of a recipe; an error if there is none of that name. */
    public int entry(String recipe) {
        Integer address = entries.get(recipe);
        if (address == null) {
            throw new IllegalArgumentException("no recipe " + recipe);
        }
        return address;
    }
}
