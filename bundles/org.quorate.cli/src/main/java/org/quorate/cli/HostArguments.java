// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quorate.app.InventoryNodes;
import org.quorate.cli.text.Plain;
import org.quorate.model.Scenario;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which nodes: those of a scenario, and hosts. */
final class HostArguments {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--host", paramLabel = "[NAME=][USER@]HOST[:PORT]", description = "A host; with a scenario, the node NAME is reached there.")
    private List<String> hosts = List.of();

    @Option(names = "--by-address", description = "Reach the nodes of the scenario by their addresses on the cluster network.")
    private boolean byAddress;

    /** Hosts by name of the node, at least one. */
    Map<String, String> asked(Optional<Scenario> plan) {
        Map<String, String> asked = new LinkedHashMap<>(plan.map(found -> InventoryNodes.hosts(found, byAddress)).orElse(Map.of()));
        for (String host : hosts) {
            int equals = host.indexOf('=');
            String name = equals < 0 ? host : host.substring(0, equals);
            if (equals >= 0 && !NAME.matcher(name).matches()) {
                throw usage("--host NAME=HOST: not a name of a node: " + name);
            }
            if (plan.isPresent() && !asked.containsKey(name)) {
                throw usage("--host NAME=HOST: the scenario has no node " + name + "; it has " + String.join(", ", asked.keySet()));
            }
            if (plan.isEmpty() && asked.containsKey(name)) {
                throw usage("--host: " + name + " is given twice");
            }
            asked.put(name, host.substring(equals + 1));
        }
        if (asked.isEmpty()) {
            throw usage("which nodes? Give a scenario, or hosts with --host");
        }
        return asked;
    }

    /**
     * To be called when everything else is told.
     *
     * @param reasons of nodes that did not answer
     * @throws CommandFailure if there are any
     */
    static void answered(Map<String, String> asked, List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new CommandFailure(ExitCode.FAILURE, reasons.size() + " of " + asked.size() + " nodes did not answer: " + Plain.line(reasons.get(0)));
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), Plain.lines(message));
    }
}
