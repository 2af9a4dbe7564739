// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Ledger;

/** What a machine keeps its books with; whoever watches a run brings books of his own. */
public interface Instruments {

    /** Those of a run that nobody watches. */
    Instruments PLAIN = new Instruments() { };

    /** Where the time of operations is split. */
    default Ledger ledger(Interpreter interpreter) {
        return new Ledger(interpreter);
    }

    /** Where messages are counted. */
    default Traffic traffic() {
        return new Traffic();
    }
}
