// SPDX-License-Identifier: EPL-2.0
package org.quorate.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Trees of Debian's packages, from which the checks' root and the lab's nodes are made. */
class DebianTreeTest {

    @Test
    void passwordsOfAptStayNowhere() throws Exception {
        Program test = Program.run(Checkout.here().root(), Map.of(), List.of("releng/debian-root/test-passwords"));
        assertEquals("", test.err());
        assertEquals(0, test.code());
    }
}
