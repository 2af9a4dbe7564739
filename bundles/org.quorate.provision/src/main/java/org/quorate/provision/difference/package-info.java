// SPDX-License-Identifier: EPL-2.0
/**
 * What differs between two exports, and what it takes to bring the nodes from one to the other: facts are read from both, rules
 * compare them, a class a rule, with its verdicts in tables.
 */
package org.quorate.provision.difference;
