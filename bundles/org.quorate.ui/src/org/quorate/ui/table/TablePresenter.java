// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.quorate.report.sheet.Sheet;
import org.quorate.ui.Messages;

/**
 * What a table shows of its rows: which of them, in which order, which columns; and what of them goes to a clipboard or a file. Used by
 * one thread.
 *
 * @param <T> of the rows
 */
public final class TablePresenter<T> {

    private static final int UNSORTED = -1;

    private final String id;
    private final ColumnMemory memory;
    private final List<TableColumnModel<T>> columns = new ArrayList<>();
    private final List<Integer> order = new ArrayList<>();
    private final List<Boolean> shown = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private Function<T, String> group = row -> "";
    private BiFunction<List<T>, List<Integer>, Sheet> sheet = this::plainSheet;
    private List<T> rows = List.of();
    private List<String> filter = List.of();
    private int sorted = UNSORTED;
    private boolean falling;

    /** @param id under which the arrangement of the columns is remembered */
    public TablePresenter(String id, ColumnMemory memory) {
        this.id = id;
        this.memory = memory;
    }

    /** Adds a column behind those that there are. */
    public void column(TableColumnModel<T> column) {
        order.add(columns.size());
        columns.add(column);
        shown.add(true);
        widths.add(ColumnLayout.OWN);
    }

    /** Replaces the column that was added last. */
    public void replaceLast(TableColumnModel<T> column) {
        columns.set(columns.size() - 1, column);
    }

    /** @param title of the group of a row: groups stay together, in the order of their first rows */
    public void groupBy(Function<T, String> title) {
        group = title;
    }

    /** @param writer makes what a file gets of some rows and columns */
    public void writtenBy(BiFunction<List<T>, List<Integer>, Sheet> writer) {
        sheet = writer;
    }

    /** Arranges the columns as they were left; call it when all are there. */
    public void recall() {
        List<ColumnLayout.Entry> entries = ColumnLayout.parse(memory.find(id)).entries();
        List<Integer> known = new ArrayList<>();
        for (ColumnLayout.Entry entry : entries) {
            IntStream.range(0, columns.size()).filter(i -> columns.get(i).title().equals(entry.title()) && !known.contains(i)).findFirst()
                    .ifPresent(i -> {
                        known.add(i);
                        shown.set(i, entry.shown());
                        widths.set(i, entry.width());
                    });
        }
        List<Integer> others = IntStream.range(0, columns.size()).boxed().filter(i -> !known.contains(i)).toList();
        order.clear();
        order.addAll(known);
        order.addAll(others);
        if (!columns.isEmpty() && shown.stream().noneMatch(Boolean::booleanValue)) {
            shown.set(order.get(0), true);
        }
    }

    private void keep() {
        memory.keep(id, new ColumnLayout(order.stream().map(i -> new ColumnLayout.Entry(columns.get(i).title(), shown.get(i),
                widths.get(i))).toList()).toString());
    }

    /** All columns as they were made, in every later run too. */
    public void resetColumns() {
        order.clear();
        for (int i = 0; i < columns.size(); i++) {
            order.add(i);
            shown.set(i, true);
            widths.set(i, ColumnLayout.OWN);
        }
        memory.keep(id, "");
    }

    public List<TableColumnModel<T>> columns() {
        return columns;
    }

    /** Indices of all columns as they stand, hidden ones among them. */
    public List<Integer> order() {
        return List.copyOf(order);
    }

    /** @param indices of all columns, as somebody has dragged them */
    public void reorder(List<Integer> indices) {
        if (!order.equals(indices)) {
            order.clear();
            order.addAll(indices);
            keep();
        }
    }

    public boolean isShown(int column) {
        return shown.get(column);
    }

    /** The last one that is seen stays. */
    public boolean canHide(int column) {
        return shown.get(column) && shown.stream().filter(Boolean::booleanValue).count() > 1;
    }

    public void setShown(int column, boolean show) {
        if (show != shown.get(column) && (show || canHide(column))) {
            shown.set(column, show);
            keep();
        }
    }

    /** The width that somebody gave a column, in pixels; absent: that of its content. */
    public Optional<Integer> width(int column) {
        return Optional.of(widths.get(column)).filter(width -> width != ColumnLayout.OWN);
    }

    /** @param width in pixels, as somebody has dragged it */
    public void resize(int column, int width) {
        if (width > 0 && width != widths.get(column)) {
            widths.set(column, width);
            keep();
        }
    }

    /** Hands in the rows, in their own order. */
    public void show(List<T> all) {
        rows = List.copyOf(all);
    }

    /** @param words of which a row must have each in one of its columns that are seen; upper and lower case are the same */
    public void filter(String words) {
        filter = Stream.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    public boolean isFiltered() {
        return !filter.isEmpty();
    }

    /** By a column: rising, then falling, then in their own order again. */
    public void sort(int column) {
        if (sorted != column) {
            sorted = column;
            falling = false;
        } else if (falling) {
            sorted = UNSORTED;
        } else {
            falling = true;
        }
    }

    /** The column that they are sorted by; absent: in their own order. */
    public Optional<Integer> sorted() {
        return sorted == UNSORTED ? Optional.empty() : Optional.of(sorted);
    }

    public boolean isFalling() {
        return falling;
    }

    /** What is shown, from top to bottom. */
    public List<TableLine<T>> lines() {
        Map<String, List<TableLine<T>>> groups = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            T row = rows.get(i);
            if (passes(row)) {
                String title = group.apply(row);
                groups.computeIfAbsent(title, key -> new ArrayList<>()).add(new TableLine<>(i, title, Optional.of(row)));
            }
        }
        List<TableLine<T>> lines = new ArrayList<>();
        groups.forEach((title, members) -> {
            if (!title.isEmpty()) {
                lines.add(new TableLine<>(members.get(0).index(), title, Optional.empty()));
            }
            if (sorted != UNSORTED) {
                Comparator<TableLine<T>> by = Comparator.comparing(line -> columns.get(sorted).key().apply(line.row().orElseThrow()),
                        SortKey.order(falling));
                members.sort(by);
            }
            lines.addAll(members);
        });
        return lines;
    }

    private boolean passes(T row) {
        if (filter.isEmpty()) {
            return true;
        }
        String group = this.group.apply(row).toLowerCase(Locale.ROOT);
        List<String> texts = Stream.concat(Stream.of(group), chosen().stream().map(i -> columns.get(i).text().apply(row).toLowerCase(Locale.ROOT))).toList();
        return filter.stream().allMatch(word -> texts.stream().anyMatch(text -> text.contains(word)));
    }

    /** How many rows there are, and how many of them are shown if that is not all. */
    public String summary() {
        long passing = rows.stream().filter(this::passes).count();
        return passing == rows.size() ? Messages.bind(Messages.Table_rows, rows.size())
                : Messages.bind(Messages.Table_some_rows, passing, rows.size());
    }

    /** The column that is seen at a place, counted from 0 on the left. */
    public Optional<Integer> shownAt(int place) {
        return chosen().stream().skip(place).findFirst();
    }

    private List<Integer> chosen() {
        return order.stream().filter(shown::get).toList();
    }

    /** Lines with tabs between their cells as they are read, for a clipboard; titles of groups are rows with one cell. */
    public String tsv(List<TableLine<T>> lines) {
        List<Integer> chosen = chosen();
        List<List<Sheet.Value>> cells = lines.stream().map(line -> chosen.stream().map(i -> asRead(line, i)).toList()).toList();
        return new Sheet(chosen.stream().map(i -> columns.get(i).title()).toList(), cells).tsv(true);
    }

    private Sheet.Value asRead(TableLine<T> line, int column) {
        String text = text(line, column);
        return columns.get(column).number() && line.row().isPresent() ? new Sheet.Figure(text) : new Sheet.Words(text);
    }

    /** What stands in a cell; the title of a group stands in the first column that is seen. */
    public String text(TableLine<T> line, int column) {
        return line.row().map(columns.get(column).text()).orElse(column == chosen().get(0) ? line.group() : "");
    }

    /** A file with all that is shown, figures with all of their digits. */
    public String csv() {
        return sheet.apply(lines().stream().flatMap(line -> line.row().stream()).toList(), chosen()).csv();
    }

    private Sheet plainSheet(List<T> written, List<Integer> chosen) {
        return new Sheet(chosen.stream().map(i -> columns.get(i).title()).toList(),
                written.stream().map(row -> chosen.stream().map(i -> columns.get(i).value().apply(row)).toList()).toList());
    }
}
