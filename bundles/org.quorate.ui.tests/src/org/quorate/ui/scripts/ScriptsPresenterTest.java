// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
