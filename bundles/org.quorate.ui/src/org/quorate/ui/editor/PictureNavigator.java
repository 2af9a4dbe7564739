// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import java.util.List;

import org.eclipse.swt.widgets.Composite;
import org.quorate.model.yaml.Problem;
import org.quorate.ui.document.ScenarioSession;
import org.quorate.ui.form.ScenarioForm;
import org.quorate.ui.picture.PicturePanel;
import org.quorate.ui.picture.PicturePresenter;
import org.quorate.ui.workbench.Theme;

/** The picture of the cluster on the page that gives the overview. */
final class PictureNavigator implements Navigator, PicturePanel.Page {

    private final PicturePanel panel;
    private final FormPage page;

    PictureNavigator(ScenarioSession session, ScenarioForm form, Theme theme, FormPage page) {
        this.page = page;
        this.panel = new PicturePanel(new PicturePresenter(session, form), theme, this);
    }

    @Override
    public void create(Composite parent) {
        panel.create(parent);
    }

    @Override
    public void refresh() {
        panel.refresh();
    }

    @Override
    public void showSelection() {
        panel.refresh();
    }

    @Override
    public void setFocus() {
        panel.setFocus();
    }

    @Override
    public void chosen() {
        page.chosen();
    }

    @Override
    public void edit(String field) {
        page.edit(field);
    }

    @Override
    public boolean done(List<Problem> problems) {
        return page.done(problems);
    }
}
