// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.Set;
import org.quorate.study.map.CrossoverMap;
import org.quorate.study.search.Search;
import org.quorate.study.sweep.Sweep;

/** Made-up results of studies, those of the tests of their reports. */
public final class Samples {

    /** What file systems, phases and values are called in them, and a remark that no search says so. */
    public static final Set<String> NAMES = Set.of("a", "b", "p", "x", "y", "Not monotone: so.");

    private Samples() {
    }

    public static Sweep sweep() {
        return SweepReportTest.load();
    }

    public static CrossoverMap map() {
        return MapReportTest.small();
    }

    public static Search search() {
        return SearchReportTest.known();
    }
}
