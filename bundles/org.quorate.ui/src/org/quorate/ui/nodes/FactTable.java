// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.quorate.ui.ViewTools;
import org.quorate.ui.table.RowTable;

/** Facts, a row each, with a column for each node; made when there are nodes, and anew when there are others. */
final class FactTable {

    /** No shared image has this name. */
    private static final String NO_ICON = "";

    private final Composite place;
    private final Composite filterPlace;
    private final ViewTools tools;
    private List<String> nodes = List.of();
    private RowTable<Fact> table;

    /** @param filterPlace gets the field for words to filter by */
    FactTable(Composite parent, Composite filterPlace, ViewTools tools) {
        this.filterPlace = filterPlace;
        this.tools = tools;
        place = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 2;
        place.setLayout(layout);
    }

    private void create() {
        table = new RowTable<>(place, "nodeFacts", tools);
        table.named(NodesMessages.Nodes_facts);
        table.knownBy(Fact::identity);
        table.iconColumn(NodesMessages.Nodes_fact, 0, Fact::title, fact -> fact.isOdd() ? ISharedImages.IMG_OBJS_WARN_TSK : NO_ICON);
        table.column(NodesMessages.Nodes_compared_column, 0, NodesPresenter::compared);
        for (int i = 0; i < nodes.size(); i++) {
            int node = i;
            table.column(nodes.get(i), 0, fact -> NodesPresenter.cell(fact, node));
        }
        table.groupBy(Fact::group);
        table.filterField(filterPlace);
        table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        PlatformUI.getWorkbench().getHelpSystem().setHelp(table.control(), "org.quorate.ui.nodes");
    }

    void show(List<String> names, List<Fact> facts) {
        if (!names.equals(nodes)) {
            nodes = names;
            if (table != null) {
                table.filter().ifPresent(Text::dispose);
                table.control().dispose();
            }
            create();
            place.layout();
            filterPlace.layout();
        }
        if (table != null) {
            table.show(facts);
        }
    }

    void setFocus() {
        if (table != null) {
            table.control().setFocus();
        }
    }
}
