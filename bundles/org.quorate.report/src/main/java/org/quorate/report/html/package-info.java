// SPDX-License-Identifier: EPL-2.0
/** Renders a report document as one HTML page that needs nothing else: no script, no network, no second file. */
package org.quorate.report.html;
