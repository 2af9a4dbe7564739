// SPDX-License-Identifier: EPL-2.0
/**
 * One scenario that passed all rules, with what follows from it: devices, names, options, packages, secrets. The one source
 * of values for every file, and for the check of the files. Internal to this bundle.
 */
package org.quorate.provision.site;
