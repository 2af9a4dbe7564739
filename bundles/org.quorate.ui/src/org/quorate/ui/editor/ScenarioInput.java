// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.quorate.ui.PageInput;

/**
 * What a scenario editor is opened on: a file, or a text that has none yet (a copy of a sample, a new scenario).
 *
 * @param file  where it is stored
 * @param title for the tab while there is no file
 * @param text  what to start with if there is no file
 * @param work  somebody's work that is stored nowhere else: to close it without saving is asked first, even if it was never
 *              touched here
 */
public record ScenarioInput(Optional<Path> file, String title, String text, boolean work)
        implements PageInput, IPersistableElement {

    public static ScenarioInput of(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return new ScenarioInput(Optional.of(absolute), absolute.getFileName().toString(), "", false);
    }

    /** A copy of what can be had again. */
    public static ScenarioInput copy(String title, String text) {
        return new ScenarioInput(Optional.empty(), title, text, false);
    }

    /** A scenario that is nowhere else yet. */
    public static ScenarioInput untitled(String title, String text) {
        return new ScenarioInput(Optional.empty(), title, text, true);
    }

    /** The tab's text. Every scenario is called scenario.yaml, so its folder tells more. */
    @Override
    public String getName() {
        return file.map(path -> {
            boolean usual = path.endsWith("scenario.yaml") && path.getParent().getFileName() != null;
            return usual ? path.getParent().getFileName() + "/" + path.getFileName() : path.getFileName().toString();
        }).orElse(title);
    }

    @Override
    public boolean exists() {
        return file.isPresent() && Files.exists(file.get());
    }

    @Override
    public IPersistableElement getPersistable() {
        return file.isPresent() ? this : null;
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(ScenarioInputFactory.PATH, file.orElseThrow().toString());
    }

    @Override
    public String getFactoryId() {
        return ScenarioInputFactory.ID;
    }

    @Override
    public String getToolTipText() {
        return file.map(Path::toString).orElse(title);
    }
}
