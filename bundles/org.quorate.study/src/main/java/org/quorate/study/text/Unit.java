// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.text;

/**
 * A unit to show figures in. Immutable.
 *
 * @param symbol for example {@code ms}; empty for plain numbers
 * @param size   in the base unit of its dimension, more than 0
 */
public record Unit(String symbol, double size) {

    /** The figure in this unit. */
    public double of(double baseValue) {
        return baseValue / size;
    }

    /** The number with the symbol behind it, if there is one. */
    String attach(String number) {
        return symbol.isEmpty() ? number : number + " " + symbol;
    }
}
