// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.IElementComparer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.quorate.ui.AccessibleNames;
import org.quorate.ui.Messages;
import org.quorate.ui.form.OutlineNode;
import org.quorate.ui.form.ScenarioForm;

/** The tree of a scenario, with buttons and a context menu that add and remove. */
final class OutlinePanel implements Navigator {

    private final ScenarioForm presenter;
    private final Icons icons;
    private final Consumer<String> select;
    private final Consumer<ScenarioForm.Addition> add;
    private final Runnable remove;
    private final Runnable duplicate;
    private TreeViewer tree;
    private Button addButton;
    private Button removeButton;
    private boolean refreshing;

    OutlinePanel(ScenarioForm presenter, Icons icons, Consumer<String> select, Consumer<ScenarioForm.Addition> add,
            Runnable remove, Runnable duplicate) {
        this.presenter = presenter;
        this.icons = icons;
        this.select = select;
        this.add = add;
        this.remove = remove;
        this.duplicate = duplicate;
    }

    @Override
    public void create(Composite parent) {
        Composite panel = new Composite(parent, SWT.NONE);
        panel.setLayout(new GridLayout(2, true));
        tree = new TreeViewer(panel, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        tree.getTree().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
        tree.setComparer(new ByPath());
        tree.setContentProvider(new Content());
        tree.setLabelProvider(new OutlineLabels(icons));
        AccessibleNames.set(tree.getTree(), Messages.Editor_outline);
        tree.addSelectionChangedListener(event -> selectionChanged(event.getStructuredSelection()));
        tree.getTree().addListener(SWT.KeyDown, this::keyDown);
        addButton = button(panel, Messages.Form_add_button);
        addButton.addListener(SWT.Selection, event -> openAddMenu());
        removeButton = button(panel, Messages.Form_remove_button);
        removeButton.addListener(SWT.Selection, event -> remove.run());
        createContextMenu();
        tree.setInput(presenter);
        tree.expandToLevel(3);
        showSelection();
    }

    private static Button button(Composite parent, String text) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return button;
    }

    private void createContextMenu() {
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::fillMenu);
        tree.getTree().setMenu(menu.createContextMenu(tree.getTree()));
    }

    private void fillMenu(IMenuManager menu) {
        presenter.additions().forEach(addition -> menu.add(action(addition.title(), () -> add.accept(addition))));
        if (presenter.canDuplicate()) {
            menu.add(action(Messages.Picture_duplicate, duplicate));
        }
        if (presenter.canRemove()) {
            menu.add(action(Messages.Form_remove_button, remove));
        }
    }

    private static Action action(String title, Runnable run) {
        return new Action(title) {
            @Override
            public void run() {
                run.run();
            }
        };
    }

    /** One kind is added at once; of several, a menu asks which. */
    private void openAddMenu() {
        List<ScenarioForm.Addition> additions = presenter.additions();
        if (additions.size() == 1) {
            add.accept(additions.get(0));
            return;
        }
        MenuManager menu = new MenuManager();
        additions.forEach(addition -> menu.add(action(addition.title(), () -> add.accept(addition))));
        menu.createContextMenu(addButton).setVisible(true);
    }

    private void keyDown(Event event) {
        if (event.keyCode == SWT.DEL && presenter.canRemove()) {
            remove.run();
        } else if (event.keyCode == SWT.INSERT && !presenter.additions().isEmpty()) {
            openAddMenu();
        }
    }

    private void selectionChanged(IStructuredSelection selection) {
        if (!refreshing && selection.getFirstElement() instanceof OutlineNode node) {
            select.accept(node.path());
            enable();
        }
    }

    private void enable() {
        addButton.setEnabled(!presenter.additions().isEmpty());
        removeButton.setEnabled(presenter.canRemove());
    }

    @Override
    public void refresh() {
        refreshing = true;
        try {
            tree.refresh();
        } finally {
            refreshing = false;
        }
        showSelection();
    }

    @Override
    public void showSelection() {
        presenter.selectedNode().ifPresent(node -> {
            boolean shown = tree.getStructuredSelection().getFirstElement() instanceof OutlineNode old
                    && old.path().equals(node.path());
            if (!shown) {
                refreshing = true;
                tree.setSelection(new StructuredSelection(node), true);
                refreshing = false;
            }
        });
        enable();
    }

    @Override
    public void setFocus() {
        tree.getTree().setFocus();
    }

    /** Each edit makes new nodes; those of the same path are the same place. */
    private static final class ByPath implements IElementComparer {

        @Override
        public boolean equals(Object first, Object second) {
            return first instanceof OutlineNode a && second instanceof OutlineNode b ? a.path().equals(b.path())
                    : first.equals(second);
        }

        @Override
        public int hashCode(Object element) {
            return element instanceof OutlineNode node ? node.path().hashCode() : element.hashCode();
        }
    }

    private static final class Content implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object input) {
            return ((ScenarioForm) input).roots().toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return ((OutlineNode) parent).children().toArray();
        }

        @Override
        public Object getParent(Object element) {
            return null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return !((OutlineNode) element).children().isEmpty();
        }
    }
}
