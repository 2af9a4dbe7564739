// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** Another seed than that of the scenario. */
final class SeedArgument {

    @Option(names = "--seed", paramLabel = "NUMBER",
            description = "Seed of all random numbers, instead of the scenario's. The same seed gives the same bytes.")
    private Long seed;

    /** The seed; absent: that of the scenario. */
    OptionalLong seed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }
}
