// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.Test;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Ids;
import org.quorate.ui.scripts.ScriptsMessages;
import org.quorate.ui.scripts.ScriptsPart;

/** Scripts are looked at, exported and compared in a real workbench. */
class ScriptsTest extends WorkbenchTest {

    private ScriptsPart show() {
        workbench().ui(() -> CommandCall.of(Ids.OPEN_SAMPLE_COMMAND, Ids.OPEN_SAMPLE_NAME, "web-sessions").run(workbench().window()));
        workbench().settle();
        workbench().ui(() -> CommandCall.of(Ids.EXPORT_SCRIPTS_COMMAND).run(workbench().window()));
        ScriptsPart part = workbench().ask(() -> (ScriptsPart) workbench().page().getActiveEditor());
        workbench().await("the scripts", () -> Widgets.button(root(), "Export…").isEnabled());
        return part;
    }

    private void choose(String label, String item) {
        workbench().ui(() -> Widgets.choose(Widgets.labelled(root(), label, Combo.class), item));
    }

    private Tree tree() {
        return Widgets.all(root(), Tree.class).get(0);
    }

    @Test
    void scriptsAreShownAndExported() throws IOException {
        ScriptsPart part = show();
        choose(ScriptsMessages.Scripts_label, "gfs2");
        workbench().await("the scripts for GFS2", () -> part.presenter().isPlanned() && Widgets.button(root(), "Export…").isEnabled());
        assertTrue(workbench().ask(() -> tree().getItemCount()) > 3, "files");
        assertEquals(64, workbench().ask(() -> tree().getSelection()[0].getText(1)).length(), "a checksum");
        Path target = part.presenter().target(folder());
        workbench().ui(() -> part.presenter().export(target, false));
        assertTrue(Files.isRegularFile(target.resolve("README.md")));
        choose(ScriptsMessages.Scripts_form, "Plain commands");
        workbench().await("the page", () -> tree().getSelectionCount() > 0 && tree().getSelection()[0].getText().equals("commands.md"));
        assertTrue(workbench().ask(() -> Widgets.all(root(), StyledText.class).get(0).getText()).startsWith("# "), "its preview");
        choose(ScriptsMessages.Scripts_label, "ext4-local");
        workbench().await("the refusal", () -> Widgets.all(root(), Label.class).stream().anyMatch(label -> label.getText()
                .startsWith("There are no scripts for ext4-local")));
        assertFalse(workbench().ask(() -> Widgets.button(root(), "Export…").isEnabled()));
    }

    @Test
    void thePreviewHasLineNumbers() {
        show();
        workbench().settle();
        workbench().await("numbers beside the lines", () -> {
            Canvas numbers = Widgets.all(root(), Canvas.class).stream().filter(canvas -> !(canvas instanceof StyledText) && canvas.getParent() != null
                    && Stream.of(canvas.getParent().getChildren()).anyMatch(StyledText.class::isInstance)).findFirst().orElseThrow();
            Image image = new Image(numbers.getDisplay(), numbers.getSize().x, numbers.getSize().y);
            GC gc = new GC(numbers);
            gc.copyArea(image, 0, 0);
            gc.dispose();
            ImageData data = image.getImageData();
            image.dispose();
            int[] column = new int[data.width];
            Set<Integer> colours = new TreeSet<>();
            for (int y = 0; y < data.height; y++) {
                data.getPixels(0, y, data.width, column, 0);
                IntStream.of(column).forEach(colours::add);
            }
            return colours.size() > 2;
        });
    }

    @Test
    void whatDiffersFromTheLastExportIsShown() throws IOException {
        ScriptsPart part = show();
        Path target = part.presenter().target(folder());
        workbench().ui(() -> part.presenter().export(target, false));
        Path settings = target.resolve("settings.sh");
        Files.writeString(settings, Files.readString(settings) + "# mine\n");
        choose(ScriptsMessages.Scripts_label, "gfs2");
        workbench().await("the scripts for GFS2", () -> part.presenter().isPlanned() && Widgets.button(root(), "Export…").isEnabled());
        workbench().ui(() -> {
            part.presenter().compareWith(target);
            Widgets.showTab(root(), ScriptsMessages.Scripts_difference);
        });
        choose(ScriptsMessages.Scripts_form, "Ansible project");
        workbench().await("the difference", () -> Widgets.all(root(), Label.class).stream().anyMatch(label -> label.getText()
                .equals("To bring the nodes from one to the other: format anew")));
        assertTrue(workbench().ask(() -> Widgets.all(root(), Table.class).get(0).getItemCount()) > 0, "changes");
        assertTrue(workbench().ask(() -> Widgets.all(root(), StyledText.class).get(0).getText()).contains("Edited since that export was made"));
    }
}
