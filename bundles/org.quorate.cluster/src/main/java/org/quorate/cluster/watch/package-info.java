// SPDX-License-Identifier: EPL-2.0
/**
 * Looks on while a run goes its way: books and mechanisms that do what those of any run do, and take notes. A run that nobody watches
 * has none of this in its way.
 */
package org.quorate.cluster.watch;
