// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.watch;

import java.util.OptionalInt;
import org.quorate.model.Operation;

/**
 * The operations of a run that somebody is interested in.
 *
 * @param phase     its name
 * @param operation kind
 * @param node      index of the node that does them; absent: any
 */
public record WatchedKind(String phase, Operation operation, OptionalInt node) {
}
