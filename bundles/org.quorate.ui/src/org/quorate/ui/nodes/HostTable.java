// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerEditor;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationStrategy;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.FocusCellOwnerDrawHighlighter;
import org.eclipse.jface.viewers.ICellEditorListener;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TableViewerEditor;
import org.eclipse.jface.viewers.TableViewerFocusCellManager;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.quorate.ui.AccessibleNames;
import org.quorate.ui.Look;

/** The hosts of nodes, edited in place: by a click, or by Enter or F2. Without a scenario nodes are added and removed. */
final class HostTable {

    private static final int NODE_WIDTH = 160;
    private static final int HOST_WIDTH = 280;
    private static final int HEIGHT = 150;

    private final ReachPresenter presenter;
    private final Runnable changed;
    private final List<Editing> editing = new ArrayList<>();
    private TableViewer viewer;
    private Button remove;

    HostTable(ReachPresenter presenter, Runnable changed) {
        this.presenter = presenter;
        this.changed = changed;
    }

    Composite create(Composite parent) {
        Composite whole = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(presenter.isFree() ? 2 : 1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        whole.setLayout(layout);
        viewer = new TableViewer(whole, SWT.FULL_SELECTION | SWT.BORDER | SWT.SINGLE);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.getTable().setHeaderVisible(true);
        viewer.getTable().setLinesVisible(true);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = HEIGHT;
        viewer.getTable().setLayoutData(data);
        AccessibleNames.set(viewer.getTable(), NodesMessages.Reach_hosts, NodesMessages.Reach_hosts_how);
        // Enter edits a host and begins nothing.
        viewer.getTable().addListener(SWT.Traverse, event -> event.doit &= event.detail != SWT.TRAVERSE_RETURN);
        column(NodesMessages.Reach_node, NODE_WIDTH, ReachPresenter.Row::node, presenter.isFree(), presenter::setNode);
        column(NodesMessages.Reach_host, HOST_WIDTH, ReachPresenter.Row::host, true, presenter::setHost);
        editByKeys();
        if (presenter.isFree()) {
            buttons(whole);
        }
        show();
        return whole;
    }

    private void buttons(Composite whole) {
        Composite side = new Composite(whole, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        side.setLayout(layout);
        side.setLayoutData(new GridData(SWT.FILL, SWT.TOP, false, false));
        Button add = button(side, NodesMessages.Reach_add);
        add.addListener(SWT.Selection, event -> {
            finish();
            presenter.add();
            show();
            int last = presenter.rows().size() - 1;
            viewer.getTable().setSelection(last);
            viewer.editElement(last, 1);
            update();
            changed.run();
        });
        remove = button(side, NodesMessages.Reach_remove);
        remove.addListener(SWT.Selection, event -> {
            viewer.cancelEditing();
            int index = viewer.getTable().getSelectionIndex();
            if (index >= 0) {
                presenter.remove(index);
                show();
                changed.run();
            }
        });
        viewer.addSelectionChangedListener(event -> update());
    }

    private static Button button(Composite side, String text) {
        Button button = new Button(side, SWT.PUSH);
        button.setText(text);
        button.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return button;
    }

    private void update() {
        if (remove != null) {
            Look.enable(remove, viewer.getTable().getSelectionIndex() >= 0);
        }
    }

    /** Rows are known by their index. */
    void show() {
        int chosen = viewer.getTable().getSelectionIndex();
        viewer.setInput(IntStream.range(0, presenter.rows().size()).boxed().toList());
        viewer.getTable().setSelection(Math.min(chosen, presenter.rows().size() - 1));
        update();
    }

    /** Takes over what is being edited. */
    void finish() {
        editing.forEach(Editing::finish);
        viewer.cancelEditing();
    }

    private void column(String title, int width, Function<ReachPresenter.Row, String> text, boolean editable, BiConsumer<Integer, String> entered) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object row) {
                List<ReachPresenter.Row> rows = presenter.rows();
                return (int) row < rows.size() ? text.apply(rows.get((int) row)) : "";
            }
        });
        if (editable) {
            Editing support = new Editing(text, entered);
            editing.add(support);
            column.setEditingSupport(support);
        }
    }

    private void editByKeys() {
        TableViewerFocusCellManager cells = new TableViewerFocusCellManager(viewer, new FocusCellOwnerDrawHighlighter(viewer));
        ColumnViewerEditorActivationStrategy strategy = new ColumnViewerEditorActivationStrategy(viewer) {
            @Override
            protected boolean isEditorActivationEvent(ColumnViewerEditorActivationEvent event) {
                boolean key = event.eventType == ColumnViewerEditorActivationEvent.KEY_PRESSED
                        && (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR || event.keyCode == SWT.F2);
                return key || event.eventType == ColumnViewerEditorActivationEvent.TRAVERSAL
                        || event.eventType == ColumnViewerEditorActivationEvent.MOUSE_CLICK_SELECTION
                        || event.eventType == ColumnViewerEditorActivationEvent.PROGRAMMATIC;
            }
        };
        strategy.setEnableEditorActivationWithKeyboard(true);
        TableViewerEditor.create(viewer, cells, strategy, ColumnViewerEditor.TABBING_HORIZONTAL | ColumnViewerEditor.TABBING_VERTICAL
                | ColumnViewerEditor.KEYBOARD_ACTIVATION);
    }

    /** Edits one column in place. */
    private final class Editing extends EditingSupport {

        private final Function<ReachPresenter.Row, String> text;
        private final BiConsumer<Integer, String> entered;
        private final TextCellEditor editor = new TextCellEditor(viewer.getTable());
        private int edited;
        private String former = "";

        Editing(Function<ReachPresenter.Row, String> text, BiConsumer<Integer, String> entered) {
            super(viewer);
            this.text = text;
            this.entered = entered;
            // What is typed counts at once, so that what is wrong with it is said while one types; Escape takes it back.
            editor.addListener(new ICellEditorListener() {
                @Override
                public void applyEditorValue() {
                    take(editor.getValue());
                }

                @Override
                public void cancelEditor() {
                    take(former);
                }

                @Override
                public void editorValueChanged(boolean before, boolean now) {
                    take(((Text) editor.getControl()).getText());
                }
            });
        }

        private void take(Object value) {
            entered.accept(edited, String.valueOf(value));
            changed.run();
        }

        @Override
        protected CellEditor getCellEditor(Object row) {
            return editor;
        }

        @Override
        protected boolean canEdit(Object row) {
            return true;
        }

        @Override
        protected Object getValue(Object row) {
            edited = (int) row;
            former = text.apply(presenter.rows().get(edited));
            return former;
        }

        void finish() {
            if (editor.isActivated()) {
                setValue(edited, editor.getValue());
            }
        }

        @Override
        protected void setValue(Object row, Object value) {
            take(value);
            viewer.update(row, null);
        }
    }
}
