// SPDX-License-Identifier: EPL-2.0
/** Watches running nodes, without changing anything on them. */
package org.quorate.remote.observe;
