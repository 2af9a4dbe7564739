// SPDX-License-Identifier: EPL-2.0
/** What a kernel, real or simulated, says of its caches and locks. */
package org.quorate.model.observed;
