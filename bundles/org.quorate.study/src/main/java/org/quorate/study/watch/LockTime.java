// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.watch;

import org.quorate.cluster.result.LockName;

/**
 * What one lock cost an operation.
 *
 * @param lock  which
 * @param nanos time that the operation spent on getting it: messages, others' processors, waiting for holders and their journals
 * @param share of the latency
 */
public record LockTime(LockName lock, long nanos, double share) {
}
