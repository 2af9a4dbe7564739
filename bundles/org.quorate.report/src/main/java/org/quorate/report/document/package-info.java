// SPDX-License-Identifier: EPL-2.0
/**
 * A report as a value: what it says, in which order, independent of the format that it is rendered to. All text is
 * plain text as it came in; renderers escape it. Immutable, thread-safe.
 */
package org.quorate.report.document;
