// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** Finds widgets as a user does: by kind and by text. To be called in the user interface's thread. */
public final class Widgets {

    private Widgets() {
    }

    /** All visible controls of a kind below one. */
    public static <T extends Control> List<T> all(Control root, Class<T> kind) {
        Stream<T> self = kind.isInstance(root) && root.isVisible() ? Stream.of(kind.cast(root)) : Stream.empty();
        Stream<T> inside = root instanceof Composite composite
                ? Stream.of(composite.getChildren()).flatMap(child -> all(child, kind).stream()) : Stream.empty();
        return Stream.concat(self, inside).toList();
    }

    /** The control that follows the label with that text, or that is in what follows. */
    public static <T extends Control> T labelled(Control root, String label, Class<T> kind) {
        for (Label candidate : all(root, Label.class)) {
            if (candidate.getText().equals(label)) {
                List<Control> siblings = List.of(candidate.getParent().getChildren());
                return all(siblings.get(siblings.indexOf(candidate) + 1), kind).stream().findFirst()
                        .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " behind " + label));
            }
        }
        throw new AssertionError("no field " + label + " among "
                + all(root, Label.class).stream().map(Label::getText).toList());
    }

    /** The button with that text, mnemonics left out. */
    public static Button button(Control root, String text) {
        return all(root, Button.class).stream().filter(button -> button.getText().replace("&", "").equals(text))
                .findFirst().orElseThrow(() -> new AssertionError("no button " + text));
    }

    /** Presses a button. */
    public static void press(Button button) {
        if (!button.isEnabled()) {
            throw new AssertionError(button.getText() + " is disabled");
        }
        button.notifyListeners(SWT.Selection, new Event());
    }

    /** Selects an item by the texts on the way to it; counters behind a text do not matter. */
    public static void select(Tree tree, String... path) {
        TreeItem[] level = tree.getItems();
        TreeItem found = null;
        for (String step : path) {
            found = Stream.of(level).filter(item -> item.getText().split("  ")[0].equals(step)).findFirst()
                    .orElseThrow(() -> new AssertionError("no item " + step));
            if (!found.getExpanded()) {
                Event event = new Event();
                event.item = found;
                tree.notifyListeners(SWT.Expand, event);
                found.setExpanded(true);
            }
            level = found.getItems();
        }
        tree.setSelection(found);
        Event event = new Event();
        event.item = found;
        tree.notifyListeners(SWT.Selection, event);
    }

    /** Chooses an item of a list. */
    public static void choose(org.eclipse.swt.widgets.List list, String item) {
        if (list.indexOf(item) < 0) {
            throw new AssertionError("no " + item + " among " + List.of(list.getItems()));
        }
        list.select(list.indexOf(item));
        list.notifyListeners(SWT.Selection, new Event());
    }

    /** Chooses an item of a list that drops down. */
    public static void choose(Combo combo, String item) {
        if (combo.indexOf(item) < 0) {
            throw new AssertionError("no " + item + " among " + List.of(combo.getItems()));
        }
        combo.select(combo.indexOf(item));
        combo.notifyListeners(SWT.Selection, new Event());
    }

    /** Goes to a place of the scenario in front: to the page of its part, and there in the tree along those texts. */
    public static void goTo(Control root, String page, String... place) {
        showTab(root, page);
        select(all(root, Tree.class).get(0), place);
    }

    /** Brings the tab with that text to the front. */
    public static void showTab(Control root, String text) {
        for (CTabFolder folder : all(root, CTabFolder.class)) {
            for (int i = 0; i < folder.getItemCount(); i++) {
                if (folder.getItem(i).getText().equals(text)) {
                    folder.setSelection(i);
                    Event event = new Event();
                    event.item = folder.getItem(i);
                    folder.notifyListeners(SWT.Selection, event);
                    return;
                }
            }
        }
        throw new AssertionError("no tab " + text);
    }
}
