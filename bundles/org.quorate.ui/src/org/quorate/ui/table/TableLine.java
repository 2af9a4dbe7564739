// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.table;

import java.util.Optional;

/**
 * A line of a table as it is shown: a row, or the title of the rows below it. Two lines with equal rows are not the same line.
 *
 * @param index of the row among those that were handed in; of a title, that of its first row
 * @param group title of its group; may be empty
 * @param row   absent: this is the title of the group
 * @param <T>   of the rows
 */
public record TableLine<T>(int index, String group, Optional<T> row) {
}
