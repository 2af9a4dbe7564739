// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.Test;
import org.quorate.ui.TestScenarios;

/** Everything can be done by keyboard: each command has a menu entry or keys, and each menu entry a letter of its own. */
class MenusTest extends WorkbenchTest {

    private static final Pattern MNEMONIC = Pattern.compile("(?<!&)&([\\p{L}\\d])");

    private final List<String> faults = new ArrayList<>();

    @Test
    void everyEntryHasALetterOfItsOwn() throws IOException {
        open(TestScenarios.SMALL);
        workbench().ui(() -> walk("", root().getShell().getMenuBar()));
        assertEquals("", String.join("\n", faults));
    }

    private void walk(String path, Menu menu) {
        menu.notifyListeners(SWT.Show, new Event());
        Set<String> letters = new TreeSet<>();
        for (MenuItem item : menu.getItems()) {
            String text = item.getText().replaceAll("\t.*", "");
            if ((item.getStyle() & SWT.SEPARATOR) == 0) {
                Matcher mnemonic = MNEMONIC.matcher(text);
                // Samples are called what their folders are called; arrows and the first letter lead to them.
                boolean name = text.matches("[a-z0-9-]+");
                if (!mnemonic.find() && !name) {
                    faults.add(path + " > " + text + ": no letter is underlined");
                } else if (!name && !letters.add(mnemonic.group(1).toLowerCase())) {
                    faults.add(path + " > " + text + ": another entry has the same letter");
                }
                if (item.getMenu() != null) {
                    walk(path + " > " + text, item.getMenu());
                }
            }
        }
        menu.notifyListeners(SWT.Hide, new Event());
    }

    @Test
    void everyCommandIsInAMenuOrHasKeys() {
        Set<String> reachable = new TreeSet<>();
        for (IConfigurationElement contribution : Platform.getExtensionRegistry().getConfigurationElementsFor("org.eclipse.ui.menus")) {
            collect(contribution, reachable);
        }
        workbench().ui(() -> Stream.of(workbench().window().getService(IBindingService.class).getBindings()).map(Binding::getParameterizedCommand)
                .filter(command -> command != null).map(ParameterizedCommand::getId).forEach(reachable::add));
        // Their entries are made for each sample and each file.
        reachable.addAll(List.of("org.quorate.ui.openSample", "org.quorate.ui.openRecent"));
        Set<String> unreachable = new TreeSet<>();
        for (IConfigurationElement command : Platform.getExtensionRegistry().getConfigurationElementsFor("org.eclipse.ui.commands")) {
            String id = command.getAttribute("id");
            if (command.getName().equals("command") && id.startsWith("org.quorate.") && !reachable.contains(id)) {
                unreachable.add(id);
            }
        }
        assertEquals(Set.of(), unreachable);
    }

    private static void collect(IConfigurationElement element, Set<String> commands) {
        if (element.getName().equals("command")) {
            commands.add(element.getAttribute("commandId"));
        }
        Stream.of(element.getChildren()).forEach(child -> collect(child, commands));
    }

    @Test
    void theLayoutIsReset() {
        workbench().ui(() -> {
            workbench().page().hideView(workbench().page().findView("org.quorate.ui.problemsView"));
            workbench().page().resetPerspective();
            assertEquals(true, workbench().page().findView("org.quorate.ui.problemsView") != null);
        });
    }
}
