// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.quorate.ui.Messages;
import org.quorate.ui.workbench.Theme;

/** Shows what an edit did to a text: a sign and a colour at each line. */
final class DifferenceArea {

    /** Each has a contrast of at least 4.5 to the ground of its theme (WCAG 2.1, 1.4.3). */
    private record Colours(Color added, Color removed) {

        static Colours of(boolean dark) {
            return dark ? new Colours(new Color(0x7F, 0xE0, 0xB0), new Color(0xFF, 0x9A, 0x92))
                    : new Colours(new Color(0x0B, 0x5D, 0x3B), new Color(0xB3, 0x26, 0x1E));
        }
    }

    private final StyledText text;
    private final Theme theme;
    private Optional<Difference> shown = Optional.empty();

    DifferenceArea(Composite parent, Theme theme) {
        this.theme = theme;
        text = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        text.setFont(JFaceResources.getTextFont());
        text.setMargins(8, 6, 8, 6);
        text.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.Recovery_difference;
            }
        });
        Runnable endTheme = theme.onChange(() -> text.getDisplay().asyncExec(() -> {
            if (!text.isDisposed()) {
                show(shown);
            }
        }));
        text.addListener(SWT.Dispose, event -> endTheme.run());
    }

    void show(Optional<Difference> difference) {
        shown = difference;
        StringBuilder all = new StringBuilder();
        List<StyleRange> styles = new ArrayList<>();
        Colours colours = Colours.of(theme.isDark());
        for (Difference.Line line : difference.map(Difference::lines).orElse(List.of())) {
            String shownLine = sign(line.kind()) + line.text() + "\n";
            Color colour = line.kind() == Difference.Kind.ADDED ? colours.added() : colours.removed();
            if (line.kind() == Difference.Kind.ADDED || line.kind() == Difference.Kind.REMOVED) {
                styles.add(new StyleRange(all.length(), shownLine.length(), colour, null));
            }
            all.append(shownLine);
        }
        text.setText(all.toString());
        text.setStyleRanges(styles.toArray(StyleRange[]::new));
    }

    private static String sign(Difference.Kind kind) {
        return switch (kind) {
            case SAME -> "  ";
            case ADDED -> "+ ";
            case REMOVED -> "- ";
            case GAP -> "…";
        };
    }
}
