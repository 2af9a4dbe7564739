// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import org.quorate.model.Scenario;

/**
 * A run of the lab, and the scenario that it was a run of. Immutable, thread-safe.
 *
 * @param run      what was measured
 * @param scenario what is simulated; its first file system is the one that was measured
 */
record LabResult(LabRun run, Scenario scenario) {
}
