// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.export;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.swt.widgets.Shell;

/** Asks where a file shall go. */
@FunctionalInterface
public interface FileChooser {

    /**
     * Asks in the user interface's thread.
     *
     * @param folder to begin with; may be empty
     * @param name   that is proposed
     * @return absent: nowhere; what is returned may be replaced
     */
    Optional<Path> choose(Shell shell, String folder, String name, FileForm form);
}
