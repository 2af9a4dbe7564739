// SPDX-License-Identifier: EPL-2.0
/**
 * The files of a cluster under Pacemaker: corosync, fence devices, and its configuration as objects, written as pcs commands or
 * as crmsh's text. Internal to this bundle.
 */
package org.quorate.provision.pacemaker;
