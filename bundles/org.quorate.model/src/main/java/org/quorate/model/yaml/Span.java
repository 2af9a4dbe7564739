// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

/**
 * A stretch of the text. Immutable.
 *
 * @param start  offset of its first character (UTF-16)
 * @param end    offset behind its last character
 * @param line   of its start, from 1
 * @param column of its start, from 1, in code points
 */
record Span(int start, int end, int line, int column) {

    /** The start of the file. */
    static final Span FILE = new Span(0, 0, 1, 1);
}
