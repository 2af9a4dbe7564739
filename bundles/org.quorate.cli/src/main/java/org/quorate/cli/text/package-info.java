// SPDX-License-Identifier: EPL-2.0
/** Results as text for a terminal, at most 100 columns wide. */
package org.quorate.cli.text;
