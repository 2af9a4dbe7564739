// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TablePresenterTest {

    private record Host(String name, Double load, String site) {
    }

    private static final List<Host> HOSTS = List.of(new Host("node10", 0.5, "north"), new Host("node2", -3.0, "south"),
            new Host("Node1", null, "north"), new Host("=cmd", 12.25, "south"));

    /** What stays after the program has ended. */
    private final Map<String, String> stored = new HashMap<>();
    private final ColumnMemory memory = new ColumnMemory() {
        @Override
        public String find(String table) {
            return stored.getOrDefault(table, "");
        }

        @Override
        public void keep(String table, String columns) {
            stored.put(table, columns);
        }
    };
    private TablePresenter<Host> table;

    private TablePresenter<Host> create() {
        TablePresenter<Host> made = new TablePresenter<>("hosts", memory);
        made.column(TableColumnModel.words("Name", Host::name));
        made.column(TableColumnModel.numbers("Load", Host::load, host -> host.load() == null ? "" : host.load() + " %"));
        made.column(TableColumnModel.words("Site", Host::site));
        made.recall();
        made.show(HOSTS);
        return made;
    }

    @BeforeEach
    void setUp() {
        table = create();
    }

    private String names() {
        return table.lines().stream().map(line -> line.row().map(Host::name).orElse("[" + line.group() + "]")).collect(Collectors.joining(" "));
    }

    @Test
    void aColumnIsSortedUpThenDownThenNotAtAll() {
        assertEquals("node10 node2 Node1 =cmd", names());
        table.sort(0);
        assertEquals("=cmd Node1 node2 node10", names(), "numbers in words by their value, whatever their case");
        table.sort(0);
        assertEquals("node10 node2 Node1 =cmd", names());
        assertTrue(table.isFalling());
        table.sort(0);
        assertTrue(table.sorted().isEmpty());
        assertEquals("node10 node2 Node1 =cmd", names());
    }

    @Test
    void figuresAreSortedByValueAndWhatIsEmptyIsLast() {
        table.sort(1);
        assertEquals("node2 node10 =cmd Node1", names(), "as words, 12.25 would come before 0.5");
        table.sort(1);
        assertEquals("=cmd node10 node2 Node1", names());
        table.sort(0);
        assertEquals("=cmd Node1 node2 node10", names(), "another column begins anew");
    }

    @Test
    void rowsThatAreEqualKeepTheirOrder() {
        table.sort(2);
        assertEquals("node10 Node1 node2 =cmd", names());
        table.sort(2);
        assertEquals("node2 =cmd node10 Node1", names());
    }

    @Test
    void groupsStayTogether() {
        table.groupBy(Host::site);
        assertEquals("[north] node10 Node1 [south] node2 =cmd", names());
        table.sort(0);
        assertEquals("[north] Node1 node10 [south] =cmd node2", names());
        table.filter("NODE2");
        assertEquals("[south] node2", names(), "a group without rows is not shown");
        table.filter("south node");
        assertEquals("[south] node2", names(), "a group is found by its title");
    }

    @Test
    void everyWordMustBeSomewhereInTheRow() {
        table.filter("  node NORTH ");
        assertEquals("node10 Node1", names());
        assertTrue(table.summary().contains("2") && table.summary().contains("4"), table.summary());
        table.filter("12.25 %");
        assertEquals("=cmd", names(), "as it is read");
        table.setShown(2, false);
        table.filter("north");
        assertEquals("", names(), "a column that is hidden is not looked at");
        table.filter(" ");
        assertFalse(table.isFiltered());
        assertEquals(4, table.lines().size());
    }

    @Test
    void columnsAreRemembered() {
        table.setShown(1, false);
        table.reorder(List.of(2, 0, 1));
        table.resize(0, 240);
        table = create();
        assertEquals(List.of(2, 0, 1), table.order());
        assertFalse(table.isShown(1));
        assertEquals(List.of(Optional.of(240), Optional.empty()), List.of(table.width(0), table.width(2)));
        table.resetColumns();
        table = create();
        assertEquals(Optional.empty(), table.width(0));
        assertEquals(List.of(0, 1, 2), table.order());
        assertTrue(table.isShown(1));
    }

    @Test
    void keysCountTheColumnsThatAreSeen() {
        table.reorder(List.of(2, 0, 1));
        table.setShown(0, false);
        assertEquals(List.of(Optional.of(2), Optional.of(1), Optional.empty()), List.of(table.shownAt(0), table.shownAt(1), table.shownAt(2)));
    }

    @Test
    void theLastColumnStays() {
        table.setShown(0, false);
        table.setShown(1, false);
        assertFalse(table.canHide(2));
        table.setShown(2, false);
        assertTrue(table.isShown(2));
        stored.put("hosts", "Name:hidden;Load:hidden;Site:hidden");
        assertTrue(create().isShown(0), "whatever stands in the preferences");
    }

    @Test
    void memoriesOfOtherVersionsDoNoHarm() {
        stored.put("hosts", "Gone:shown;Site:hidden:-7;%zz:x;;Name;Load:shown:3:4");
        table = create();
        assertEquals(List.of(2, 0, 1), table.order(), "columns that it does not know stand behind");
        assertFalse(table.isShown(2));
        assertEquals("a b;c:d%", ColumnLayout.parse(new ColumnLayout(List.of(new ColumnLayout.Entry("a b;c:d%", true, 0))).toString()).entries().get(0).title());
    }

    @Test
    void whatIsCopiedIsWhatIsRead() {
        table.reorder(List.of(1, 0, 2));
        table.setShown(2, false);
        assertEquals("Load\tName\n-3.0 %\tnode2\n12.25 %\t'=cmd", table.tsv(List.of(table.lines().get(1), table.lines().get(3))));
        table.groupBy(Host::site);
        assertEquals("Load\tName\nnorth\t\n0.5 %\tnode10", table.tsv(table.lines().subList(0, 2)));
    }

    @Test
    void aFileHasWhatIsShownWithBareFigures() {
        table.filter("south");
        table.sort(1);
        assertEquals("Name,Load,Site\nnode2,-3,south\n'=cmd,12.25,south\n", table.csv());
        table.filter("");
        assertTrue(table.csv().endsWith("Node1,,north\n"), table.csv());
    }

    @Test
    void longWordsGoOnInTheNextLine() {
        ToIntFunction<String> letters = String::length;
        assertEquals("short", WrappedText.wrap("short", 10, letters));
        assertEquals("one two\nthree\nfour", WrappedText.wrap("one two three four", 7, letters));
        assertEquals("a\nunbreakable\nb", WrappedText.wrap("a unbreakable b", 4, letters));
        assertEquals("", WrappedText.wrap("", 4, letters));
    }

    @Test
    void wordsGiveWayToFigures() {
        List<Boolean> numbers = List.of(false, true, false);
        assertEquals(List.of(300, 80, 500), ColumnWidths.fit(List.of(300, 80, 500), numbers, 900), "there is room");
        assertEquals(List.of(300, 80, 320), ColumnWidths.fit(List.of(300, 80, 500), numbers, 700), "the widest give way");
        assertEquals(List.of(260, 80, 260), ColumnWidths.fit(List.of(300, 80, 500), numbers, 600));
        assertEquals(List.of(110, 80, 110), ColumnWidths.fit(List.of(300, 80, 500), numbers, 100), "some words stay legible");
        assertEquals(List.of(0, 80, 90), ColumnWidths.fit(List.of(0, 80, 90), numbers, 100), "hidden ones stay hidden, narrow ones narrow");
    }
}
