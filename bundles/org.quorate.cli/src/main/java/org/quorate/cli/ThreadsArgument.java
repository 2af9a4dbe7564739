// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How many runs there are at the same time. */
final class ThreadsArgument {

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--threads", paramLabel = "NUMBER",
            description = "Runs at the same time; default: one a processor. The result does not depend on it.")
    private Integer threads;

    /** The number, 1 or more. */
    int threads() {
        if (threads != null && threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads is 1 or more, not " + threads);
        }
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
