// SPDX-License-Identifier: EPL-2.0
/**
 * What the operating systems have and what they call it: one row each of the closed table of what scripts are written for
 * (provisioning reference 1.0). Knows no scenario. Internal to this bundle.
 */
package org.quorate.provision.platform;
