// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

/**
 * Where a run of the lab was measured, and with that what its names mean: those of the tables' runs say on which nodes, and those of their
 * phases what was done; in the box both are a user's own, but for phases after {@code dropCaches} (CONTRIBUTING.md). Immutable,
 * thread-safe.
 *
 * @param date   as year-month-day
 * @param kernel in words
 * @param kind   of the run
 */
record LabOrigin(String date, String kernel, Kind kind) {

    /** Kinds of runs. */
    enum Kind {
        /** Of the tables: nodes are processes of one machine, at nearly its speed; latency means something. */
        USER_MODE,
        /** Of the tables: nodes are emulated, so that only counts mean something. */
        EMULATED,
        /** Of the tables: made to see every message, with nothing else measured. */
        CAPTURE,
        /**
         * In the cluster in a box ({@code quorate lab measure}): a scenario's own workload, whose phases are the simulator's and whose
         * times are those of whole operations, on a LUN by iSCSI from a node of the same machine.
         */
        BOX
    }

    /** Of most of the tables' runs; the tables lie beside this class, and {@code ORIGIN.md} says so. */
    static final LabOrigin TABLES = new LabOrigin("2026-11-23", "Linux 6.1 (user-mode; the qemu runs: Debian's stock kernel)",
            Kind.USER_MODE);

    private static final String USER_MODE = "uml-";
    private static final String CAPTURE = "capture-";
    private static final String SEQUENTIAL = "f_seq";
    private static final String SEQUENTIAL_WRITE = "f_seqwrite";

    /** Of the tables' run of that name. */
    static LabOrigin ofTables(String run) {
        return new LabOrigin(TABLES.date, TABLES.kernel,
                run.startsWith(USER_MODE) ? Kind.USER_MODE : run.startsWith(CAPTURE) ? Kind.CAPTURE : Kind.EMULATED);
    }

    /** What a capture is called that the table of messages calls so. */
    static String capture(String run) {
        return CAPTURE + run;
    }

    boolean userMode() {
        return kind == Kind.USER_MODE;
    }

    boolean capture() {
        return kind == Kind.CAPTURE;
    }

    boolean box() {
        return kind == Kind.BOX;
    }

    /** An operation of this phase is a MiB that is read in sequence. */
    boolean readsInSequence(String phase) {
        return !box() && phase.startsWith(SEQUENTIAL) && !phase.equals(SEQUENTIAL_WRITE);
    }

    /** An operation of this phase is a MiB that is written in sequence. */
    boolean writesInSequence(String phase) {
        return !box() && phase.equals(SEQUENTIAL_WRITE);
    }

    /** What is left after this phase, drop_caches and 8 to 10 s of ageing, differs from run to run (lab README), in the box as well. */
    boolean wanders(String phase) {
        return phase.startsWith("drop") || phase.startsWith("m_");
    }
}
