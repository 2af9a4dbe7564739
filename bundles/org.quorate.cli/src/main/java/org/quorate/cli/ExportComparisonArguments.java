// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.quorate.app.ExportScripts;
import org.quorate.cli.text.ExportDifferenceText;
import org.quorate.provision.difference.ExportDifference;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.study.io.JsonForm;
import picocli.CommandLine.Option;

/** Compare with a former export instead of writing a new one. */
final class ExportComparisonArguments {

    @Option(names = "--diff", paramLabel = "OLD_DIR", required = true, description = "Write nothing: tell what differs from the export in"
            + " OLD_DIR, what it takes on the nodes (online, node by node, the cluster stopped, or formatting anew), and why. Files of"
            + " OLD_DIR that were edited since are named.")
    private Path former;

    @Option(names = "--json", description = "Write the difference as JSON (" + ExportDifference.FORMAT + ").")
    private boolean json;

    int compare(ExportScripts scripts, ProvisioningPlan plan, Console console, CommonOptions common) throws IOException {
        ExportDifference difference = scripts.difference(plan, former);
        console.out().print(json ? JsonForm.text(difference) : new ExportDifferenceText(common.style(console, true)).write(difference));
        console.out().flush();
        return difference.differs() ? ExitCode.DIFFERENT : ExitCode.OK;
    }
}
