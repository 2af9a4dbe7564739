/** Documents as Markdown. Immutable, thread-safe. */
package org.quorate.report.markdown;
