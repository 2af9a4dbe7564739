// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.recovery;

import java.util.List;

import org.quorate.ui.Messages;
import org.quorate.ui.PageInput;

/**
 * What the page of recoveries shows.
 *
 * @param offers as they were found
 */
public record RecoveryInput(List<Offer> offers) implements PageInput {

    public RecoveryInput {
        offers = List.copyOf(offers);
    }

    @Override
    public String getName() {
        return Messages.Recovery_title;
    }
}
