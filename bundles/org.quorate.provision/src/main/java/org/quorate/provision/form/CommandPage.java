// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.form;

import org.quorate.provision.ProvisioningPlan;

/** A plan as one page of plain commands. Pure functions, thread-safe. */
final class CommandPage {

    private CommandPage() {
    }

    static ProvisioningPlan of(ProvisioningPlan plan) {
        return plan;
    }
}
