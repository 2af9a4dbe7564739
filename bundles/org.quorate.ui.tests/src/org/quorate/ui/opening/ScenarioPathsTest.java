// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioPathsTest {

    @TempDir
    private Path folder;

    @Test
    void takesScenariosAndFoldersOfThemAndNamesTheRest() throws IOException {
        Path one = Files.createFile(folder.resolve("a b.YAML"));
        Path two = Files.createFile(folder.resolve("ü.yml"));
        Path sample = Files.createFile(Files.createDirectory(folder.resolve("web")).resolve("scenario.yaml"));
        Path text = Files.createFile(folder.resolve("notes.txt"));
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path missing = folder.resolve("missing.yaml");
        List<String> names = List.of(one.toString(), two.toUri().toString(), sample.getParent().toString(), text.toString(),
                empty.toString(), missing.toString(), "file:%%%", "http://example.net/a.yaml", "/", "");
        ScenarioPaths paths = ScenarioPaths.of(names);
        assertEquals(List.of(one, two, sample), paths.scenarios());
        assertEquals(names.subList(3, names.size()), paths.refused());
    }

    @Test
    void readsPathsAndUris() {
        assertEquals(Optional.of(Path.of("/tmp/a b.yaml")), ScenarioPaths.path("file:///tmp/a%20b.yaml"));
        assertEquals(Optional.of(Path.of("a%20b.yaml")), ScenarioPaths.path("a%20b.yaml"));
        assertEquals(Optional.empty(), ScenarioPaths.path("file://\0"));
        assertEquals(Optional.empty(), ScenarioPaths.path("a\0b"));
    }

    @Test
    void requestsWaitUntilTheyCanBeServed() {
        OpenRequests requests = new OpenRequests(List.of("first"));
        requests.add("second");
        List<String> opened = new ArrayList<>();
        requests.serve(opened::add);
        requests.add("third");
        assertEquals(List.of("first", "second", "third"), opened);
    }
}
