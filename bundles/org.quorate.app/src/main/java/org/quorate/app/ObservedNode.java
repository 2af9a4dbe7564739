// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.List;
import org.quorate.study.observe.ActualState;

/**
 * What files of a running kernel say. Immutable.
 *
 * @param state  to compare with
 * @param unused lines that could not be used, with the reason; safe to print but for the names of the files
 */
public record ObservedNode(ActualState state, List<String> unused) {

    public ObservedNode {
        unused = List.copyOf(unused);
    }
}
