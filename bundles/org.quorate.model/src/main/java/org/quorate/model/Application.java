// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.util.Optional;

/**
 * The software that uses the mount, as far as its provisioning matters. Immutable.
 *
 * @param owner user that owns the data, for example {@code www-data}
 * @param group its group
 * @param uid   numeric user id, equal on all nodes
 * @param gid   numeric group id
 * @param phpSessionPath directory of PHP sessions below the mount point, relative; absent: no PHP
 */
public record Application(String owner, String group, int uid, int gid, Optional<String> phpSessionPath) {
}
