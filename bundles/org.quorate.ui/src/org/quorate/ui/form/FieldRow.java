// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.form;

import java.util.List;
import java.util.Optional;

import org.quorate.model.yaml.FieldInfo;

/**
 * One line of a form. Immutable.
 *
 * @param path    of the field in the document
 * @param field   what is known of it
 * @param title   for people
 * @param value   as it stands in the text, or as it was entered and refused; absent: the default holds
 * @param problem why the entered value is refused
 */
public record FieldRow(String path, FieldInfo field, String title, Optional<String> value, Optional<String> problem) {

    /** What it is edited with. */
    public enum Control { TEXT, CHOICE, FIXED }

    public Control control() {
        // Another type of file system has other fields: it is another contender, to be added beside this one.
        boolean fixed = field.path().equals("schemaVersion") || field.path().matches("fileSystems\\[\\w+\\]\\.type");
        if (fixed) {
            return Control.FIXED;
        }
        return field.choices().isEmpty() ? Control.TEXT : Control.CHOICE;
    }

    /** Words to choose from. */
    public List<String> choices() {
        return field.choices();
    }
}
