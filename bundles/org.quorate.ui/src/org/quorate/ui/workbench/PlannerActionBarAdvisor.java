// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.quorate.ui.Messages;

/** The menus with what every workbench has; {@code plugin.xml} adds our own commands at the group markers. */
final class PlannerActionBarAdvisor extends ActionBarAdvisor {

    private IWorkbenchWindow window;

    PlannerActionBarAdvisor(IActionBarConfigurer configurer) {
        super(configurer);
    }

    @Override
    protected void makeActions(IWorkbenchWindow owner) {
        window = owner;
    }

    @Override
    protected void fillMenuBar(IMenuManager bar) {
        bar.add(fileMenu());
        bar.add(editMenu());
        bar.add(new MenuManager(Messages.Menu_run, "run"));
        bar.add(new MenuManager(Messages.Menu_nodes, "nodes"));
        bar.add(windowMenu());
        bar.add(helpMenu());
    }

    private IMenuManager fileMenu() {
        IMenuManager menu = new MenuManager(Messages.Menu_file, IWorkbenchActionConstants.M_FILE);
        menu.add(new GroupMarker("open"));
        menu.add(new Separator());
        add(menu, ActionFactory.CLOSE, ActionFactory.CLOSE_ALL);
        menu.add(new Separator());
        add(menu, ActionFactory.SAVE, ActionFactory.SAVE_AS, ActionFactory.SAVE_ALL);
        menu.add(new Separator("export"));
        menu.add(new Separator());
        add(menu, ActionFactory.QUIT);
        return menu;
    }

    private IMenuManager editMenu() {
        IMenuManager menu = new MenuManager(Messages.Menu_edit, IWorkbenchActionConstants.M_EDIT);
        menu.add(new GroupMarker("history"));
        return menu;
    }

    private IMenuManager windowMenu() {
        IMenuManager menu = new MenuManager(Messages.Menu_window, IWorkbenchActionConstants.M_WINDOW);
        menu.add(new GroupMarker("views"));
        menu.add(new Separator());
        add(menu, ActionFactory.RESET_PERSPECTIVE).setText(Messages.Menu_reset_layout);
        menu.add(new Separator("theme"));
        menu.add(new Separator());
        add(menu, ActionFactory.PREFERENCES);
        return menu;
    }

    private IMenuManager helpMenu() {
        IMenuManager menu = new MenuManager(Messages.Menu_help, IWorkbenchActionConstants.M_HELP);
        menu.add(new GroupMarker("first"));
        menu.add(new Separator("samples"));
        menu.add(new Separator("support"));
        menu.add(new Separator());
        add(menu, ActionFactory.ABOUT);
        return menu;
    }

    private void add(IMenuManager menu, ActionFactory first, ActionFactory... others) {
        add(menu, first);
        for (ActionFactory factory : others) {
            add(menu, factory);
        }
    }

    private IAction add(IMenuManager menu, ActionFactory factory) {
        IAction action = factory.create(window);
        register(action);
        menu.add(action);
        return action;
    }
}
