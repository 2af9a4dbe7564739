// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

/**
 * What the cover says. Each text may be empty: then there is no line of it.
 *
 * @param title    instead of the scenario's; empty: the scenario's
 * @param customer whom it is for
 * @param project  what for
 * @param author   who answers for it
 * @param version  of the report, as its author counts
 */
public record Cover(String title, String customer, String project, String author, String version) {

    /** Of a report without a template. */
    public static final Cover EMPTY = new Cover("", "", "", "", "");
}
