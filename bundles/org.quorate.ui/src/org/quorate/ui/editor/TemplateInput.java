// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import java.nio.file.Files;
import java.nio.file.Path;

import org.quorate.ui.PageInput;

/**
 * What an editor of a template of reports is opened on; not kept over a restart.
 *
 * @param file absolute
 */
public record TemplateInput(Path file) implements PageInput {

    /** Of a file, however it is named. */
    public static TemplateInput of(Path file) {
        return new TemplateInput(file.toAbsolutePath().normalize());
    }

    /** The tab's text. Every template is called report.yaml, so its folder tells more. */
    @Override
    public String getName() {
        Path folder = file.getParent().getFileName();
        return folder == null ? file.getFileName().toString() : folder + "/" + file.getFileName();
    }

    @Override
    public boolean exists() {
        return Files.exists(file);
    }

    @Override
    public String getToolTipText() {
        return file.toString();
    }
}
