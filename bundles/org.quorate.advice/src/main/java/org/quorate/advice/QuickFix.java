// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice;

import java.util.List;
import java.util.Optional;

/**
 * A change of the scenario that would answer a finding. The caller applies it to the document; the rule never does. Immutable.
 *
 * @param does    what it does, one line without a full stop
 * @param changes in an order in which the scenario is valid after each
 */
public record QuickFix(String does, List<Change> changes) {

    /**
     * One field.
     *
     * @param path  as in problems, {@code fileSystems[0].barrier}
     * @param value what it becomes, as YAML text; absent: the field is left out, if it is there
     */
    public record Change(String path, Optional<String> value) {

        /** The field becomes this. */
        public static Change set(String path, String value) {
            return new Change(path, Optional.of(value));
        }

        /** The field goes. */
        public static Change leaveOut(String path) {
            return new Change(path, Optional.empty());
        }

        /** As a line of a file: {@code fileSystems[0].barrier: true}; a field that goes is a comment. */
        public String line() {
            return value.map(text -> path + ": " + text).orElse("# without " + path);
        }
    }

    public QuickFix {
        changes = List.copyOf(changes);
    }

    /** A fix of one field. */
    public static QuickFix of(String does, String path, String value) {
        return new QuickFix(does, List.of(Change.set(path, value)));
    }
}
