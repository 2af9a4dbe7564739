// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import org.quorate.ui.PageInput;

/**
 * What the page of a study is opened on; not kept over a restart.
 *
 * @param run shown from its start on
 */
public record ResultInput(StudyRun run) implements PageInput {

    @Override
    public String getName() {
        return run.study().title();
    }

    @Override
    public String getToolTipText() {
        return run.study().document().map(document -> document.scenario().title()).orElse(run.study().title());
    }
}
