// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;
import org.quorate.ui.Desktop;
import org.quorate.ui.Messages;
import org.quorate.ui.ViewTools;
import org.quorate.ui.export.Exports;
import org.quorate.ui.table.RowTable;
import org.quorate.ui.table.StoredColumns;

/** A table in a window, with header, keys, filter and menu as a user has them. */
class TableTest extends WorkbenchTest {

    private record Host(String name, double load, String note) {
    }

    private static final List<Host> HOSTS = List.of(new Host("node10", 0.5, "short"), new Host("node2", 3, "a note that is so long that no window holds it".repeat(5)),
            new Host("node1", 12, ""));

    private final Preferences preferences = InstanceScope.INSTANCE.getNode("org.quorate.ui.tests");
    @TempDir
    private Path folder;
    private Shell shell;
    private RowTable<Host> table;
    private Text filter;

    @BeforeEach
    void openTable() {
        workbench().ui(() -> {
            Desktop desktop = PlatformUI.getWorkbench().getService(Desktop.class);
            Exports exports = new Exports(preferences, (window, start, name, form) -> Optional.of(folder.resolve(name)));
            shell = new Shell(root().getShell(), SWT.SHELL_TRIM);
            shell.setLayout(new GridLayout());
            table = new RowTable<>(shell, "hosts", new ViewTools(new StoredColumns(preferences.node("tables")), exports, desktop.views().icons()));
            table.named("Hosts");
            table.column("Name", 120, Host::name);
            table.numberColumn("Load", 90, Host::load, host -> host.load() + " %");
            table.column("Note", 900, Host::note);
            filter = table.filterField(shell);
            filter.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
            table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
            table.show(HOSTS);
            shell.setSize(640, 300);
            shell.open();
        });
        workbench().settle();
    }

    @AfterEach
    void closeShell() throws BackingStoreException {
        workbench().ui(shell::dispose);
        preferences.node("tables").removeNode();
    }

    private List<String> names() {
        return workbench().ask(() -> Stream.of(table.control().getItems()).map(TableItem::getText).toList());
    }

    private MenuItem item(Menu menu, String text) {
        menu.notifyListeners(SWT.Show, new Event());
        return Stream.of(menu.getItems()).filter(item -> item.getText().startsWith(text)).findFirst().orElseThrow();
    }

    private void choose(String... path) {
        workbench().ui(() -> {
            Menu menu = table.control().getMenu();
            MenuItem item = item(menu, path[0]);
            for (int i = 1; i < path.length; i++) {
                item = item(item.getMenu(), path[i]);
            }
            item.notifyListeners(SWT.Selection, new Event());
        });
    }

    @Test
    void aClickOnATitleSorts() {
        workbench().ui(() -> {
            table.choose(HOSTS.get(1));
            table.control().getColumn(1).notifyListeners(SWT.Selection, new Event());
            table.control().getColumn(1).notifyListeners(SWT.Selection, new Event());
        });
        assertEquals(List.of("node1", "node2", "node10"), names());
        workbench().ui(() -> {
            assertEquals(SWT.DOWN, table.control().getSortDirection());
            assertEquals(Optional.of(HOSTS.get(1)), table.chosen(), "what was chosen stays so");
        });
        choose(Messages.Table_sort, "Name");
        assertEquals(List.of("node1", "node2", "node10"), names(), "the same by the menu");
    }

    @Test
    void keysSortByTheirDigits() {
        for (int i = 0; i < 2; i++) {
            workbench().ui(() -> {
                Event event = new Event();
                event.keyCode = '2';
                event.stateMask = SWT.MOD1 | SWT.MOD2;
                table.control().notifyListeners(SWT.KeyDown, event);
            });
        }
        assertEquals(List.of("node1", "node2", "node10"), names(), "twice: falling");
    }

    @Test
    void widthsAreRememberedAndReset() {
        workbench().ui(() -> table.control().getColumn(0).setWidth(203));
        workbench().settle();
        workbench().ui(() -> {
            assertEquals("Name:shown:203;Load:shown;Note:shown", preferences.node("tables").get("hosts", ""));
            shell.setSize(700, 300);
        });
        workbench().settle();
        workbench().ui(() -> assertEquals(203, table.control().getColumn(0).getWidth(), "in a window of another size, too"));
        choose(Messages.Table_columns, Messages.Table_reset);
        workbench().settle();
        workbench().ui(() -> {
            assertEquals(120, table.control().getColumn(0).getWidth());
            assertEquals("", preferences.node("tables").get("hosts", ""));
        });
    }

    @Test
    void wordsFilter() {
        workbench().ui(() -> filter.setText("node1"));
        assertEquals(List.of("node10", "node1"), names());
        workbench().ui(() -> {
            Event event = new Event();
            event.keyCode = SWT.ESC;
            filter.notifyListeners(SWT.KeyDown, event);
        });
        assertEquals(3, names().size());
    }

    @Test
    void theLastColumnIsSeen() {
        workbench().ui(() -> {
            int all = Stream.of(table.control().getColumns()).mapToInt(column -> column.getWidth()).sum();
            assertTrue(all <= table.control().getClientArea().width + 2, all + " of " + table.control().getClientArea().width);
            assertTrue(table.control().getColumn(2).getWidth() > 200);
        });
    }

    @Test
    void columnsAreHiddenAndComeBack() {
        choose(Messages.Table_columns, "Load");
        workbench().settle();
        workbench().ui(() -> assertEquals(0, table.control().getColumn(1).getWidth()));
        workbench().ui(() -> assertTrue(preferences.node("tables").get("hosts", "").contains("Load:hidden")));
        choose(Messages.Table_columns, Messages.Table_reset);
        workbench().settle();
        workbench().ui(() -> assertTrue(table.control().getColumn(1).getWidth() > 50));
    }

    @Test
    void rowsAreCopiedAndWritten() throws Exception {
        workbench().ui(() -> {
            table.choose(HOSTS.get(2));
            Event event = new Event();
            event.stateMask = SWT.MOD1;
            event.keyCode = 'c';
            table.control().notifyListeners(SWT.KeyDown, event);
            Clipboard clipboard = new Clipboard(root().getDisplay());
            assertEquals("Name\tLoad\tNote\nnode1\t12.0 %\t", clipboard.getContents(TextTransfer.getInstance()));
            clipboard.dispose();
        });
        workbench().ui(() -> filter.setText("node1"));
        choose(Messages.Table_csv);
        workbench().await("the file", () -> Files.exists(folder.resolve("Hosts.csv")));
        assertEquals("Name,Load,Note\nnode10,0.5,short\nnode1,12,\n", Files.readString(folder.resolve("Hosts.csv")));
    }
}
