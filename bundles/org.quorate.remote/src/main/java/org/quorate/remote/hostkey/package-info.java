// SPDX-License-Identifier: EPL-2.0
/** Keys of hosts: what is known of them, and who is asked of those that are not. */
package org.quorate.remote.hostkey;
