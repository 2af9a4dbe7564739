// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.kill;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desktop is content with little memory. */
class DesktopMemoryTest {

    private static final long MOST_KIB = 400L << 10;

    @TempDir
    private Path folder;

    @Test
    void aComparisonThatWasLookedAtTakesLessThan400Mebibytes() throws IOException, InterruptedException {
        try (DesktopProcess desktop = new DesktopProcess(folder)) {
            desktop.start(Typist.Work.COMPARE);
            desktop.await("compared");
            long resident = desktop.residentKib();
            System.out.println("After a comparison the desktop has " + (resident >> 10) + " MiB resident; told: "
                    + desktop.log().replace('\n', ';'));
            assertTrue(resident < MOST_KIB, "resident KiB: " + resident);
        }
    }
}
