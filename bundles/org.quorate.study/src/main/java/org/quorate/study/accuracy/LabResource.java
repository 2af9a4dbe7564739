// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Texts that come with the program, beside this class. Pure functions, thread-safe. */
final class LabResource {

    private LabResource() {
    }

    /** The text of that name, if there is one. */
    static Optional<String> text(String name) {
        try (InputStream in = LabResource.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
