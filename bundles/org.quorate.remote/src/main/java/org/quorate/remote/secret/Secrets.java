// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.secret;

import java.util.Optional;

/** Gives secrets. Asked by several threads at once. */
@FunctionalInterface
public interface Secrets {

    /** For what runs unattended and has none. */
    Secrets NONE = wanted -> Optional.empty();

    /** A secret, the caller's own to close; nothing: there is none, or nobody wants to give it. */
    Optional<Secret> give(Wanted wanted);
}
