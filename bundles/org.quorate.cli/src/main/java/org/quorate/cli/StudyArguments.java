// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.util.OptionalInt;
import org.quorate.app.StudyOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options of commands that simulate. */
final class StudyArguments {

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private SeedArgument seed;

    @Option(names = "--replications", paramLabel = "NUMBER",
            description = "Independent runs of each file system (2 to 1000), instead of the scenario's.")
    private Integer replications;

    @Mixin
    private ThreadsArgument threads;

    /** What differs from the scenario. */
    StudyOptions options() {
        try {
            return new StudyOptions(seed.seed(), replications == null ? OptionalInt.empty() : OptionalInt.of(replications));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage());
        }
    }

    int threads() {
        return threads.threads();
    }
}
