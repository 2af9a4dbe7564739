// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.quorate.ui.AccessibleNames;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;
import org.quorate.ui.SeverityIcons;
import org.quorate.ui.ViewTools;
import org.quorate.ui.table.RowTable;

/** What is wrong with nodes: a list, what is chosen in full below it, and its quick fix. */
final class FindingList {

    private static final int[] SHARES = {50, 50};
    private static final int TITLE_WIDTH = 380;
    private static final int FIX_WIDTH = 230;

    private final RowTable<NodesPresenter.Item> table;
    private final Text details;
    private final Button fix;
    private Predicate<List<NodesPresenter.Item>> possible = chosen -> false;

    /**
     * @param fixed  told of which findings the fixes are to be made
     * @param opened told which finding's field is to be shown
     */
    FindingList(Composite parent, ViewTools tools, Consumer<List<NodesPresenter.Item>> fixed, Consumer<NodesPresenter.Item> opened) {
        SashForm sash = new SashForm(parent, SWT.VERTICAL);
        table = new RowTable<>(sash, "nodeItems", tools);
        table.named(Messages.Advice_findings);
        table.knownBy(item -> List.of(item.title(), item.path()));
        table.iconColumn(Messages.Advice_what, TITLE_WIDTH, NodesPresenter.Item::title, item -> SeverityIcons.of(item.severity()));
        table.sortedBy(item -> item.severity().ordinal());
        table.column(Messages.Advice_fix, FIX_WIDTH, NodesPresenter.Item::fix);
        table.actionOnAll(Messages.Advice_apply, chosen -> possible.test(chosen), fixed);
        Composite below = new Composite(sash, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 2;
        below.setLayout(layout);
        details = new Text(below, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        AccessibleNames.set(details, Messages.Advice_details);
        details.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        fix = new Button(below, SWT.PUSH);
        fix.setText(Messages.Advice_apply);
        fix.setToolTipText(Messages.Advice_apply_tip);
        fix.setLayoutData(new GridData(SWT.LEFT, SWT.BOTTOM, false, false));
        fix.addListener(SWT.Selection, event -> fixed.accept(table.selected()));
        sash.setWeights(SHARES);
        table.onChoice(this::update);
        table.onOpen(opened);
        table.control().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.F4) {
                table.chosen().ifPresent(opened);
            } else if (event.stateMask == SWT.MOD1 && event.keyCode == '1' && possible.test(table.selected())) {
                fixed.accept(table.selected());
            }
        });
        PlatformUI.getWorkbench().getHelpSystem().setHelp(table.control(), "org.quorate.ui.nodes");
    }

    /**
     * @param canFix tells whether there is something to be fixed in what is chosen
     * @param fresh  of another inventory: one begins with the gravest
     */
    void show(List<NodesPresenter.Item> items, Predicate<List<NodesPresenter.Item>> canFix, boolean fresh) {
        possible = canFix;
        table.show(items);
        if ((fresh || table.selected().isEmpty()) && !items.isEmpty()) {
            table.choose(items.get(0));
        }
        update();
    }

    private void update() {
        List<NodesPresenter.Item> chosen = table.selected();
        String text = chosen.isEmpty() ? NodesMessages.Nodes_nothing_wrong : chosen.get(0).details();
        if (!text.equals(details.getText())) {
            details.setText(text);
        }
        Look.enable(fix, possible.test(chosen));
    }
}
