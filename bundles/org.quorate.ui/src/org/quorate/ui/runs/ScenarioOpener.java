// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import org.eclipse.ui.IWorkbenchPage;

/** Opens a scenario that has no file yet. */
@FunctionalInterface
public interface ScenarioOpener {

    /**
     * Opens it; in the thread of the user interface.
     *
     * @param name for its tab and its file
     * @param text YAML
     */
    void open(IWorkbenchPage page, String name, String text);
}
