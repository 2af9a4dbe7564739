// SPDX-License-Identifier: EPL-2.0
/**
 * Crossover maps: which of two contenders is better over two fields, by how much, and where that is not known. A
 * {@link org.quorate.study.map.MapPlan} says what is compared, a {@link org.quorate.study.map.CrossoverMap} is what came of it.
 */
package org.quorate.study.map;
