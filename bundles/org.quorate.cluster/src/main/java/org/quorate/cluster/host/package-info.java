// SPDX-License-Identifier: EPL-2.0
/** The hosts: processors, interconnect, LUN, caches, name space, and the count of kernel objects. Knows no locks. */
package org.quorate.cluster.host;
