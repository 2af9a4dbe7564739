// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

/** Brings the editors back that were open when the workbench closed. */
public final class ScenarioInputFactory implements IElementFactory {

    static final String ID = "org.quorate.ui.scenarioInputFactory";
    static final String PATH = "path";

    /** Nothing if the file is gone: its editor stays closed then. */
    @Override
    public IAdaptable createElement(IMemento memento) {
        try {
            Path file = Path.of(String.valueOf(memento.getString(PATH)));
            return Files.isRegularFile(file) ? ScenarioInput.of(file) : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
