// SPDX-License-Identifier: EPL-2.0
/**
 * Searches: how far a field can go with the targets still met, for each contender, by bisection on confidence intervals. A
 * {@link org.quorate.study.search.SearchPlan} says what is sought, {@link org.quorate.study.search.SearchStudy} makes the runs and
 * keeps what is finished, a {@link org.quorate.study.search.Search} is what came of it.
 */
package org.quorate.study.search;
