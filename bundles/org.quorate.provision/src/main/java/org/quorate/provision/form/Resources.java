// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads texts that are this package's resources. Thread-safe. */
final class Resources {

    private Resources() {
    }

    static Optional<String> find(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("resource is missing: " + name));
    }
}
