// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.ListSelectionDialog;
import org.quorate.ui.Look;
import org.quorate.ui.study.ListText;
import org.quorate.ui.study.Question;
import org.quorate.ui.study.StudyMessages;

/** A question of a study: its label, its widget, and below it what may be entered or what is wrong with what was. */
final class QuestionControl {

    private static final int WIDTH = 440;
    private static final int MOST_VISIBLE = 20;
    /** Of choices that can be ticked; the others are scrolled to. */
    private static final int MOST_ROWS = 4;
    /** In pixels: a list without rows does not know how high one is. */
    private static final int LEAST_ROW = 24;

    private final String key;
    private final BiConsumer<String, String> entered;
    private final Consumer<Runnable> left;
    private Question question;
    private Optional<String> problem = Optional.empty();
    private Control control;
    /** That helps to fill the field. */
    private Optional<Button> button = Optional.empty();
    private Label hint;
    private Label error;
    private Link aids;
    private boolean showing;

    /**
     * @param entered told the key and what was entered
     * @param left    told what is to be done instead
     */
    QuestionControl(String key, BiConsumer<String, String> entered, Consumer<Runnable> left) {
        this.key = key;
        this.entered = entered;
        this.left = left;
    }

    void create(Composite parent, Question first) {
        question = first;
        Label label = new Label(parent, SWT.NONE);
        // A tick has its title behind it.
        label.setText(first.kind() == Question.Kind.YES_OR_NO ? "" : first.title());
        control = switch (first.kind()) {
            case TEXT -> text(parent);
            case CHOICES_OR_TEXT -> textWithButton(parent, StudyMessages.Study_choose, this::choose);
            case FILE -> textWithButton(parent, StudyMessages.Study_browse, text -> browse(text, new FileDialog(text.getShell(), SWT.OPEN)));
            case NEW_FILE -> textWithButton(parent, StudyMessages.Study_browse, this::browseNew);
            case YES_OR_NO -> tick(parent, first);
            case SEVERAL -> ticks(parent);
            case CHOICE, CHOICE_OR_TEXT -> combo(parent, first);
        };
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = WIDTH;
        (control.getParent() == parent ? control : control.getParent()).setLayoutData(data);
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = question.title();
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = problem.orElse(question.hint());
            }
        });
        hint = new Label(parent, SWT.WRAP);
        below(parent, hint);
        error = new Label(parent, SWT.WRAP);
        below(parent, error);
        Look.error(error);
        aids = new Link(parent, SWT.NONE);
        below(parent, aids);
        aids.addListener(SWT.Selection, event -> left.accept(question.aids().get(Integer.parseInt(event.text)).work()));
        showProblem(Optional.empty());
        show(first);
    }

    /** Puts a text into the second column. */
    private static void below(Composite parent, Control text) {
        Label gap = new Label(parent, SWT.NONE);
        gap.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        gap.moveAbove(text);
        text.setData(gap);
        text.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    }

    private Control text(Composite parent) {
        Text text = new Text(parent, SWT.BORDER | SWT.SINGLE);
        text.addListener(SWT.Modify, event -> enter(text.getText()));
        return text;
    }

    private Control textWithButton(Composite parent, String title, Consumer<Text> pressed) {
        Composite line = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        line.setLayout(layout);
        Text text = (Text) text(line);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Button choose = new Button(line, SWT.PUSH);
        choose.setText(title);
        choose.setLayoutData(new GridData(SWT.FILL, SWT.FILL, false, false));
        choose.addListener(SWT.Selection, event -> pressed.accept(text));
        button = Optional.of(choose);
        return text;
    }

    private void browse(Text text, FileDialog dialog) {
        dialog.setText(question.title());
        if (!text.getText().isBlank()) {
            dialog.setFileName(text.getText().strip());
        }
        String chosen = dialog.open();
        if (chosen != null) {
            text.setText(chosen);
        }
    }

    private void browseNew(Text text) {
        FileDialog dialog = new FileDialog(text.getShell(), SWT.SAVE);
        // Whether it may be replaced is a question of its own, also for names that are typed.
        dialog.setOverwrite(false);
        dialog.setFilterExtensions(question.choices().toArray(String[]::new));
        int form = IntStream.range(0, question.choices().size())
                .filter(i -> text.getText().strip().endsWith(question.choices().get(i).substring(1))).findFirst().orElse(0);
        dialog.setFilterIndex(form);
        browse(text, dialog);
    }

    private Control tick(Composite parent, Question first) {
        Button tick = new Button(parent, SWT.CHECK);
        tick.setText(Look.plain(first.title()));
        tick.addListener(SWT.Selection, event -> enter(tick.getSelection() ? Question.YES : ""));
        return tick;
    }

    private Control ticks(Composite parent) {
        Table table = new Table(parent, SWT.CHECK | SWT.BORDER | SWT.V_SCROLL);
        table.addListener(SWT.Selection, event -> enter(Question.severalOf(Stream.of(table.getItems()).filter(TableItem::getChecked)
                .map(TableItem::getText).toList())));
        return table;
    }

    private void choose(Text text) {
        List<String> choices = question.choices();
        ListSelectionDialog dialog = new ListSelectionDialog(text.getShell(), choices, ArrayContentProvider.getInstance(), new LabelProvider(),
                question.title());
        dialog.setTitle(StudyMessages.Study_choose_title);
        dialog.setInitialElementSelections(ListText.entries(text.getText()).stream().map(ListText::name).filter(choices::contains).toList());
        dialog.create();
        Look.page(dialog.getShell());
        dialog.getShell().reskin(SWT.ALL);
        if (dialog.open() == Window.OK) {
            text.setText(ListText.ticked(text.getText(), choices, Stream.of(dialog.getResult()).map(String.class::cast).toList()));
        }
    }

    private Control combo(Composite parent, Question first) {
        boolean fixed = first.kind() == Question.Kind.CHOICE;
        Combo combo = new Combo(parent, SWT.DROP_DOWN | (fixed ? SWT.READ_ONLY : SWT.NONE));
        combo.setVisibleItemCount(MOST_VISIBLE);
        combo.setItems(first.choices().toArray(String[]::new));
        combo.addListener(fixed ? SWT.Selection : SWT.Modify, event -> enter(combo.getText()));
        return combo;
    }

    private void enter(String value) {
        if (!showing) {
            entered.accept(key, value);
        }
    }

    /** Shows the present answer; what is being entered just now stays as it is. */
    void show(Question now) {
        question = now;
        showing = true;
        if (control instanceof Text text && !text.getText().equals(now.value())) {
            text.setText(now.value());
        } else if (control instanceof Combo combo && !combo.getText().equals(now.value())) {
            if (now.value().isEmpty()) {
                combo.deselectAll();
            } else {
                combo.setText(now.value());
            }
        } else if (control instanceof Button tick) {
            tick.setSelection(now.value().equals(Question.YES));
        } else if (control instanceof Table table) {
            show(table, now);
        }
        showing = false;
        Look.enable(control, now.enabled());
        button.ifPresent(beside -> beside.setEnabled(now.enabled()));
        showHint();
        aids.setText(IntStream.range(0, now.aids().size())
                .mapToObj(i -> "<a href=\"" + i + "\">" + Look.plain(now.aids().get(i).title()) + "</a>").collect(Collectors.joining("    ")));
        showBelow(aids, !now.aids().isEmpty());
    }

    /** Lists that are found later come with the answer that names some of them. */
    private static void show(Table table, Question now) {
        List<String> before = Stream.of(table.getItems()).map(TableItem::getText).toList();
        if (before.isEmpty() || !before.equals(now.choices())) {
            table.removeAll();
            now.choices().forEach(choice -> new TableItem(table, SWT.NONE).setText(choice));
            int rows = Math.max(1, Math.min(now.choices().size(), MOST_ROWS));
            ((GridData) table.getLayoutData()).heightHint = rows * Math.max(table.getItemHeight(), LEAST_ROW);
        }
        List<String> chosen = Question.several(now.value());
        Stream.of(table.getItems()).forEach(item -> item.setChecked(chosen.contains(item.getText())));
    }

    void showProblem(Optional<String> now) {
        problem = now;
        error.setText(Look.plain(now.orElse("")));
        showBelow(error, now.isPresent());
    }

    private void showHint() {
        String text = problem.isEmpty() ? question.hint() : "";
        hint.setText(Look.plain(text));
        showBelow(hint, !text.isEmpty());
    }

    private static void showBelow(Control text, boolean now) {
        for (Control part : new Control[] {(Label) text.getData(), text}) {
            GridData data = (GridData) part.getLayoutData();
            data.exclude = !now;
            data.widthHint = part == text ? WIDTH : SWT.DEFAULT;
            part.setVisible(now);
        }
    }
}
