// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.quorate.ui.Look;

/** What a view shows as long as it has nothing: what it is for and the button that begins, or why there is nothing. */
final class EmptyPage {

    private static final int WIDTH = 720;

    private EmptyPage() {
    }

    static Composite create(Composite parent, String text, String action, Runnable work) {
        Composite page = words(parent, text).getParent();
        Button button = new Button(page, SWT.PUSH);
        button.setText(action);
        button.addListener(SWT.Selection, event -> work.run());
        return page;
    }

    /** The label of a page that has nothing else. */
    static Label words(Composite parent, String text) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 24;
        layout.marginHeight = 20;
        layout.verticalSpacing = 14;
        page.setLayout(layout);
        Look.page(page);
        Label label = new Label(page, SWT.WRAP);
        label.setText(Look.plain(text));
        GridData data = new GridData(SWT.LEFT, SWT.TOP, false, false);
        data.widthHint = WIDTH;
        label.setLayoutData(data);
        return label;
    }
}
