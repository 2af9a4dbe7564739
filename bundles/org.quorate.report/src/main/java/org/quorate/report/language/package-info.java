// SPDX-License-Identifier: EPL-2.0
/**
 * Translates finished English reports by catalogues of sentence patterns: {@link org.quorate.report.language.Translator} is the way in.
 * Immutable, thread-safe. See ADR 0015.
 */
package org.quorate.report.language;
