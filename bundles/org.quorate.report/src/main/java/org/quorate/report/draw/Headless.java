// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.GraphicsEnvironment;

/**
 * Keeps AWT off the display. AWT decides once in a JVM, when it is first asked, from the system property
 * {@code java.awt.headless}; left alone it would connect to an X server as soon as DISPLAY is set, and fail where that
 * server cannot be reached.
 *
 * <p>If the host has set the property, its choice stands. If not, the property is set for the moment of the decision
 * and then removed again: the host sees its properties unchanged, and AWT stays headless for the life of this JVM. If
 * AWT has decided before, nothing changes; drawing works either way. Runs when a {@link ChartPainter} is made, never
 * while a class is loaded.
 */
final class Headless {

    private static final String PROPERTY = "java.awt.headless";

    private Headless() {
    }

    static void ensure() {
        if (System.getProperty(PROPERTY) != null) {
            return;
        }
        System.setProperty(PROPERTY, "true");
        try {
            GraphicsEnvironment.isHeadless();
        } finally {
            System.clearProperty(PROPERTY);
        }
    }
}
