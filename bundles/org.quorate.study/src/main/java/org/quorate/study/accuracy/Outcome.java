// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

/** What the comparison of one figure says. */
public enum Outcome {
    /** As near as the project asks. */
    WITHIN("within"),
    /** Measured under the floor of its kind, and simulated so too: too little to compare by a ratio. */
    UNDER_FLOOR("under the floor"),
    /** Further off than the project asks. */
    MISSES("misses"),
    /** Shown, not judged. */
    INFORMATION("information");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** For a reader. */
    public String words() {
        return words;
    }

    /** The row counts. */
    public boolean judged() {
        return this != INFORMATION;
    }
}
