// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.watch;

/**
 * Stages that are the same again and again, but for their lengths and the node that is asked.
 *
 * @param first  index of the first stage
 * @param length stages of one turn
 * @param times  turns, 3 or more
 */
public record Repeat(int first, int length, int times) {

    /** Index of the first stage that comes after the first turn. */
    public int folded() {
        return first + length;
    }

    /** Index of the first stage behind all turns. */
    public int end() {
        return first + length * times;
    }
}
