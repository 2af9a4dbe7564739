// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import java.util.Map;

import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.quorate.app.Samples;
import org.quorate.ui.Ids;

/** A menu entry for each sample. */
public final class SamplesMenu extends CompoundContributionItem {

    private final Samples samples;

    public SamplesMenu(Samples samples) {
        this.samples = samples;
    }

    @Override
    protected IContributionItem[] getContributionItems() {
        return samples.names().stream().map(name -> {
            CommandContributionItemParameter item = new CommandContributionItemParameter(PlatformUI.getWorkbench(), null,
                    Ids.OPEN_SAMPLE_COMMAND, CommandContributionItem.STYLE_PUSH);
            item.label = name;
            item.parameters = Map.of(Ids.OPEN_SAMPLE_NAME, name);
            return new CommandContributionItem(item);
        }).toArray(IContributionItem[]::new);
    }
}
