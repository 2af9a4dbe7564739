// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.scripts;

import org.quorate.model.Scenario;
import org.quorate.ui.Messages;
import org.quorate.ui.PageInput;

/**
 * What a page of scripts is opened on; not kept over a restart.
 *
 * @param scenario as it was when the page was opened
 */
public record ScriptsInput(Scenario scenario) implements PageInput {

    @Override
    public String getName() {
        return Messages.bind(ScriptsMessages.Scripts_title, scenario.name());
    }

    @Override
    public String getToolTipText() {
        return scenario.title();
    }
}
