// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.form;

import java.util.ArrayList;
import java.util.List;
import org.quorate.provision.plan.Checksums;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.ProvisioningPlan;

/** Renders plans. Pure functions, thread-safe. */
public final class Forms {

    private Forms() {
    }

    /**
     * A plan in a form, with its manifest and checksums. The same arguments give the same bytes.
     *
     * @param plan    as {@link org.quorate.provision.Provisioning#plan} made it
     * @param form    how to write it
     * @param version of this program, for the manifest
     */
    public static ProvisioningPlan of(ProvisioningPlan plan, Form form, String version) {
        ProvisioningPlan rendered = switch (form) {
            case BASH -> plan;
            case ANSIBLE -> AnsibleProject.of(plan);
            case CMD -> CommandPage.of(plan);
        };
        List<GeneratedFile> files = new ArrayList<>(rendered.files());
        files.removeIf(file -> file.path().equals(Checksums.FILE));
        files.add(GeneratedFile.text(Manifest.FILE, Manifest.of(plan, form, version, files)));
        return plan.rendered(Checksums.added(files), rendered.orderOfWork());
    }
}
