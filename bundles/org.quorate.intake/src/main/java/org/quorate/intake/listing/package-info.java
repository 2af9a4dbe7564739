// SPDX-License-Identifier: EPL-2.0
/** Listings of files, as {@code find} and {@code du} write them, into sets of files. */
package org.quorate.intake.listing;
