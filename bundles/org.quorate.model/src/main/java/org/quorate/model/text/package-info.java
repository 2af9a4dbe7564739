// SPDX-License-Identifier: EPL-2.0
/** Texts that other programs read. */
package org.quorate.model.text;
