// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.export;

import java.io.IOException;

/** What a file will hold. */
@FunctionalInterface
public interface FileContent {

    /** Makes it, in a background thread. */
    byte[] bytes() throws IOException;
}
