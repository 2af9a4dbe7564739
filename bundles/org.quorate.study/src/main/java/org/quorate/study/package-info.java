// SPDX-License-Identifier: EPL-2.0
/**
 * Experiments on scenarios: lists of independent runs, and what follows from their results. The way in is
 * {@link org.quorate.study.ComparisonStudy}; results are in {@link org.quorate.study.result}.
 */
package org.quorate.study;
