// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

/** In which of two exports something is. */
public enum Presence {
    /** In the new one only. */
    ADDED,
    /** In the old one only. */
    REMOVED,
    /** In both, with another content. */
    CHANGED
}
