// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.welcome;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;
import org.eclipse.ui.keys.IBindingService;
import org.quorate.app.Samples;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Ids;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;
import org.quorate.ui.PagePart;
import org.quorate.ui.document.RecentFiles;

/** The first page: what Quorate is for, the samples, first steps, recent files, what is new, and keys; native widgets, no browser. */
public final class WelcomePart extends PagePart {

    private static final int TEXT_WIDTH = 350;
    private static final int COLUMNS = 3;
    private static final String SAVE = "org.eclipse.ui.file.save";

    /** Keys that are worth knowing, by the command that has them. */
    private record Key(String text, String command) {
    }

    private final Samples samples;
    private final SampleTitles titles;
    private final Map<String, Label> titleLabels = new LinkedHashMap<>();
    private final RecentFiles recent;
    private final Runnable refreshRecent = this::showRecent;
    private FormToolkit toolkit;
    private ScrolledForm form;
    private Composite recentLinks;
    private Hyperlink first;

    public WelcomePart(Samples samples, SampleTitles titles, RecentFiles recent) {
        this.samples = samples;
        this.titles = titles;
        this.recent = recent;
    }

    @Override
    public void createPartControl(Composite parent) {
        toolkit = new FormToolkit(parent.getDisplay());
        form = toolkit.createScrolledForm(parent);
        Look.page(parent);
        form.setText(Messages.Welcome_heading);
        toolkit.decorateFormHeading(form.getForm());
        GridLayout layout = new GridLayout(COLUMNS, false);
        layout.marginWidth = 24;
        layout.marginHeight = 18;
        layout.horizontalSpacing = 48;
        layout.verticalSpacing = 18;
        form.getBody().setLayout(layout);
        Label intro = wrapped(form.getBody(), Messages.Welcome_intro);
        ((GridData) intro.getLayoutData()).horizontalSpan = COLUMNS;
        ((GridData) intro.getLayoutData()).widthHint = 2 * TEXT_WIDTH;
        createSamples(section(Messages.Welcome_samples));
        Composite side = column();
        createStart(section(side, Messages.Welcome_start));
        recentLinks = section(side, Messages.Welcome_recent);
        showRecent();
        recent.onChange(refreshRecent);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(form, "org.quorate.ui.welcome");
        Composite more = column();
        createNews(section(more, Messages.Welcome_news));
        createKeys(section(more, Messages.Welcome_keys));
    }

    private Composite column() {
        Composite column = toolkit.createComposite(form.getBody());
        GridLayout noMargin = new GridLayout();
        noMargin.marginWidth = 0;
        noMargin.marginHeight = 0;
        noMargin.verticalSpacing = 18;
        column.setLayout(noMargin);
        column.setLayoutData(new GridData(SWT.FILL, SWT.TOP, false, false));
        return column;
    }

    private void createNews(Composite parent) {
        List.of(Messages.Welcome_news_1, Messages.Welcome_news_2, Messages.Welcome_news_3, Messages.Welcome_news_4)
                .forEach(text -> wrapped(parent, text));
    }

    /** As they are now: users may have changed them. */
    private void createKeys(Composite parent) {
        ((GridLayout) parent.getLayout()).numColumns = 2;
        ((GridLayout) parent.getLayout()).horizontalSpacing = 18;
        IBindingService bindings = getSite().getService(IBindingService.class);
        for (Key key : List.of(new Key(Messages.Welcome_key_new, Ids.NEW_SCENARIO_COMMAND), new Key(Messages.Welcome_key_compare, Ids.COMPARE_COMMAND),
                new Key(Messages.Welcome_key_scripts, Ids.EXPORT_SCRIPTS_COMMAND), new Key(Messages.Welcome_key_undo, Ids.UNDO_COMMAND),
                new Key(Messages.Welcome_key_save, SAVE), new Key(Messages.Welcome_key_cancel, Ids.CANCEL_COMMAND))) {
            String keys = bindings.getBestActiveBindingFormattedFor(key.command());
            if (keys != null) {
                toolkit.createLabel(parent, keys);
                toolkit.createLabel(parent, key.text());
            }
        }
    }

    private Composite section(String title) {
        return section(form.getBody(), title);
    }

    private Composite section(Composite parent, String title) {
        Section section = toolkit.createSection(parent, ExpandableComposite.TITLE_BAR);
        section.setText(title);
        section.setLayoutData(new GridData(SWT.FILL, SWT.TOP, false, false));
        Composite client = toolkit.createComposite(section);
        client.setLayout(new GridLayout());
        section.setClient(client);
        return client;
    }

    private void createSamples(Composite parent) {
        for (String name : samples.names()) {
            // A link is nearer to its own text than to the next link.
            Composite group = toolkit.createComposite(parent);
            GridLayout layout = new GridLayout();
            layout.marginWidth = 0;
            layout.marginHeight = 0;
            layout.verticalSpacing = 0;
            group.setLayout(layout);
            Hyperlink link = link(group, name,
                    () -> run(CommandCall.of(Ids.OPEN_SAMPLE_COMMAND, Ids.OPEN_SAMPLE_NAME, name)));
            first = first == null ? link : first;
            titleLabels.put(name, wrapped(group, ""));
        }
        titles.show(this::showTitles, parent.getDisplay()::asyncExec);
    }

    private void showTitles(Map<String, String> titles) {
        if (!form.isDisposed()) {
            titleLabels.forEach((name, label) -> label.setText(Look.plain(titles.get(name))));
            form.reflow(true);
        }
    }

    private void createStart(Composite parent) {
        link(parent, Messages.Welcome_new, () -> run(CommandCall.of(Ids.NEW_SCENARIO_COMMAND)));
        link(parent, Messages.Welcome_open, () -> run(CommandCall.of(Ids.OPEN_COMMAND)));
        link(parent, Messages.Welcome_guide, () -> run(CommandCall.of(Ids.GUIDE_COMMAND)));
        link(parent, Messages.Welcome_help, () -> run(CommandCall.of(Ids.HELP_COMMAND)));
    }

    private void showRecent() {
        List.of(recentLinks.getChildren()).forEach(Widget::dispose);
        for (Path file : recent.files()) {
            Hyperlink link = link(recentLinks, file.getFileName() + " – " + file.getParent(),
                    () -> run(CommandCall.of(Ids.OPEN_RECENT_COMMAND, Ids.OPEN_RECENT_PATH, file.toString())));
            link.setToolTipText(file.toString());
        }
        if (recent.files().isEmpty()) {
            wrapped(recentLinks, Messages.Welcome_no_recent);
        }
        form.reflow(true);
    }

    private Hyperlink link(Composite parent, String text, Runnable action) {
        Hyperlink link = toolkit.createHyperlink(parent, text, SWT.NONE);
        link.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent event) {
                action.run();
            }
        });
        return link;
    }

    private Label wrapped(Composite parent, String text) {
        Label label = toolkit.createLabel(parent, text, SWT.WRAP);
        GridData data = new GridData(SWT.FILL, SWT.TOP, false, false);
        data.widthHint = TEXT_WIDTH;
        label.setLayoutData(data);
        return label;
    }

    private void run(CommandCall call) {
        call.run(getSite());
    }

    @Override
    public void setFocus() {
        if (first != null) {
            first.setFocus();
        } else {
            form.setFocus();
        }
    }

    @Override
    public void dispose() {
        recent.removeListener(refreshRecent);
        if (toolkit != null) {
            toolkit.dispose();
        }
        super.dispose();
    }
}
