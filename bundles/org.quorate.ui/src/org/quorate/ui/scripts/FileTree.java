// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.scripts;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.ui.AccessibleNames;

/** The files of an export with their checksums. Used by the user interface's thread. */
final class FileTree {

    private static final int NAME_WIDTH = 240;
    private static final int SUM_WIDTH = 160;

    private TreeViewer viewer;

    /** @param chosen told the file that is looked at */
    void create(Composite parent, Consumer<GeneratedFile> chosen) {
        viewer = new TreeViewer(parent, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL | SWT.FULL_SELECTION);
        viewer.setContentProvider(new FileContent());
        AccessibleNames.set(viewer.getTree(), ScriptsMessages.Scripts_files);
        viewer.getTree().setHeaderVisible(true);
        column(ScriptsMessages.Scripts_file, NAME_WIDTH, FileNode::name, true);
        column(ScriptsMessages.Scripts_checksum, SUM_WIDTH, FileNode::checksum, false);
        viewer.addSelectionChangedListener(event -> file().ifPresent(chosen));
        Menu menu = new Menu(viewer.getTree());
        item(menu, ScriptsMessages.Scripts_copy_file, node -> node.file().orElseThrow().content());
        item(menu, ScriptsMessages.Scripts_copy_path, node -> node.file().orElseThrow().path());
        item(menu, ScriptsMessages.Scripts_copy_checksum, FileNode::checksum);
        viewer.getTree().setMenu(menu);
    }

    private void column(String title, int width, Function<FileNode, String> text, boolean icon) {
        TreeViewerColumn column = new TreeViewerColumn(viewer, SWT.LEFT);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text.apply((FileNode) element);
            }

            @Override
            public Image getImage(Object element) {
                String image = ((FileNode) element).file().isPresent() ? ISharedImages.IMG_OBJ_FILE : ISharedImages.IMG_OBJ_FOLDER;
                return icon ? PlatformUI.getWorkbench().getSharedImages().getImage(image) : null;
            }
        });
    }

    private void item(Menu menu, String title, Function<FileNode, String> text) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(title);
        item.addListener(SWT.Selection, event -> node().filter(node -> node.file().isPresent()).ifPresent(node -> copy(text.apply(node))));
    }

    private void copy(String text) {
        Clipboard clipboard = new Clipboard(viewer.getTree().getDisplay());
        clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    private Optional<FileNode> node() {
        return Optional.ofNullable((FileNode) viewer.getStructuredSelection().getFirstElement());
    }

    private Optional<GeneratedFile> file() {
        return node().flatMap(FileNode::file);
    }

    /** Shows other files, and looks at the one that was looked at before, else at the first. */
    void show(List<FileNode> files, Optional<GeneratedFile> first) {
        Optional<String> before = file().map(GeneratedFile::path);
        viewer.setInput(files);
        viewer.expandToLevel(2);
        Optional<FileNode> again = before.flatMap(path -> find(files, path));
        again.or(() -> first.flatMap(file -> find(files, file.path())))
                .ifPresent(node -> viewer.setSelection(new StructuredSelection(node), true));
    }

    private static Optional<FileNode> find(List<FileNode> nodes, String path) {
        return nodes.stream().flatMap(node -> node.file().filter(file -> file.path().equals(path)).map(file -> node)
                .or(() -> find(node.children(), path)).stream()).findFirst();
    }

    void setFocus() {
        viewer.getTree().setFocus();
    }
}
