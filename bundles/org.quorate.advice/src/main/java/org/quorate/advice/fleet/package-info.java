// SPDX-License-Identifier: EPL-2.0
/** What is wrong with real nodes, and where they differ from each other and from a scenario. */
package org.quorate.advice.fleet;
