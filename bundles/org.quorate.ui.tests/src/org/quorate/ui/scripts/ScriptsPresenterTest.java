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
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.app.QuorateApp;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.provision.directory.ExportRefusedException;

class ScriptsPresenterTest {

    @TempDir
    private Path folder;

    private final ScriptsPresenter presenter = new ScriptsPresenter(webSessions());

    private static Scenario webSessions() {
        return ScenarioReader.read("web-sessions", new QuorateApp(1).samples().scenario("web-sessions")).document()
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
            assertEquals(presenter.forms().get(form), presenter.form());
            first.add(presenter.firstFile().orElseThrow().path() + " in " + presenter.target(folder).getFileName());
            assertTrue(presenter.summary().contains(presenter.firstFile().orElseThrow().path()), presenter.summary());
        }
        assertEquals(List.of("README.md in web-sessions-ocfs2", "README.md in web-sessions-ocfs2-ansible",
                "commands.md in web-sessions-ocfs2-cmd"), first);
        presenter.choose("gfs2");
        assertEquals("Plain commands", presenter.form());
        assertEquals("commands.md", presenter.firstFile().orElseThrow().path());
    }

    @Test
    void saysWhatToReadWhenNeitherIsRight() {
        ScriptsPresenter far = new ScriptsPresenter(ScenarioReader.read("far", new QuorateApp(1).samples().scenario("web-sessions")
                .replace("ubuntu-22.04", "rhel-10")).document().orElseThrow().scenario());
        assertFalse(far.canExport());
        assertTrue(far.summary().contains("To read about instead:\n• "), far.summary());
    }

    @Test
    void saysWhyThereAreNoScripts() {
        presenter.choose("ext4-local");
        assertFalse(presenter.canExport());
        assertEquals(List.of(), presenter.files());
        assertTrue(presenter.summary().contains("ext4"), presenter.summary());
    }

    @Test
    void writesIntoAFolderOfItsOwnAndKeepsWhatWasEdited() throws IOException {
        presenter.choose("gfs2");
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
}
