// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster;

import org.quorate.model.FileSystemSpec;
import org.quorate.model.Scenario;

/**
 * One run to make: serialisable by its parts, independent of every other run.
 *
 * @param scenario    what to simulate
 * @param contender   one of its file systems, or a {@link org.quorate.model.LocalSpec} as the baseline
 * @param replication index from 0; gives the random streams together with the scenario's seed
 */
public record RunRequest(Scenario scenario, FileSystemSpec contender, int replication) {
}
