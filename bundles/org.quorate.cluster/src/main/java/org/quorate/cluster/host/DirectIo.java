// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import java.util.Arrays;

/** Data that goes between the device and a process without the page cache (O_DIRECT). Not thread-safe. */
public final class DirectIo {

    private final Machine machine;
    private long[] addresses = new long[64];
    private int[] runs = new int[64];

    public DirectIo(Machine machine) {
        this.machine = machine;
    }

    /** Reads pages of a file from one to another, exclusive; returns when that is done, nanoseconds of simulated time. */
    public long read(int frame, int file, int first, int end) {
        int pages = locate(file, first, end);
        int count = 0;
        for (int page = 0; page < pages; page++) {
            if (page == 0 || addresses[page] != addresses[page - 1] + 1) {
                runs[count++] = 0;
            }
            runs[count - 1]++;
        }
        return pages == 0 ? machine.interpreter().now() : machine.lun().readRuns(frame, runs, count);
    }

    /** Writes pages of a file from one to another, exclusive; returns when that is done. */
    public long write(int frame, int file, int first, int end) {
        int pages = locate(file, first, end);
        return pages == 0 ? machine.interpreter().now() : machine.lun().writeInOrder(frame, addresses, pages);
    }

    private int locate(int file, int first, int end) {
        int pages = Math.max(0, end - first);
        if (pages > addresses.length) {
            addresses = Arrays.copyOf(addresses, pages * 2);
            runs = Arrays.copyOf(runs, pages * 2);
        }
        for (int page = 0; page < pages; page++) {
            addresses[page] = machine.names().pageAddressOf(file, first + page);
        }
        return pages;
    }
}
