// SPDX-License-Identifier: EPL-2.0
/** Figures for hardware that a user has not measured, each with its source. */
package org.quorate.model.preset;
