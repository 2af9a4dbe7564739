// SPDX-License-Identifier: EPL-2.0
/** Reads what the script that measures nodes prints. */
package org.quorate.intake.measure;
