// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.settings;

/**
 * A whole number that a user may set.
 *
 * @param key      in the preferences of this bundle
 * @param standard without a choice
 * @param least    that is allowed
 * @param most     that is allowed
 */
public record NumberSetting(String key, int standard, int least, int most) {

    /** How many files the menu and the welcome page offer again. */
    public static final NumberSetting RECENT_FILES = new NumberSetting("recentFilesShown", 10, 1, 30);
    /** Runs that are simulated at the same time; 0 is as many as there are cores. Results do not depend on it. */
    public static final NumberSetting PARALLEL_RUNS = new NumberSetting("parallelRuns", 0, 0, 256);

    /** Results that are kept; of more, the oldest that are not pinned are removed. */
    public static final NumberSetting KEPT_RESULTS = new NumberSetting("keptResults", 200, 1, 10_000);

    /** Seconds between an edit and its write for a crash, at most; two less than the ten that are promised, a disk may be slow. */
    public static final NumberSetting AUTOSAVE_SECONDS = new NumberSetting("autosaveSeconds", 8, 1, 8);

    /** A value that was stored by hand or by another version is brought into the range. */
    int within(int value) {
        return Math.max(least, Math.min(value, most));
    }
}
