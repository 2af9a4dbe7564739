// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.ui.TestScenarios;

/**
 * The whole desktop is killed three times while somebody types, each time in a process and on a display of its own, and started
 * again: it offers what was typed, but for the last ten seconds at most.
 */
class DesktopKillTest {

    private static final int MOMENTS = 3;
    private static final long MOST_LOST_MILLIS = 10_000;
    /** After the first letter; longer than it takes to write once. */
    private static final int LATEST_MILLIS = 14_000;
    private static final Pattern TYPED = Pattern.compile("typed (\\d+) at (\\d+)\n");

    @TempDir
    private Path folder;

    @Test
    void aKillOfTheDesktopLosesAtMostTenSecondsOfTyping() throws Exception {
        Path file = Files.writeString(folder.resolve("small.yaml"), TestScenarios.SMALL);
        Random random = new Random(3);
        long safe = 0;
        try (DesktopProcess desktop = new DesktopProcess(folder)) {
            for (int moment = 0; moment <= MOMENTS; moment++) {
                desktop.start(moment == 0 ? Typist.Work.TYPE : Typist.Work.RECOVER, file.toString());
                if (moment > 0) {
                    desktop.await("recovered small.yaml");
                    desktop.await("recovered " + Typist.NEVER_SAVED);
                    long recovered = desktop.number("recovered small.yaml ");
                    assertTrue(recovered >= safe, "typed ten seconds before the kill: " + safe + ", recovered: " + recovered);
                }
                desktop.await("typed ");
                // At first so that something can be recovered; later even what was recovered a moment ago is safe.
                Thread.sleep((moment == 0 ? MOST_LOST_MILLIS : 0) + random.nextInt(LATEST_MILLIS));
                desktop.kill();
                safe = Math.max(safe, typedBefore(desktop.log(), System.currentTimeMillis() - MOST_LOST_MILLIS));
                assertEquals(TestScenarios.SMALL, Files.readString(file), "the file is what was saved last");
            }
        }
        assertTrue(safe > 0, "letters were typed by keys");
    }

    /** How much had been typed at that time. */
    private static long typedBefore(String log, long millis) {
        long typed = 0;
        Matcher line = TYPED.matcher(log);
        while (line.find()) {
            typed = Long.parseLong(line.group(2)) <= millis ? Long.parseLong(line.group(1)) : typed;
        }
        return typed;
    }
}
