// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

/**
 * Something that the estimate takes for granted and that a phase does not keep, so that its figures need not hold. Immutable.
 *
 * @param kind   which
 * @param reason what in the scenario breaks it
 * @param effect what that does to the figures
 */
public record Assumption(Kind kind, String reason, String effect) {

    /** The assumptions. */
    public enum Kind {
        /** Locks hardly change hands between nodes. */
        HAND_OVERS("few locks change hands"),
        /** The operation has a row in the table of demands. */
        OPERATIONS("operations are in the tables"),
        /** Data goes through the page cache, from the start of the file. */
        DATA("data through the page cache, from the start"),
        /** Reads write no access times. */
        ACCESS_TIMES("no access times"),
        /** Inodes have no security labels. */
        LABELS("no security labels"),
        /** Nodes have processors of their own, several each. */
        PROCESSORS("processors of their own"),
        /** All items of the mix go on all the time. */
        MIXED("all operations go on at the same time"),
        /** What is cached when the phase begins is known. */
        CACHES("the caches at the start are known"),
        /** A phase is long against the time in which its nodes start. */
        LENGTH("the nodes work at the same time"),
        /** The files are there, and enough of them. */
        FILES("the files that operations use are there"),
        /** No thread waits for another one's log flush. */
        JOURNAL("journals keep up"),
        /** What operations meet, and how many there are because of it, go together. */
        SETTLED("the figures settle"),
        /** The load is below the capacity. */
        CAPACITY("the load is below the capacity");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** In words. */
        public String title() {
            return title;
        }
    }
}
