// SPDX-License-Identifier: EPL-2.0
/**
 * Which steps a site needs, in which order, for a new cluster and for one that grows, and how a step is read from its file.
 * Internal to this bundle.
 */
package org.quorate.provision.step;
