// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

/** What became of a file that a user had made, changed or removed; in the order in which it is asked. */
public enum Damage {
    NAME_LOST("name gone from its directory"),
    NAME_BACK("removed, and its name is back"),
    WRONG_INODE("name leads to another file or to none"),
    DATA_OVERWRITTEN("data of another file in its blocks"),
    CHANGE_LOST("last change lost");

    private final String title;

    Damage(String title) {
        this.title = title;
    }

    /** In words. */
    public String title() {
        return title;
    }
}
