// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.fio;

import java.util.Set;

/** The option {@code ioengine}: how requests are made (HOWTO, "I/O engine"). */
record Engine(String name) {

    /** Return before the request is done. */
    private static final Set<String> ASYNCHRONOUS = Set.of("libaio", "io_uring", "io_uring_cmd", "posixaio", "windowsaio", "solarisaio");
    private static final Set<String> SYNCHRONOUS = Set.of("sync", "psync", "vsync", "pvsync", "pvsync2", "mmap");

    /** Works on files, in a way that the model has. */
    boolean known() {
        return asynchronous() || SYNCHRONOUS.contains(name) || onNames();
    }

    /** Has as many requests under way as iodepth says. */
    boolean asynchronous() {
        return ASYNCHRONOUS.contains(name);
    }

    /** Works on names, not on data. */
    boolean onNames() {
        return name.equals("filecreate") || name.equals("filestat") || name.equals("filedelete");
    }
}
