// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.quorate.ui.Look;
import org.quorate.ui.Ids;
import org.quorate.ui.document.RecentFiles;

/** A menu entry for each recent file; a digit chooses one by keyboard. */
public final class RecentMenu extends CompoundContributionItem {

    private final RecentFiles recent;

    public RecentMenu(RecentFiles recent) {
        this.recent = recent;
    }

    @Override
    protected IContributionItem[] getContributionItems() {
        List<Path> files = recent.files();
        return IntStream.range(0, files.size()).mapToObj(i -> item(i, files.get(i))).toArray(IContributionItem[]::new);
    }

    private static IContributionItem item(int index, Path file) {
        CommandContributionItemParameter item = new CommandContributionItemParameter(PlatformUI.getWorkbench(), null,
                Ids.OPEN_RECENT_COMMAND, CommandContributionItem.STYLE_PUSH);
        item.label = (index < 9 ? "&" + (index + 1) + " " : "") + Look.plain(file.toString());
        item.parameters = Map.of(Ids.OPEN_RECENT_PATH, file.toString());
        return new CommandContributionItem(item);
    }
}
