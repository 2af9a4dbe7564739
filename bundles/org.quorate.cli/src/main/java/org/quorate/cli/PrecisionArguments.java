// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.quorate.app.StudyOptions;
import org.quorate.model.UnitFormat;
import org.quorate.model.UnitFormatException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options of commands that add replications until they are enough. */
final class PrecisionArguments {

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--precision", paramLabel = "PERCENT", description = "Add replications until the interval of each file system's"
            + " mean latency over the mix is this share of the mean on either side, such as 5%%; at least 10 are made. With it,"
            + " --replications are the fewest.")
    private String precision;

    @Option(names = "--max-replications", paramLabel = "NUMBER",
            description = "Most replications (10 to 1000) with --precision or --time-budget; default: 100.")
    private Integer most;

    @Option(names = "--time-budget", paramLabel = "TIME", description = "Add replications as long as they end within this time, such as"
            + " '5 min'. The result tells their number; --replications with it gives the same figures again.")
    private String timeBudget;

    /** The options with these added. */
    StudyOptions addTo(StudyOptions options) {
        OptionalDouble share = precision == null ? OptionalDouble.empty()
                : OptionalDouble.of(read("--precision", precision, UnitFormat::parsePercent));
        Optional<Duration> time = Optional.ofNullable(timeBudget).map(text -> read("--time-budget", text, UnitFormat::parseTime));
        try {
            return new StudyOptions(options.seed(), options.replications(), share,
                    most == null ? OptionalInt.empty() : OptionalInt.of(most), time);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage());
        }
    }

    private <T> T read(String option, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (UnitFormatException e) {
            throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage() + " (allowed: " + e.allowed() + ")");
        }
    }
}
