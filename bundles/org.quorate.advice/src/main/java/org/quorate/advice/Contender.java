// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice;

import org.quorate.model.FileSystemSpec;

/**
 * A file system of the scenario with its place. Immutable.
 *
 * @param place index in {@code fileSystems}
 * @param spec  what it is
 */
public record Contender<T extends FileSystemSpec>(int place, T spec) {

    /** Name in results. */
    public String label() {
        return spec.label();
    }

    /** Path of one of its fields. */
    public String path(String field) {
        return "fileSystems[" + place + "]." + field;
    }
}
