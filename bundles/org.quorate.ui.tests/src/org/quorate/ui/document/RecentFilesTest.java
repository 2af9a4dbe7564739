// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class RecentFilesTest {

    private final List<String> kept = new ArrayList<>();
    private int most = 10;
    private final RecentFiles recent = new RecentFiles("", () -> most, kept::add);

    @Test
    void theNewestComesFirstAndOnce() {
        recent.add(Path.of("/a.yaml"));
        recent.add(Path.of("/b.yaml"));
        recent.add(Path.of("/x/../a.yaml"));
        assertEquals(List.of(Path.of("/a.yaml"), Path.of("/b.yaml")), recent.files());
    }

    @Test
    void survivesARestart() {
        recent.add(Path.of("/a b.yaml"));
        recent.add(Path.of("/ü.yaml"));
        RecentFiles next = new RecentFiles(kept.get(kept.size() - 1), () -> most, text -> { });
        assertEquals(recent.files(), next.files());
    }

    @Test
    void isBoundedAndForgets() {
        for (int i = 0; i < 30; i++) {
            recent.add(Path.of("/" + i + ".yaml"));
        }
        assertEquals(10, recent.files().size());
        recent.remove(Path.of("/29.yaml"));
        assertEquals(Path.of("/28.yaml"), recent.files().get(0));
        most = 2;
        recent.add(Path.of("/30.yaml"));
        assertEquals(List.of(Path.of("/30.yaml"), Path.of("/28.yaml")), recent.files());
    }

    @Test
    void aNameWithALineEndIsNotKept() {
        recent.add(Path.of("/evil\nname.yaml"));
        assertEquals(List.of(), recent.files());
    }

    @Test
    void tellsItsListenersUntilTheyLeave() {
        List<Integer> seen = new ArrayList<>();
        Runnable listener = () -> seen.add(recent.files().size());
        recent.onChange(listener);
        recent.add(Path.of("/a.yaml"));
        recent.removeListener(listener);
        recent.add(Path.of("/b.yaml"));
        assertEquals(List.of(1), seen);
    }
}
