// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.form;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns the set phrases of the model, as "a whole number from 1 to 1024", into another language. A phrase has places
 * {@code {0}}, {@code {1}} ... for figures, which are taken over with their units. Immutable.
 */
final class Phrases {

    /** As UnitFormat writes quantities; also a version, as 6.12 or 6.1-uml. */
    private static final String FIGURE = "-?\\d[\\w.+-]*(?: (?:[KMGTP]iB|[kMGT]bit/s|ns|us|ms|min|[Bsh%]|/s))?";
    /** One or several figures, as "4.4, 6.1, 6.8". */
    private static final String FIGURES = FIGURE + "(?:, " + FIGURE + ")*";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");

    /** The English phrases without figures, and what they are in the other language. */
    private final Map<String, String> fixed = new TreeMap<>();
    private final Map<String, Template> templates = new TreeMap<>();

    /** @param pattern the English phrase, the place {0} being a group f0 */
    private record Template(Pattern pattern, String text) {

        Optional<String> translate(String english) {
            Matcher matcher = pattern.matcher(english);
            return matcher.matches()
                    ? Optional.of(PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(matcher.group("f" + place.group(1)))))
                    : Optional.empty();
        }
    }

    /** @param texts of the other language, by English phrases; both have the same places */
    Phrases(Map<String, String> texts) {
        texts.forEach((english, text) -> {
            if (PLACE.matcher(english).find()) {
                templates.put(english, new Template(pattern(english), text));
            } else {
                fixed.put(english, text);
            }
        });
    }

    private static Pattern pattern(String english) {
        StringBuilder regex = new StringBuilder();
        Matcher place = PLACE.matcher(english);
        int from = 0;
        while (place.find()) {
            regex.append(Pattern.quote(english.substring(from, place.start())))
                    .append("(?<f").append(place.group(1)).append('>').append(FIGURES).append(')');
            from = place.end();
        }
        return Pattern.compile(regex.append(Pattern.quote(english.substring(from))).toString());
    }

    /** Nothing if no phrase is like it. */
    Optional<String> find(String english) {
        return Stream.concat(Stream.ofNullable(fixed.get(english)),
                templates.values().stream().flatMap(template -> template.translate(english).stream())).findFirst();
    }

    /** Figures, words of the format and what no phrase is like stay as they are. */
    String translate(String english) {
        return find(english).orElse(english);
    }
}
