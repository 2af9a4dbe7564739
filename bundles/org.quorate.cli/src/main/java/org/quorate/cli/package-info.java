// SPDX-License-Identifier: EPL-2.0
/** The use cases for a terminal. The only package that prints. */
package org.quorate.cli;
