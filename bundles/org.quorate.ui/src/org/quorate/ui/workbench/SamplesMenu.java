// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import java.util.Map;

import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.quorate.ui.Ids;
import org.quorate.ui.Samples;

/** A menu entry for each sample. */
public final class SamplesMenu extends CompoundContributionItem {

    private final Samples samples;

    public SamplesMenu(Samples samples) {
        this.samples = samples;
    }

    @Override
    protected IContributionItem[] getContributionItems() {
        return samples.all().stream().map(sample -> {
            CommandContributionItemParameter item = new CommandContributionItemParameter(PlatformUI.getWorkbench(), null,
                    Ids.OPEN_SAMPLE_COMMAND, CommandContributionItem.STYLE_PUSH);
            item.label = sample.name();
            item.tooltip = sample.title();
            item.parameters = Map.of(Ids.OPEN_SAMPLE_NAME, sample.name());
            return new CommandContributionItem(item);
        }).toArray(IContributionItem[]::new);
    }
}
