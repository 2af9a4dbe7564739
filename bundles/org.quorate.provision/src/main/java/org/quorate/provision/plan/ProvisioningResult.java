// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.plan;

/** What {@code Provisioning.plan} answers. */
public sealed interface ProvisioningResult permits ProvisioningPlan, Refused {
}
