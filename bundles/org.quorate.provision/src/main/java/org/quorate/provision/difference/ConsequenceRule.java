// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

import java.util.List;

/** Finds one kind of change between two exports and judges it. Implementations are pure and thread-safe. */
interface ConsequenceRule {

    /** The changes of this kind, in a settled order. */
    List<ExportChange> changes(ExportFacts before, ExportFacts after);

    /** Names of the settings that this rule judges. */
    default List<String> settings() {
        return List.of();
    }
}
