// SPDX-License-Identifier: EPL-2.0
/** Takes inventories of nodes, one or a whole fleet, without changing anything on them. */
package org.quorate.remote.inventory;
