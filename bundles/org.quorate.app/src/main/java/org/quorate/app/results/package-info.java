// SPDX-License-Identifier: EPL-2.0
/**
 * Results that outlive the program: what a study found, with all that is needed to show it again and to make it again.
 */
package org.quorate.app.results;
