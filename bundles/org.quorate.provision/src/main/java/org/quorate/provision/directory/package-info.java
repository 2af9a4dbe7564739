// SPDX-License-Identifier: EPL-2.0
/**
 * An export as a directory: written whole or not at all, never over what is not ours, and read back with what was done to it
 * since.
 */
package org.quorate.provision.directory;
