// SPDX-License-Identifier: EPL-2.0
/**
 * What a person who knows these file systems would say about a design: rules, each found by {@link java.util.ServiceLoader}, that look at
 * a scenario and, if there is one, at a comparison of its file systems. A rule never changes a model; what it proposes is a list of
 * fields with new values, which the caller may apply to the document. Everything is thread-safe.
 */
package org.quorate.advice;
