// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.quorate.app.StudyOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options of commands that simulate. */
final class StudyArguments {

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--seed", paramLabel = "NUMBER",
            description = "Seed of all random numbers, instead of the scenario's. The same seed gives the same bytes.")
    private Long seed;

    @Option(names = "--replications", paramLabel = "NUMBER",
            description = "Independent runs of each file system (2 to 1000), instead of the scenario's.")
    private Integer replications;

    @Option(names = "--threads", paramLabel = "NUMBER",
            description = "Runs at the same time; default: one a processor. The result does not depend on it.")
    private Integer threads;

    /** What differs from the scenario. */
    StudyOptions options() {
        try {
            return new StudyOptions(seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                    replications == null ? OptionalInt.empty() : OptionalInt.of(replications));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage());
        }
    }

    int threads() {
        if (threads != null && threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads is 1 or more, not " + threads);
        }
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
