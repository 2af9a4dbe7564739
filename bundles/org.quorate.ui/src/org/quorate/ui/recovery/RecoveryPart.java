// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.recovery;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;
import org.quorate.ui.PagePart;
import org.quorate.ui.ViewTools;
import org.quorate.ui.document.Autosaves;
import org.quorate.ui.editor.ScenarioEditor;
import org.quorate.ui.editor.ScenarioEditors;
import org.quorate.ui.table.RowTable;
import org.quorate.ui.workbench.Theme;

/** Lists what was edited before a crash, with what each edit did. It waits: nothing is recovered or dropped unasked. */
public final class RecoveryPart extends PagePart {

    private static final int MARGIN = 12;
    private static final int WIDEST_TEXT = 900;

    private final Autosaves autosaves;
    private final Recoveries recoveries;
    private final ScenarioEditors editors;
    private final Theme theme;
    private final ViewTools tools;
    private final List<Offer> offers = new ArrayList<>();
    private Label heading;
    private RowTable<Offer> table;
    private DifferenceArea difference;
    private Button recover;
    private Button recoverAll;
    private Button discard;

    public RecoveryPart(Autosaves autosaves, Recoveries recoveries, ScenarioEditors editors, Theme theme, ViewTools tools) {
        this.autosaves = autosaves;
        this.recoveries = recoveries;
        this.editors = editors;
        this.theme = theme;
        this.tools = tools;
    }

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        super.init(site, input);
        offers.addAll(((RecoveryInput) input).offers());
    }

    @Override
    public void createPartControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = MARGIN;
        layout.marginHeight = MARGIN;
        layout.verticalSpacing = MARGIN;
        page.setLayout(layout);
        Look.page(page);
        heading = new Label(page, SWT.WRAP);
        GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false);
        wide.widthHint = WIDEST_TEXT;
        heading.setLayoutData(wide);
        SashForm sash = new SashForm(page, SWT.VERTICAL);
        sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table = new RowTable<>(sash, "recovery", tools);
        table.named(Messages.Recovery_title);
        table.column(Messages.Recovery_scenario, 200, Offer::name);
        table.column(Messages.Recovery_edited, 180, offer -> offer.edited(Locale.getDefault(), ZoneId.systemDefault()));
        table.column(Messages.Recovery_changes, 150, Offer::lines);
        table.column(Messages.Recovery_note, 330, Offer::note);
        table.column(Messages.Recovery_folder, 420, Offer::folder);
        table.onChoice(this::showChosen);
        table.onOpen(this::recover);
        difference = new DifferenceArea(sash, theme);
        sash.setWeights(35, 65);
        createButtons(page);
        refresh();
    }

    private void createButtons(Composite page) {
        Composite buttons = new Composite(page, SWT.NONE);
        RowLayout row = new RowLayout(SWT.HORIZONTAL);
        row.marginLeft = 0;
        row.pack = false;
        row.spacing = MARGIN / 2;
        buttons.setLayout(row);
        recover = button(buttons, Messages.Recovery_recover, () -> table.chosen().ifPresent(this::recover));
        recoverAll = button(buttons, Messages.Recovery_recover_all, this::recoverAll);
        discard = button(buttons, Messages.Recovery_discard, () -> table.chosen().ifPresent(this::askAndDiscard));
        button(buttons, Messages.Recovery_later, this::close);
    }

    private static Button button(Composite parent, String text, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private void refresh() {
        heading.setText(offers.isEmpty() ? Messages.Recovery_none : Messages.bind(Messages.Recovery_heading, offers.size()));
        table.show(List.copyOf(offers));
        if (!offers.isEmpty()) {
            table.choose(offers.get(0));
        }
        recoverAll.setEnabled(offers.size() > 1);
        showChosen();
        heading.getParent().layout();
    }

    private void showChosen() {
        Optional<Offer> chosen = table.chosen();
        recover.setEnabled(chosen.isPresent());
        discard.setEnabled(chosen.isPresent());
        difference.show(chosen.map(Offer::difference));
    }

    /** The last edited at last: of two that are of one file, it is the one that stays. */
    private void recoverAll() {
        List<Offer> all = new ArrayList<>(offers);
        Collections.reverse(all);
        all.forEach(this::recover);
    }

    private void recover(Offer offer) {
        boolean there = offer.origin() == Offer.Origin.UNTOUCHED || offer.origin() == Offer.Origin.CHANGED;
        Optional<ScenarioEditor> editor = there ? editors.open(getSite().getPage(), offer.recovery().file().orElseThrow())
                : editors.openNew(getSite().getPage(), offer.title(), offer.recovery().text());
        editor.ifPresent(opened -> {
            opened.recover(offer.recovery(), () -> recoveries.discard(offer.left()));
            decided(offer);
        });
    }

    private void askAndDiscard(Offer offer) {
        if (MessageDialog.openConfirm(getSite().getShell(), Messages.Recovery_discard_title,
                Messages.bind(Messages.Recovery_discard_sure, offer.name()))) {
            autosaves.inBackground(() -> recoveries.discard(offer.left()));
            decided(offer);
        }
    }

    private void decided(Offer offer) {
        offers.remove(offer);
        refresh();
        if (offers.isEmpty()) {
            close();
        }
    }

    /** After what is being done with its widgets. */
    private void close() {
        heading.getDisplay().asyncExec(() -> getSite().getPage().closeEditor(this, false));
    }

    @Override
    public void setFocus() {
        table.control().setFocus();
    }

    @Override
    public void dispose() {
        autosaves.inBackground(recoveries::release);
        super.dispose();
    }
}
