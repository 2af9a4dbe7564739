// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VisibleTest {

    @Test
    void whatHostsSendIsMadeVisible() {
        assertEquals("a\\x1b[31m\\x07\t\n\u00e4", Visible.text("a\u001b[31m\u0007\t\n\u00e4"));
        assertEquals("x\\u202ey", Visible.text("x\u202ey"));
        assertEquals("\\xff\\xfe", Visible.text(new byte[] {(byte) 0xff, (byte) 0xfe}));
    }
}
