// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.forms.widgets.FormText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Ids;
import org.quorate.ui.TestScenarios;
import org.quorate.ui.help.HelpMessages;
import org.quorate.ui.help.HelpPages;
import org.quorate.ui.welcome.WelcomeInput;

/** F1 leads somewhere from everywhere, and guides can be followed. */
class HelpTest extends WorkbenchTest {

    private static final Path BUNDLE = Path.of("..", "org.quorate.ui").toAbsolutePath().normalize();
    /** Where the platform keeps a control's context. */
    private static final String CONTEXT = "org.eclipse.ui.help";

    private static Set<String> matches(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(hit -> hit.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyContextThatIsUsedHasAPage() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(BUNDLE.resolve("src"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                used.addAll(matches(Files.readString(file), "setHelp\\([^;]*?\"org\\.quorate\\.ui\\.(\\w+)\""));
            }
        }
        String contexts = Files.readString(BUNDLE.resolve("help/contexts.xml"));
        Set<String> defined = matches(contexts, "context id=\"(\\w+)\"");
        assertTrue(defined.containsAll(used), () -> used + " are used, " + defined + " are there");
        Matcher pages = Pattern.compile("href=\"help/([\\w-]+)\\.xml\"").matcher(contexts);
        while (pages.find()) {
            assertTrue(HelpPages.NAMES.contains(pages.group(1)), pages.group(1));
        }
    }

    @Test
    void everyPageIsInTheContentsAndEveryLinkLeadsToAPage() throws IOException {
        Set<String> linked = new TreeSet<>();
        for (String name : HelpPages.NAMES) {
            linked.addAll(matches(Files.readString(BUNDLE.resolve("help/" + name + ".xml")), "href=\"([^\"]*)\""));
        }
        assertEquals(new TreeSet<>(HelpPages.NAMES), linked);
    }

    private static String context(Control control) {
        for (Control at = control; at != null; at = at.getParent()) {
            if (at.getData(CONTEXT) instanceof String id) {
                return id;
            }
        }
        return "";
    }

    @ParameterizedTest
    @ValueSource(strings = {Ids.PROBLEMS_VIEW, Ids.ADVICE_VIEW, Ids.HELP_VIEW, Ids.GUIDE_VIEW, Ids.NODES_VIEW})
    void viewsHaveHelp(String id) throws IOException {
        open(TestScenarios.SMALL);
        workbench().ui(() -> {
            root().getShell().forceActive();
            workbench().page().showView(id);
        });
        workbench().settle();
        assertTrue(workbench().ask(() -> context(Display.getCurrent().getFocusControl())).startsWith("org.quorate.ui."));
    }

    @Test
    void pagesHaveHelp() throws IOException {
        workbench().ui(() -> WelcomeInput.open(workbench().page()));
        workbench().settle();
        assertEquals("org.quorate.ui.welcome", workbench().ask(() -> context(Display.getCurrent().getFocusControl())));
        open(TestScenarios.SMALL);
        assertEquals("org.quorate.ui.editor", workbench().ask(() -> context(Display.getCurrent().getFocusControl())));
    }

    @Test
    void everyGuideCanBeChosenAndItsButtonsWork() {
        workbench().ui(() -> CommandCall.of(Ids.GUIDE_COMMAND).run(workbench().window()));
        workbench().ui(() -> {
            Combo choice = Widgets.labelled(root(), HelpMessages.Guide_choice, Combo.class);
            for (String guide : List.of(choice.getItems())) {
                Widgets.choose(choice, guide);
                assertTrue(Widgets.all(root(), Button.class).stream().anyMatch(button -> button.getText().equals(HelpMessages.Guide_open_action)), guide);
            }
            Widgets.press(Widgets.button(root(), HelpMessages.Guide_open_action));
        });
        workbench().await("the sample", () -> workbench().page().getActiveEditor() != null
                && workbench().page().getActiveEditor().getTitle().startsWith("web-sessions"));
        Screenshots.take(workbench(), "guide");
    }

    @Test
    void everyPageCanBeShown() {
        workbench().ui(() -> CommandCall.of(Ids.HELP_COMMAND).run(workbench().window()));
        workbench().settle();
        workbench().ui(() -> assertEquals(1, Widgets.all(root(), FormText.class).size()));
    }
}
