// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of comma-separated values whose first line names the columns; no cell is quoted. Immutable, thread-safe.
 *
 * @param rows in the order of the text
 */
record CsvTable(List<Row> rows) {

    CsvTable {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a text.
     *
     * @param name for messages
     * @throws IllegalArgumentException if a row has more or fewer cells than there are columns, or a quoted one
     */
    static CsvTable parse(String name, String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(name + ": there is no line with the names of the columns");
        }
        String[] names = lines.get(0).split(",", -1);
        Map<String, Integer> columns = new HashMap<>();
        for (int column = 0; column < names.length; column++) {
            columns.put(names[column], column);
        }
        List<Row> rows = new ArrayList<>();
        for (int line = 1; line < lines.size(); line++) {
            String[] cells = lines.get(line).split(",", -1);
            String place = name + ":" + (line + 1);
            if (cells.length != names.length || lines.get(line).indexOf('"') >= 0) {
                throw new IllegalArgumentException(place + ": not " + names.length + " plain cells: " + lines.get(line));
            }
            rows.add(new Row(place, columns, List.of(cells)));
        }
        return new CsvTable(rows);
    }

    /** Reads the table of that name beside this class. */
    static CsvTable ofProduct(String name) {
        return parse(name, LabResource.text(name).orElseThrow(() -> new IllegalArgumentException("there is no table " + name)));
    }

    /**
     * One row.
     *
     * @param place   file and line, for messages
     * @param columns index of each column by name
     * @param cells   the texts
     */
    record Row(String place, Map<String, Integer> columns, List<String> cells) {

        /** The text in that column; throws {@link IllegalArgumentException} if there is no such column. */
        String text(String column) {
            Integer index = columns.get(column);
            if (index == null) {
                throw new IllegalArgumentException(place + ": there is no column " + column);
            }
            return cells.get(index);
        }

        /** The number in that column; throws {@link IllegalArgumentException} if it is none. */
        double number(String column) {
            try {
                return Double.parseDouble(text(column));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(place + ": " + column + " is no number: " + text(column), e);
            }
        }

        /** The whole number in that column; throws {@link IllegalArgumentException} if it is none. */
        long whole(String column) {
            try {
                return Long.parseLong(text(column));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(place + ": " + column + " is no whole number: " + text(column), e);
            }
        }
    }
}
