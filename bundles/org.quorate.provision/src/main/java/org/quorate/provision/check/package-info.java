// SPDX-License-Identifier: EPL-2.0
/**
 * Reads every file of an export back, strictly, and compares it with the site; shares nothing with what writes the files.
 * Internal to this bundle.
 */
package org.quorate.provision.check;
