// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.table;

/** Remembers how the columns of tables were arranged, by the ids of the tables. */
public interface ColumnMemory {

    /** What was kept last; empty if nothing was. */
    String find(String table);

    /** @param columns as {@link ColumnLayout} writes them; empty: forget them */
    void keep(String table, String columns);
}
