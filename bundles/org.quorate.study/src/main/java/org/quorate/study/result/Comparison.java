// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.result;

import java.util.List;

/**
 * Contenders compared on one workload, with common random numbers. Immutable, thread-safe; the same scenario, seed and
 * version give the same value.
 *
 * @param format      name and version of the JSON form, {@link #FORMAT}
 * @param origin      what was run
 * @param contenders  in the order of the scenario, a derived local baseline last
 * @param differences paired, of each two file systems
 * @param verdict     what follows from the figures
 * @param notes       sentences that a reader must know before using the figures: saturation, unsafe designs, percentiles
 *                    that rest on few operations, an interpolated kernel
 */
public record Comparison(String format, Origin origin, List<ContenderResult> contenders, List<Difference> differences,
        Verdict verdict, List<String> notes) {

    /** The form that this version writes. */
    public static final String FORMAT = "quorate-comparison/1";

    public Comparison {
        contenders = List.copyOf(contenders);
        differences = List.copyOf(differences);
        notes = List.copyOf(notes);
    }

    /** The contender of that label; throws {@link IllegalArgumentException} if there is none. */
    public ContenderResult contender(String label) {
        return contenders.stream().filter(c -> c.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no contender " + label));
    }
}
