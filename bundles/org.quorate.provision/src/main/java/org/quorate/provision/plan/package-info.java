// SPDX-License-Identifier: EPL-2.0
/**
 * What a plan is: its steps, values and files, what it was made from, or why there is none. Values only, for every form of an
 * export and everyone who shows one; all immutable.
 */
package org.quorate.provision.plan;
