// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

/** How bad a problem is. */
public enum Severity {
    /** The file is not a scenario. */
    ERROR,
    /** The file is read, but something in it is probably not meant so. */
    WARNING
}
