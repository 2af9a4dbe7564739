// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.engine;

/**
 * One step that a recipe may contain. Each {@link Mechanism} declares its steps as an enum, whose constants read like the
 * kernel's own verbs; the recipe book turns them into integers.
 */
public interface Step {

    /** Position in its enum. */
    int ordinal();

    /** Name in listings of recipes. */
    String name();

    /** The enum itself, by which the recipe book finds the mechanism that executes the step. */
    Class<? extends Step> getDeclaringClass();
}
