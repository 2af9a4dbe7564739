// SPDX-License-Identifier: EPL-2.0
/** Passwords and passphrases: asked for or read where they are kept, wiped after use, never in a text. */
package org.quorate.remote.secret;
