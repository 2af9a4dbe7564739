// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.result;

/**
 * How a lock is called.
 *
 * @param plain  by people, for example {@code directory /sessions} or {@code resource group 12}
 * @param kernel by the kernel: the kind and, as far as the model has them, the number or name that debugfs shows; block numbers are
 *               those of the simulated volume
 */
public record LockName(String plain, String kernel) {

    /** The kind alone, as the kernel calls it. */
    public String kind() {
        return kernel.split(" ")[0];
    }
}
