// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
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

    private final String key;
    private final BiConsumer<String, String> entered;
    private Question question;
    private Optional<String> problem = Optional.empty();
    private Control control;
    /** That helps to fill the field. */
    private Optional<Button> button = Optional.empty();
    private Label hint;
    private Label error;
    private boolean showing;

    /** @param entered told the key and what was entered */
    QuestionControl(String key, BiConsumer<String, String> entered) {
        this.key = key;
        this.entered = entered;
    }

    void create(Composite parent, Question first) {
        question = first;
        Label label = new Label(parent, SWT.NONE);
        label.setText(first.title());
        control = switch (first.kind()) {
            case TEXT -> text(parent);
            case CHOICES_OR_TEXT -> textWithButton(parent, StudyMessages.Study_choose, this::choose);
            case FILE -> textWithButton(parent, StudyMessages.Study_browse, this::browse);
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
        hint = below(parent);
        error = below(parent);
        Look.error(error);
        showProblem(Optional.empty());
        show(first);
    }

    private static Label below(Composite parent) {
        Label gap = new Label(parent, SWT.NONE);
        gap.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        Label label = new Label(parent, SWT.WRAP);
        label.setData(gap);
        label.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return label;
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

    private void browse(Text text) {
        FileDialog dialog = new FileDialog(text.getShell(), SWT.OPEN);
        dialog.setText(question.title());
        if (!text.getText().isBlank()) {
            dialog.setFileName(text.getText().strip());
        }
        String chosen = dialog.open();
        if (chosen != null) {
            text.setText(chosen);
        }
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
        }
        showing = false;
        Look.enable(control, now.enabled());
        button.ifPresent(beside -> beside.setEnabled(now.enabled()));
        showBelow(hint, now.enabled() && problem.isEmpty() ? now.hint() : "");
    }

    void showProblem(Optional<String> now) {
        problem = now;
        showBelow(error, now.orElse(""));
    }

    private static void showBelow(Label label, String text) {
        label.setText(Look.plain(text));
        for (Label part : new Label[] {(Label) label.getData(), label}) {
            GridData data = (GridData) part.getLayoutData();
            data.exclude = text.isEmpty();
            data.widthHint = part == label ? WIDTH : SWT.DEFAULT;
            part.setVisible(!text.isEmpty());
        }
    }
}
