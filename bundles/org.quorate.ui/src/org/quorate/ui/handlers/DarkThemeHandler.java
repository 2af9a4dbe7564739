// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.menus.UIElement;
import org.quorate.ui.Ids;
import org.quorate.ui.workbench.Theme;

/** Window &gt; Dark theme: a check mark that changes all windows at once. */
public final class DarkThemeHandler extends AbstractHandler implements IElementUpdater {

    private final Theme theme;

    public DarkThemeHandler(Theme theme) {
        this.theme = theme;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        theme.setDark(!theme.isDark());
        HandlerUtil.getActiveWorkbenchWindow(event).getService(ICommandService.class)
                .refreshElements(Ids.DARK_THEME_COMMAND, null);
        return null;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface says Map
    public void updateElement(UIElement element, Map parameters) {
        element.setChecked(theme.isDark());
    }
}
