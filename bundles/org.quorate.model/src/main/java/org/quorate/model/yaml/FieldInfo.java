// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.List;

/**
 * What is to be known of one field, for help and forms. Immutable, thread-safe.
 *
 * @param path     with {@code []} for list items, as in {@code cluster.nodes[].address}; fields of a contender carry its
 *                 type, as in {@code fileSystems[ocfs2].slots}
 * @param kind     SCALAR, LIST or MAPPING
 * @param type     what its value is, in words: "size", "host name", "a list of a node"
 * @param unit     accepted units, empty if it has none
 * @param required it has no default
 * @param standard what is taken if it is absent, as it would be written or in words; empty if required
 * @param allowed  what may be written, in words
 * @param choices  the words that may be written, if it is one of a few
 * @param help     one or two sentences
 * @param source   document and section that default or range come from; may be empty
 */
public record FieldInfo(String path, Kind kind, String type, String unit, boolean required, String standard,
        String allowed, List<String> choices, String help, String source) {

    /** The form of the value. */
    public enum Kind { SCALAR, LIST, MAPPING }

    public FieldInfo {
        choices = List.copyOf(choices);
    }

    /** The last part of the path: the key. */
    public String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
