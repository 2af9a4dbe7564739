// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.fsdlm;

import org.quorate.model.KernelProfile;

/**
 * Release of a kernel, for behaviour that changed with it.
 *
 * @param major first number
 * @param minor second number
 */
public record Release(int major, int minor) {

    /** The release of a profile; what follows the second number ("6.1-uml") says nothing about behaviour. */
    public static Release of(KernelProfile kernel) {
        String[] parts = kernel.version().split("[^0-9]+");
        return new Release(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    /** This release or a later one. */
    public boolean atLeast(int otherMajor, int otherMinor) {
        return major > otherMajor || major == otherMajor && minor >= otherMinor;
    }
}
