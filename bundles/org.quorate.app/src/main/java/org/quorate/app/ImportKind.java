// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

/** What kind of file is imported. */
public enum ImportKind {

    /** A listing by {@code find}. */
    FIND("find"),
    /** A listing by {@code du}, in blocks. */
    DU("du"),
    /** A listing by {@code du}, in bytes. */
    DU_BYTES("du-bytes"),
    /** A log of system calls. */
    STRACE("strace"),
    /** A job file of fio. */
    FIO("fio"),
    /** Results of fio as JSON. */
    FIO_JSON("fio-json");

    private final String word;

    ImportKind(String word) {
        this.word = word;
    }

    /** As a user names it. */
    public String word() {
        return word;
    }
}
