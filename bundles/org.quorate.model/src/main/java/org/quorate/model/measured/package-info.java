// SPDX-License-Identifier: EPL-2.0
/** What was measured on real nodes, and what becomes of it in a scenario. */
package org.quorate.model.measured;
