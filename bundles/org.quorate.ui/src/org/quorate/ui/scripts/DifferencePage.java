// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.scripts;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.quorate.provision.difference.DifferenceWords;
import org.quorate.provision.difference.ExportChange;
import org.quorate.provision.difference.ExportDifference;
import org.quorate.ui.Look;
import org.quorate.ui.ViewTools;
import org.quorate.ui.table.RowTable;
import org.quorate.ui.workbench.Theme;

/** What differs from a former export: what it costs, what changes, and the files line by line. Used by the user interface's thread. */
final class DifferencePage {

    private static final int COLUMNS = 3;

    private final Theme theme;
    private final ViewTools tools;
    private final Runnable choose;
    private Composite page;
    private Text folder;
    private Label headline;
    private SashForm parts;
    private RowTable<ExportChange> changes;
    private StyledText text;
    private Label summary;
    private List<DifferenceText.Line> lines = List.of();

    /** @param choose asks for another folder */
    DifferencePage(Theme theme, ViewTools tools, Runnable choose) {
        this.theme = theme;
        this.tools = tools;
        this.choose = choose;
    }

    Control create(Composite parent) {
        page = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(COLUMNS, false);
        layout.marginWidth = 8;
        layout.marginHeight = 8;
        layout.verticalSpacing = 6;
        page.setLayout(layout);
        Look.page(page);
        Label label = new Label(page, SWT.NONE);
        label.setText(ScriptsMessages.Scripts_former);
        folder = new Text(page, SWT.READ_ONLY | SWT.BORDER | SWT.SINGLE);
        folder.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        folder.setMessage(ScriptsMessages.Scripts_former_none);
        Button button = new Button(page, SWT.PUSH);
        button.setText(ScriptsMessages.Scripts_former_choose);
        button.addListener(SWT.Selection, event -> choose.run());
        headline = new Label(page, SWT.WRAP);
        headline.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        headline.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, COLUMNS, 1));
        parts = new SashForm(page, SWT.VERTICAL);
        parts.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, COLUMNS, 1));
        changes = new RowTable<>(parts, "scriptDifferences", tools);
        changes.named(ScriptsMessages.Scripts_change);
        changes.column(ScriptsMessages.Scripts_cost, 110, change -> change.consequence().label());
        changes.column(ScriptsMessages.Scripts_change, 220, ExportChange::what);
        changes.column(ScriptsMessages.Scripts_before, 110, change -> DifferenceWords.value(change.before()));
        changes.column(ScriptsMessages.Scripts_after, 110, change -> DifferenceWords.value(change.after()));
        changes.column(ScriptsMessages.Scripts_how, 420, ExportChange::how);
        changes.column(ScriptsMessages.Scripts_source, 200, ExportChange::source);
        text = new StyledText(parts, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        text.setFont(JFaceResources.getTextFont());
        text.setMargins(8, 6, 8, 6);
        parts.setWeights(35, 65);
        summary = new Label(page, SWT.WRAP);
        summary.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, COLUMNS, 1));
        // The theme engine colours new widgets in its own way, later.
        page.getDisplay().asyncExec(this::recolour);
        Runnable endTheme = theme.onChange(() -> page.getDisplay().asyncExec(this::recolour));
        page.addListener(SWT.Dispose, event -> endTheme.run());
        return page;
    }

    /** Nothing to compare with, or not yet, or not at all. */
    void showNothing(Optional<Path> former, String why) {
        folder.setText(former.map(Path::toString).orElse(""));
        headline.setText(Look.plain(why));
        parts.setVisible(false);
        summary.setText("");
        page.layout();
    }

    void show(Path former, ExportDifference difference) {
        folder.setText(former.toString());
        headline.setText(Look.plain(DifferenceWords.consequence(difference)));
        changes.show(difference.changes());
        lines = DifferenceText.of(difference);
        text.setText(String.join("\n", lines.stream().map(DifferenceText.Line::text).toList()));
        parts.setVisible(!lines.isEmpty() || difference.differs());
        summary.setText(difference.differs() ? Look.plain(DifferenceWords.summary(difference)) : "");
        page.layout();
        recolour();
    }

    private void recolour() {
        if (text.isDisposed()) {
            return;
        }
        SyntaxColours colours = SyntaxColours.of(theme.isDark());
        text.setBackground(new Color(colours.ground()));
        text.setForeground(new Color(colours.plain()));
        for (int i = 0; i < lines.size(); i++) {
            DifferenceText.Kind kind = lines.get(i).kind();
            switch (kind) {
                case ADDED -> text.setLineBackground(i, 1, new Color(colours.added()));
                case REMOVED -> text.setLineBackground(i, 1, new Color(colours.removed()));
                case HEADING -> style(i, new StyleRange(0, 0, new Color(colours.keyword()), null, SWT.BOLD));
                case PLACE -> style(i, new StyleRange(0, 0, new Color(colours.comment()), null, SWT.ITALIC));
                case PLAIN -> { }
            }
        }
    }

    private void style(int line, StyleRange style) {
        style.start = text.getOffsetAtLine(line);
        style.length = lines.get(line).text().length();
        text.setStyleRange(style);
    }
}
