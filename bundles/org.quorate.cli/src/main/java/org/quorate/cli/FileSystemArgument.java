// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.util.List;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Scenario;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which file system of the scenario a command works on. */
final class FileSystemArgument {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = {"-f", "--file-system"}, paramLabel = "LABEL",
            description = "Label of the file system; may be left out if the scenario has only one.")
    private String label;

    /** The label, of one that exists. */
    String label(Scenario scenario) {
        List<String> labels = scenario.fileSystems().stream().map(FileSystemSpec::label).toList();
        if (label == null && labels.size() != 1) {
            throw new ParameterException(spec.commandLine(),
                    "--file-system is needed: one of " + String.join(", ", labels));
        }
        String chosen = label == null ? labels.get(0) : label;
        if (!labels.contains(chosen)) {
            throw new ParameterException(spec.commandLine(),
                    "--file-system " + chosen + ": the scenario has " + String.join(", ", labels));
        }
        return chosen;
    }
}
