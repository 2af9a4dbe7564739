// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.form;

import java.util.Locale;

/** How a plan is written down. */
public enum Form {
    /** Scripts for each node, and one for the administrator's machine. */
    BASH,
    /** A project for ansible-playbook. */
    ANSIBLE,
    /** One page of commands that a person types. */
    CMD;

    /** The file that a reader should see first. */
    public String firstFile() {
        return this == CMD ? CommandPage.FILE : "README.md";
    }

    /** As the command line and the manifest write it: {@code ansible}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
