// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Parts of documents that are the same in every report, beside this class. */
final class Resources {

    private Resources() {
    }

    static byte[] read(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from this installation");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
