// SPDX-License-Identifier: EPL-2.0
/** What real nodes are, as an inventory found them. */
package org.quorate.model.inventory;
