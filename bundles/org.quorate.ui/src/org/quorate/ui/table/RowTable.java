// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.quorate.report.sheet.Sheet;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;
import org.quorate.ui.ViewTools;

/**
 * A native table of things of one kind. Its rows are sorted by a click on the title of a column, filtered by words, copied with Ctrl+C and
 * written as CSV; its columns are dragged, hidden and remembered. All of that is also in its context menu, for the keyboard. Used in the
 * user interface's thread.
 *
 * @param <T> of the things
 */
public final class RowTable<T> {

    /** Beside the words of a cell, so that figures of neighbours are told apart. */
    private static final int GAP = 16;

    private final TableViewer viewer;
    private final TablePresenter<T> presenter;
    private final List<Integer> widths = new ArrayList<>();
    private final RowTableMenu<T> menu;
    private Text filter;
    private Runnable filtered = () -> { };
    private Runnable resized = () -> { };
    /** The table itself sets widths. */
    private boolean fitting;
    private String name = "";
    private Function<T, ?> identity = Function.identity();
    private final List<Integer> natural = new ArrayList<>();
    private final List<Integer> given = new ArrayList<>();
    private boolean begun;
    private int room;
    /** What a page that scrolls has room for; 0: it has not said. */
    private int limit;

    /**
     * An empty table in a view: it scrolls.
     *
     * @param id under which its columns are remembered
     */
    public RowTable(Composite parent, String id, ViewTools tools) {
        this(parent, id, tools, SWT.NONE);
    }

    /** @param style SWT.NO_SCROLL: the table is as high as its rows, on a page that scrolls */
    public RowTable(Composite parent, String id, ViewTools tools, int style) {
        presenter = new TablePresenter<>(id, tools.columns());
        viewer = new TableViewer(parent, SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER | style);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.getTable().setHeaderVisible(true);
        ColumnViewerToolTipSupport.enableFor(viewer);
        menu = new RowTableMenu<>(this, tools.exports());
        viewer.getTable().addListener(SWT.KeyDown, this::keyDown);
        viewer.getTable().addListener(SWT.Resize, event -> fit());
        viewer.getTable().getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                // Of the table; of a row the platform says its words.
                if (event.childID == ACC.CHILDID_SELF && !name.isEmpty()) {
                    event.result = name;
                }
            }
        });
    }

    /** @param title of the table, for people who hear instead of see; also proposed as the name of a file */
    public void named(String title) {
        name = title;
    }

    public String name() {
        return name;
    }

    /** Adds a column of words of that width in pixels; 0: that of its content. */
    public void column(String title, int width, Function<T, String> text) {
        add(TableColumnModel.words(title, text), width, row -> null);
    }

    /**
     * Adds a column of words with icons.
     *
     * @param width in pixels; 0: that of its content
     * @param icon  the name of one of those that the workbench shares
     */
    public void iconColumn(String title, int width, Function<T, String> text, Function<T, String> icon) {
        add(TableColumnModel.words(title, text), width, row -> PlatformUI.getWorkbench().getSharedImages().getImage(icon.apply(row)));
    }

    /**
     * Adds a column of figures, which stand to the right.
     *
     * @param width  in pixels; 0: that of its content
     * @param figure by which rows are sorted and which a file gets; null: there is none
     */
    public void numberColumn(String title, int width, Function<T, ? extends Number> figure, Function<T, String> text) {
        add(TableColumnModel.numbers(title, figure, text), width, row -> null);
    }

    /** Adds a column that its model describes. */
    public void column(TableColumnModel<T> column, int width) {
        add(column, width, row -> null);
    }

    /** @param figure by which rows are sorted in the column that was added last */
    public void sortedBy(Function<T, ? extends Number> figure) {
        presenter.replaceLast(presenter.columns().get(presenter.columns().size() - 1).sortedBy(figure));
    }

    private void add(TableColumnModel<T> model, int width, Function<T, Image> image) {
        int index = presenter.columns().size();
        presenter.column(model);
        widths.add(width);
        TableViewerColumn column = new TableViewerColumn(viewer, model.number() ? SWT.RIGHT : SWT.LEFT);
        column.getColumn().setText(Look.plain(model.title()));
        column.getColumn().setMoveable(true);
        column.getColumn().addListener(SWT.Selection, event -> sort(index));
        column.getColumn().addListener(SWT.Move, event -> moved());
        column.getColumn().addListener(SWT.Resize, event -> resized(index));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object line) {
                return shown(line(line), index);
            }

            @Override
            public Image getImage(Object line) {
                return line(line).row().map(image).orElse(null);
            }

            @Override
            public Font getFont(Object line) {
                return line(line).row().isPresent() ? null : JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);
            }

            @Override
            public String getToolTipText(Object line) {
                String text = presenter.text(line(line), index);
                return !wraps() && needed(text) > column.getColumn().getWidth() ? text : null;
            }
        });
    }

    @SuppressWarnings("unchecked") // only lines of this table are shown
    private TableLine<T> line(Object element) {
        return (TableLine<T>) element;
    }

    /** On a page that scrolls a cell may have several lines, where the platform draws them. */
    private boolean wraps() {
        return (control().getStyle() & SWT.NO_SCROLL) != 0 && SWT.getPlatform().equals("gtk");
    }

    private String shown(TableLine<T> line, int column) {
        String text = presenter.text(line, column);
        boolean narrow = column < given.size() && given.get(column) < natural.get(column);
        if (!narrow || !wraps() || line.row().isEmpty()) {
            return text;
        }
        GC gc = new GC(control());
        String wrapped = WrappedText.wrap(text, given.get(column) - GAP, words -> gc.textExtent(words).x);
        gc.dispose();
        return wrapped;
    }

    private int needed(String text) {
        GC gc = new GC(control());
        int width = gc.textExtent(text).x + GAP;
        gc.dispose();
        return width;
    }

    /** @param title of the group of a row: groups stay together below their titles */
    public void groupBy(Function<T, String> title) {
        presenter.groupBy(title);
    }

    /** @param writer makes what a file gets of some rows and columns, instead of the columns as they are */
    public void writtenBy(BiFunction<List<T>, List<Integer>, Sheet> writer) {
        presenter.writtenBy(writer);
    }

    /** Adds a field for words to filter by. Escape empties it, Enter and the arrow down go to the rows. */
    public Text filterField(Composite parent) {
        filter = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(Messages.Table_filter);
        filter.addListener(SWT.Modify, event -> {
            presenter.filter(filter.getText());
            refresh();
            filter.setToolTipText(presenter.summary());
            filtered.run();
        });
        filter.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ESC) {
                filter.setText("");
            } else if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
                control().setFocus();
            }
        });
        filter.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name.isEmpty() ? Messages.Table_filter : Messages.Table_filter + ", " + name;
            }
        });
        return filter;
    }

    /** @param listener told when the filter has changed; {@code presenter().summary()} says how many rows are left */
    public void onFilter(Runnable listener) {
        filtered = listener;
    }

    /** The field, if there is one. */
    public Optional<Text> filter() {
        return Optional.ofNullable(filter);
    }

    /** Adds an entry about one row on top of the context menu. */
    public void action(String text, Consumer<T> action) {
        menu.action(text, action);
    }

    /**
     * Adds an entry about all rows that are selected on top of the context menu.
     *
     * @param possible tells of which rows it can be chosen
     */
    public void actionOnAll(String text, Predicate<List<T>> possible, Consumer<List<T>> action) {
        menu.actionOnAll(text, possible, action);
    }

    /** Sets the entries of {@link #action} and {@link #actionOnAll} that follow apart from those before. */
    public void actionGap() {
        menu.gap();
    }

    /** @param key by which a row is known again when others like it are shown: what is selected stays so */
    public void knownBy(Function<T, ?> key) {
        identity = key;
    }

    /** @param chosen told when another row is chosen */
    public void onChoice(Runnable chosen) {
        viewer.addSelectionChangedListener(event -> chosen.run());
    }

    /** @param opened told the row that was double-clicked or on which Enter was pressed */
    public void onOpen(Consumer<T> opened) {
        viewer.addOpenListener(event -> chosen().ifPresent(opened));
    }

    /** Shows rows; what was chosen stays so if it is still there. */
    public void show(List<T> rows) {
        presenter.show(rows);
        if (!begun) {
            begun = true;
            presenter.recall();
        }
        List<?> chosen = selected().stream().map(identity).toList();
        natural.clear();
        given.clear();
        viewer.setInput(presenter.lines());
        select(presenter.lines().stream().filter(line -> line.row().map(identity).filter(chosen::contains).isPresent()).toList());
        arrange();
    }

    private void refresh() {
        List<TableLine<T>> chosen = selection();
        List<TableLine<T>> lines = presenter.lines();
        viewer.setInput(lines);
        select(lines.stream().filter(chosen::contains).toList());
    }

    private void select(List<TableLine<T>> lines) {
        viewer.setSelection(new StructuredSelection(lines));
    }

    /** Sorts by a column: rising, falling, not at all. */
    public void sort(int column) {
        presenter.sort(column);
        Table table = control();
        table.setSortColumn(presenter.sorted().map(table::getColumn).orElse(null));
        table.setSortDirection(presenter.sorted().isEmpty() ? SWT.NONE : presenter.isFalling() ? SWT.DOWN : SWT.UP);
        refresh();
    }

    /** Shows or hides a column. */
    public void setShown(int column, boolean shown) {
        presenter.setShown(column, shown);
        arrange();
        refresh();
        resized.run();
    }

    /** All columns where and as they were. */
    public void resetColumns() {
        presenter.resetColumns();
        arrange();
        refresh();
        resized.run();
    }

    private void moved() {
        if (begun) {
            presenter.reorder(IntStream.of(control().getColumnOrder()).boxed().toList());
        }
    }

    /** Either by a drag of somebody, or because the table has given the column its width itself. */
    private void resized(int column) {
        int width = control().getColumn(column).getWidth();
        if (fitting || column >= given.size() || width == given.get(column) || !presenter.isShown(column) || takesTheRest(column, width)) {
            return;
        }
        given.set(column, width);
        presenter.resize(column, width);
        resized.run();
        if (wraps()) {
            viewer.refresh();
        }
    }

    /** The platform gives the last column what the others leave of the table. */
    private boolean takesTheRest(int column, int width) {
        List<Integer> shown = presenter.order().stream().filter(presenter::isShown).toList();
        return column == shown.get(shown.size() - 1) && width > given.get(column)
                && given.stream().mapToInt(Integer::intValue).sum() <= control().getClientArea().width;
    }

    /** @param listener told when somebody has made a column wider or narrower */
    public void onResize(Runnable listener) {
        resized = listener;
    }

    /** What the columns take together, in pixels. */
    public int width() {
        return given.stream().mapToInt(Integer::intValue).sum();
    }

    private void arrange() {
        Table table = control();
        table.setColumnOrder(presenter.order().stream().mapToInt(Integer::intValue).toArray());
        room = 0;
        fit();
    }

    /** Columns of words give way so that the last column is seen. */
    private void fit() {
        int now = (control().getStyle() & SWT.NO_SCROLL) == 0 ? control().getClientArea().width : limit;
        if (begun && (now != room || room == 0)) {
            room = now;
            fit(now);
        }
    }

    /**
     * Gives all columns the room that they want, or as much as there is.
     *
     * @param most for all of them together, in pixels; 0: no limit
     * @return what they take
     */
    public int fit(int most) {
        limit = most;
        room = most;
        fitting = true;
        List<Integer> wanted = IntStream.range(0, widths.size()).mapToObj(this::wanted).toList();
        List<Boolean> fixed = IntStream.range(0, widths.size())
                .mapToObj(i -> presenter.columns().get(i).number() || presenter.width(i).isPresent()).toList();
        List<Integer> before = List.copyOf(given);
        given.clear();
        given.addAll(most <= 0 ? wanted : ColumnWidths.fit(wanted, fixed, most));
        for (int i = 0; i < given.size(); i++) {
            TableColumn column = control().getColumn(i);
            if (column.getWidth() != given.get(i)) {
                column.setWidth(given.get(i));
            }
            column.setResizable(given.get(i) > 0);
        }
        fitting = false;
        if (wraps() && !before.equals(given)) {
            viewer.refresh();
        }
        return width();
    }

    private int wanted(int column) {
        if (!presenter.isShown(column)) {
            return 0;
        }
        int natural = natural(column);
        return presenter.width(column).orElse(natural);
    }

    private int natural(int column) {
        for (int i = natural.size(); i < widths.size(); i++) {
            natural.add(widths.get(i) > 0 ? widths.get(i) : packed(control().getColumn(i)));
        }
        return natural.get(column);
    }

    private static int packed(TableColumn column) {
        column.pack();
        return column.getWidth() + GAP;
    }

    private void keyDown(Event event) {
        if (event.stateMask == SWT.MOD1 && event.keyCode == 'c') {
            copy();
        } else if (event.stateMask == SWT.MOD1 && event.keyCode == 'a') {
            selectAll();
        } else if (event.stateMask == SWT.MOD1 && event.keyCode == 'f' && filter != null) {
            filter.setFocus();
        } else if (event.stateMask == (SWT.MOD1 | SWT.MOD2) && event.keyCode >= '1' && event.keyCode <= '9') {
            presenter.shownAt(event.keyCode - '1').ifPresent(this::sort);
        }
    }

    /** The lines that are selected, from top to bottom. */
    public List<TableLine<T>> selection() {
        return Stream.of(control().getSelection()).map(TableItem::getData).map(this::line).toList();
    }

    /** The rows that are selected, from top to bottom. */
    public List<T> selected() {
        return selection().stream().flatMap(line -> line.row().stream()).toList();
    }

    /** Selects all rows, and tells so. */
    public void selectAll() {
        select(presenter.lines());
    }

    /** Puts the rows that are selected on the clipboard. */
    public void copy() {
        menu.copy(selection());
    }

    public void choose(T row) {
        presenter.lines().stream().filter(line -> line.row().filter(row::equals).isPresent()).findFirst()
                .ifPresent(line -> viewer.setSelection(new StructuredSelection(line), true));
    }

    /** The first row that is selected. */
    public Optional<T> chosen() {
        return selection().stream().flatMap(line -> line.row().stream()).findFirst();
    }

    public TablePresenter<T> presenter() {
        return presenter;
    }

    public Table control() {
        return viewer.getTable();
    }
}
