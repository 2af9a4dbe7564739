// SPDX-License-Identifier: EPL-2.0
/** Advice in forms that other programs read. */
package org.quorate.advice.io;
