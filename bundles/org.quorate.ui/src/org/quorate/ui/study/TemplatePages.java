// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.nio.file.Path;

/** Leads to the templates of reports; called in the thread of the user interface. */
public interface TemplatePages {

    /** Where no template can be edited. */
    TemplatePages NONE = new TemplatePages() {
        @Override
        public void open(Path template, int line) {
            throw new IllegalStateException("no editor");
        }

        @Override
        public void begin(Path scenario) {
            throw new IllegalStateException("no editor");
        }
    };

    /**
     * Opens a template, or a text that it names, in an editor.
     *
     * @param line to show, from 1
     */
    void open(Path template, int line);

    /** Writes a new template beside a scenario and opens it. */
    void begin(Path scenario);
}
