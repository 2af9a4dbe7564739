// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.help;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormText;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.TableWrapData;
import org.eclipse.ui.forms.widgets.TableWrapLayout;
import org.eclipse.ui.part.ViewPart;
import org.quorate.ui.Ids;
import org.quorate.ui.Look;
import org.quorate.ui.workbench.Theme;

/** Shows help pages with native widgets: no browser is needed. */
public final class HelpView extends ViewPart {

    private final HelpPages pages;
    private final Theme theme;
    private FormToolkit toolkit;
    private Runnable unfollow;
    private ScrolledForm form;
    private FormText text;

    public HelpView(HelpPages pages, Theme theme) {
        this.pages = pages;
        this.theme = theme;
    }

    /** Opens the view on a page; it takes the focus, so that the page can be read and scrolled by keyboard. */
    public static void show(IWorkbenchPage page, String name) throws PartInitException {
        ((HelpView) page.showView(Ids.HELP_VIEW)).showPage(name);
    }

    @Override
    public void createPartControl(Composite parent) {
        toolkit = new FormToolkit(parent.getDisplay());
        form = toolkit.createScrolledForm(parent);
        Look.page(parent);
        form.getBody().setLayout(new TableWrapLayout());
        text = toolkit.createFormText(form.getBody(), true);
        text.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
        text.setFont("title", JFaceResources.getHeaderFont());
        text.setFont("code", JFaceResources.getTextFont());
        text.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent event) {
                showPage(String.valueOf(event.getHref()));
            }
        });
        // Links would keep the colour of the theme that they were made in.
        unfollow = theme.onChange(() -> parent.getDisplay().asyncExec(this::colourLinks));
        showPage(HelpPages.CONTENTS);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(form, "org.quorate.ui.help");
    }

    private void colourLinks() {
        if (!text.isDisposed()) {
            toolkit.getHyperlinkGroup().initializeDefaultForegrounds(text.getDisplay());
            text.redraw();
        }
    }

    private void showPage(String name) {
        text.setText(pages.markup(name), true, false);
        form.reflow(true);
        form.setOrigin(0, 0);
    }

    @Override
    public void setFocus() {
        text.setFocus();
    }

    @Override
    public void dispose() {
        if (unfollow != null) {
            unfollow.run();
        }
        if (toolkit != null) {
            toolkit.dispose();
        }
        super.dispose();
    }
}
