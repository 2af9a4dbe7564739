// SPDX-License-Identifier: EPL-2.0
/**
 * The scripts of an export, the values that they read, and the page that explains them. Internal to this bundle.
 */
package org.quorate.provision.script;
