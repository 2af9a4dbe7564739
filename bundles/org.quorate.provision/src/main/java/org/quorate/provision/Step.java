// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import java.util.Locale;

/**
 * One step of the work: shell functions' bodies that look, change, look again and take back. They hold no values of a
 * scenario, only names of variables in {@code settings.sh}. Immutable, thread-safe.
 *
 * @param id     name, {@code [a-z0-9-]+}, unique in a plan
 * @param title  one line for people
 * @param where  who does it
 * @param risk   what it can cost
 * @param why    why it is needed
 * @param check  succeeds when nothing is to be done; says what is missing, or refuses
 * @param act    makes it so
 * @param verify succeeds when it is so; empty: {@code check} again
 * @param undo   takes it back, never data; empty: there is nothing to take back
 */
public record Step(String id, String title, Where where, Risk risk, String why, String check, String act,
        String verify, String undo) {

    /** Who does a step. A step is done everywhere before the next one starts. */
    public enum Where {
        EACH_NODE, FIRST_NODE, ADMIN_HOST;

        /** As the scripts write it: {@code each node}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** What a step can cost. */
    public enum Risk {
        NONE, RESTARTS_NODES, FORMATS;

        /** As the scripts write it: {@code restarts nodes}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** The name that its shell functions start with. */
    public String functionName() {
        return id.replace('-', '_');
    }
}
