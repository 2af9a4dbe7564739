// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import org.quorate.cli.text.Plain;

/** What went wrong, in words. */
final class Messages {

    private Messages() {
    }

    /** One line, whatever file names it quotes. */
    static String of(Exception exception) {
        return Plain.line(words(exception));
    }

    private static String words(Exception exception) {
        if (exception instanceof NoSuchFileException missing) {
            return missing.getFile() + ": no such file or directory";
        }
        if (exception instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied";
        }
        if (exception instanceof FileAlreadyExistsException existing) {
            return existing.getFile() + ": exists already (--force replaces it)";
        }
        return exception.getMessage() == null ? exception.toString() : exception.getMessage();
    }
}
