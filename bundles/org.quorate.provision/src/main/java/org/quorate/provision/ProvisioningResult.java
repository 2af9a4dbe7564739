// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

/** What {@link Provisioning#plan} answers. */
public sealed interface ProvisioningResult permits ProvisioningPlan, Refused {
}
