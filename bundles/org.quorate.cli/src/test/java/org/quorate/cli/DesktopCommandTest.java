// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The start script starts the desktop; the command line tells how. */
class DesktopCommandTest {

    private final Terminal terminal = new Terminal();

    @Test
    void theHelpTellsOfFilesAndOfRecovery() {
        assertEquals(0, terminal.run("desktop", "--help"));
        assertTrue(terminal.out().contains("[FILE...]"), terminal.out());
        assertTrue(terminal.out().contains("offered for recovery"), terminal.out());
    }

    @Test
    void theCommandLineItselfStartsNoDesktop() {
        terminal.assertWrongUsage("start it as: quorate-desktop a.yaml", "desktop", "a.yaml");
    }
}
