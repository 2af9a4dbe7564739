// SPDX-License-Identifier: EPL-2.0
/**
 * The files that nodes get whatever manages their cluster, and those of OCFS2 with o2cb. Internal to this bundle.
 */
package org.quorate.provision.file;
