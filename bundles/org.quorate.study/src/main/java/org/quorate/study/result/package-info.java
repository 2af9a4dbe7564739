// SPDX-License-Identifier: EPL-2.0
/**
 * What a study finds: plain immutable values without behaviour beyond simple reading, thread-safe, written to JSON as
 * they stand. Every figure that is estimated over replications is an {@link org.quorate.study.result.Interval}; its
 * confidence is that of {@link org.quorate.study.result.Origin}.
 */
package org.quorate.study.result;
