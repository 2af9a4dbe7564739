// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.app.QuorateApp;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.provision.difference.ExportDifference;
import org.quorate.provision.directory.ExportRefusedException;

class ScriptsPresenterTest {

    @TempDir
    private Path folder;

    private final Map<String, String> kept = new HashMap<>();
    private final ScriptsPresenter presenter = presenter(webSessions());

    private ScriptsPresenter presenter(Scenario scenario) {
        ScriptsPresenter made = new ScriptsPresenter(new QuorateApp(1).exportScripts(), scenario,
                new FormerFolders(key -> kept.getOrDefault(key, ""), kept::put));
        made.plan();
        return made;
    }

    private static Scenario webSessions() {
        return scenario(text -> text);
    }

    private static Scenario scenario(UnaryOperator<String> edit) {
        return ScenarioReader.read("web-sessions", edit.apply(new QuorateApp(1).samples().scenario("web-sessions"))).document()
                .orElseThrow().scenario();
    }

    @Test
    void offersSharedFileSystemsFirst() {
        assertEquals(List.of("ocfs2", "gfs2", "ext4-local"), presenter.labels());
        assertEquals("ocfs2", presenter.label());
    }

    @Test
    void showsTheFilesAsATree() {
        List<FileNode> files = presenter.files();
        assertTrue(files.stream().anyMatch(node -> node.file().isEmpty() && !node.children().isEmpty()), "folders");
        assertEquals("README.md", presenter.firstFile().orElseThrow().path());
    }

    @Test
    void writesThePlanInEachForm() {
        List<String> first = new ArrayList<>();
        for (int form = 0; form < presenter.forms().size(); form++) {
            presenter.chooseForm(form);
            presenter.plan();
            assertEquals(presenter.forms().get(form), presenter.form());
            first.add(presenter.firstFile().orElseThrow().path() + " in " + presenter.target(folder).getFileName());
            assertTrue(presenter.summary().contains(presenter.firstFile().orElseThrow().path()), presenter.summary());
        }
        assertEquals(List.of("README.md in web-sessions-ocfs2", "README.md in web-sessions-ocfs2-ansible",
                "commands.md in web-sessions-ocfs2-cmd"), first);
        presenter.choose("gfs2");
        presenter.plan();
        assertEquals("Plain commands", presenter.form());
        assertEquals("commands.md", presenter.firstFile().orElseThrow().path());
    }

    @Test
    void saysWhatToReadWhenNeitherIsRight() {
        ScriptsPresenter far = presenter(scenario(text -> text.replace("ubuntu-22.04", "rhel-10")));
        assertFalse(far.canExport());
        assertTrue(far.summary().contains("To read about instead:\n• "), far.summary());
    }

    @Test
    void saysWhyThereAreNoScripts() {
        presenter.choose("ext4-local");
        assertFalse(presenter.canExport(), "not yet planned");
        presenter.plan();
        assertFalse(presenter.canExport());
        assertEquals(List.of(), presenter.files());
        assertTrue(presenter.summary().contains("ext4"), presenter.summary());
    }

    @Test
    void writesIntoAFolderOfItsOwnAndKeepsWhatWasEdited() throws IOException {
        presenter.choose("gfs2");
        presenter.plan();
        Path target = presenter.target(folder);
        assertEquals("web-sessions-gfs2", target.getFileName().toString());
        presenter.export(target, false);
        Path readme = target.resolve("README.md");
        assertEquals(presenter.firstFile().orElseThrow().content(), Files.readString(readme));
        presenter.export(target, false);
        Files.writeString(readme, "mine");
        assertThrows(ExportRefusedException.class, () -> presenter.export(target, false));
        assertEquals("mine", Files.readString(readme));
        presenter.export(target, true);
        assertEquals(presenter.firstFile().orElseThrow().content(), Files.readString(readme));
    }

    @Test
    void comparesWithTheLastExportOfThisFileSystem() throws IOException {
        assertEquals(Optional.empty(), presenter.former());
        Path target = presenter.target(folder);
        presenter.export(target, false);
        ScriptsPresenter later = presenter(scenario(text -> text.replaceFirst("slots: [0-9]+", "slots: 7")));
        assertEquals(Optional.of(target), later.former(), "remembered for the scenario");
        later.choose("gfs2");
        assertEquals(Optional.empty(), later.former());
        later.choose("ocfs2");
        ExportDifference difference = later.difference(target).orElseThrow();
        assertTrue(difference.differs());
        assertFalse(presenter.difference(target).orElseThrow().differs());
        List<DifferenceText.Line> lines = DifferenceText.of(difference);
        assertTrue(lines.stream().anyMatch(line -> line.kind() == DifferenceText.Kind.HEADING));
        assertThrows(ExportRefusedException.class, () -> later.difference(folder));
    }

    @Test
    void linesOfFilesAreAddedOrRemoved() throws IOException {
        Path target = presenter.target(folder);
        presenter.export(target, false);
        ExportDifference difference = presenter(scenario(text -> text.replaceFirst("(?m)^  name: .*", "  name: other"))).difference(target)
                .orElseThrow();
        List<DifferenceText.Kind> kinds = DifferenceText.of(difference).stream().map(DifferenceText.Line::kind).distinct().toList();
        assertTrue(kinds.containsAll(List.of(DifferenceText.Kind.HEADING, DifferenceText.Kind.PLACE, DifferenceText.Kind.ADDED,
                DifferenceText.Kind.REMOVED)), kinds.toString());
    }

    @Test
    void verifiesExportsOfEveryForm() throws IOException {
        for (int form = 0; form < presenter.forms().size(); form++) {
            presenter.chooseForm(form);
            presenter.plan();
            Path target = presenter.target(folder);
            presenter.export(target, false);
            assertTrue(presenter.verify(target).unharmed(), presenter.form());
            Files.writeString(target.resolve(presenter.firstFile().orElseThrow().path()), "mine");
            ScriptsPresenter.Verified verified = presenter.verify(target);
            assertFalse(verified.unharmed());
            assertTrue(verified.text().contains("Edited since that export was made:\n• " + presenter.firstFile().orElseThrow().path()), verified.text());
        }
        assertThrows(ExportRefusedException.class, () -> presenter.verify(folder));
    }

    @Test
    void everyFileHasItsChecksum() throws IOException {
        Path target = presenter.target(folder);
        presenter.export(target, false);
        List<String> sums = Files.readAllLines(target.resolve("SHA256SUMS"));
        FileNode readme = presenter.files().stream().filter(node -> node.name().equals("README.md")).findFirst().orElseThrow();
        assertTrue(sums.contains(readme.checksum() + "  README.md"), readme.checksum());
    }
}
