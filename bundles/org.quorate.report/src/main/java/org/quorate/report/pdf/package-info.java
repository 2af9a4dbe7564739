/** Documents as PDF. Immutable, thread-safe. */
package org.quorate.report.pdf;
