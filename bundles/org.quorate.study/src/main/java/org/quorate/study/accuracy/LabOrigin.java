// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

/**
 * Where a run of the lab was measured. Immutable, thread-safe.
 *
 * @param date   as year-month-day
 * @param kernel in words
 * @param box    in the cluster in a box ({@code quorate lab measure}): a scenario's own workload, whose phases are the simulator's and
 *               whose times are those of whole operations, on a LUN by iSCSI from a node of the same machine
 */
record LabOrigin(String date, String kernel, boolean box) {

    /** The tables beside this class, whose {@code ORIGIN.md} says so. */
    static final LabOrigin TABLES = new LabOrigin("2026-11-23", "Linux 6.1 (user-mode; the qemu runs: Debian's stock kernel)", false);
}
