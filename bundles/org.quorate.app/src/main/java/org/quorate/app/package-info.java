// SPDX-License-Identifier: EPL-2.0
/**
 * The use cases: what a person can do with Quorate, whether from a terminal or a desktop.
 * {@link org.quorate.app.QuorateApp} puts them together. Nothing here prints or knows a screen.
 */
package org.quorate.app;
