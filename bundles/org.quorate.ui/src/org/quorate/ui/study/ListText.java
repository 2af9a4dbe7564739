// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list as people type it: entries separated by commas, each a name or {@code NAME=VALUES}. Pure functions. */
public final class ListText {

    private ListText() {
    }

    public static List<String> entries(String text) {
        return Stream.of(text.split(",")).map(String::strip).filter(entry -> !entry.isEmpty()).toList();
    }

    public static String name(String entry) {
        return entry.replaceFirst(" *=.*", "");
    }

    /**
     * The list after some of the choices were ticked: entries that stay are as they were typed, others come behind them.
     *
     * @param choices what could be ticked; entries that were not among it stay
     */
    public static String ticked(String text, List<String> choices, List<String> ticked) {
        List<String> kept = entries(text).stream().filter(entry -> !choices.contains(name(entry)) || ticked.contains(name(entry))).toList();
        Set<String> names = kept.stream().map(ListText::name).collect(Collectors.toSet());
        return Stream.concat(kept.stream(), ticked.stream().filter(choice -> !names.contains(choice))).collect(Collectors.joining(", "));
    }
}
