// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.nio.file.Path;
import org.quorate.model.Scenario;
import org.quorate.provision.Provisioning;
import org.quorate.provision.difference.ExportComparison;
import org.quorate.provision.difference.ExportDifference;
import org.quorate.provision.directory.ExportReader;
import org.quorate.provision.directory.ExportWriter;
import org.quorate.provision.directory.KeptExport;
import org.quorate.provision.form.Form;
import org.quorate.provision.form.Forms;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.ProvisioningResult;

/** Writes the scripts that set up one file system of a scenario. Thread-safe. */
public final class ExportScripts {

    private final Version version;

    ExportScripts(Version version) {
        this.version = version;
    }

    /**
     * Plans the set-up.
     *
     * @param label of one of the scenario's file systems
     * @param form  in which it is written: scripts, an Ansible project, or plain commands
     * @return the plan with its files, or every reason against it
     */
    public ProvisioningResult plan(Scenario scenario, String label, Form form) {
        ProvisioningResult result = Provisioning.plan(scenario, label);
        return result instanceof ProvisioningPlan plan ? Forms.of(plan, form, version.text()) : result;
    }

    /**
     * Writes a plan, whole or not at all.
     *
     * @param directory absent, empty, or holding a former export
     * @param force     replace a former export even if its files were edited since
     * @throws org.quorate.provision.directory.ExportRefusedException if the directory holds what may not be replaced
     * @throws IOException                                  if it cannot be written
     */
    public void write(ProvisioningPlan plan, Path directory, boolean force) throws IOException {
        ExportWriter.write(plan, directory, force);
    }

    /**
     * Holds the files of an export of any form against its checksums. Changes nothing.
     *
     * @param directory of the export
     * @return its files, and which are edited, missing or not of it
     * @throws org.quorate.provision.directory.ExportRefusedException if it holds no export
     * @throws IOException                                  if it cannot be read
     */
    public KeptExport verify(Path directory) throws IOException {
        return ExportReader.readAny(directory);
    }

    /**
     * Compares a plan with an export that was written before. Changes nothing.
     *
     * @param former directory of that export
     * @throws org.quorate.provision.directory.ExportRefusedException if it holds no export
     * @throws IOException                                  if it cannot be read
     */
    public ExportDifference difference(ProvisioningPlan plan, Path former) throws IOException {
        return ExportComparison.of(ExportReader.read(former), plan);
    }
}
