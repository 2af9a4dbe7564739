// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.directory;

import java.io.IOException;

/** A directory was not touched, because it holds what is not ours to replace. The message says what. */
public final class ExportRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    ExportRefusedException(String message) {
        super(message);
    }
}
