// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads texts that are this bundle's resources, by their paths below {@code org/quorate/provision}. Thread-safe. */
public final class Resources {

    /** From the root: the reader is in another package than what it reads. */
    private static final String ROOT = "/org/quorate/provision/";

    private Resources() {
    }

    /** Empty when there is none of this name. */
    public static Optional<String> find(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(ROOT + name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that must be there. */
    public static String text(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("resource is missing: " + name));
    }
}
