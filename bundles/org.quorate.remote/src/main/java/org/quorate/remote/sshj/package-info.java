// SPDX-License-Identifier: EPL-2.0
/** Connections by the library sshj; nothing of it is seen outside. */
package org.quorate.remote.sshj;
