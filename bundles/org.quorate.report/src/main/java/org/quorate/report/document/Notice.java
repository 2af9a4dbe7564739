// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.document;

/**
 * Something that a reader must not miss.
 *
 * @param kind  how grave
 * @param title one line
 * @param text  plain text; may be empty
 */
public record Notice(Kind kind, String title, String text) implements Block {

    /**
     * VERDICT: the answer. NOTE: good to know. WARNING: limits what the figures say. DANGER: would lose data or hang.
     */
    public enum Kind { VERDICT, NOTE, WARNING, DANGER }
}
