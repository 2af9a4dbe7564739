// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

/** What a processor can be busy with; the times are in {@link org.quorate.model.HardwareProfile}. */
public enum Cost { SYSTEM_CALL, MESSAGE, LOCK_WORK, BLOCK_WORK, COPY_PAGE }
