// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.engine;

/** A question that a recipe may ask. Declared as an enum by a {@link Mechanism}, like {@link Step}. */
public interface Condition {

    /** Position in its enum. */
    int ordinal();

    /** Name in listings of recipes. */
    String name();

    /** The enum itself, by which the recipe book finds the mechanism that answers. */
    Class<? extends Condition> getDeclaringClass();
}
