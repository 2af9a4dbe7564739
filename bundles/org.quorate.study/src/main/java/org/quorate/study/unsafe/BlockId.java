// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

/**
 * A block of the device.
 *
 * @param kind   what it holds
 * @param number among its kind, from 0
 */
record BlockId(BlockKind kind, long number) {
}
