// SPDX-License-Identifier: EPL-2.0
/**
 * Predicted against actual: caches and locks of a simulated node beside those of a real one
 * ({@link org.quorate.study.observe.ObserveStudy}).
 */
package org.quorate.study.observe;
