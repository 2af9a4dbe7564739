// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.diagnostics;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes secrets out of texts before anyone else sees them: every value of the environment and of properties whose name
 * sounds like a secret, as it is, in hexadecimal and in Base64; and whatever looks like a secret. It rather takes too much
 * than too little. Immutable, thread-safe.
 */
public final class SecretScrubber {

    static final String REMOVED = "[removed]";
    /** A shorter value, such as 1 or en, is in every text and says nothing. */
    private static final int SHORTEST = 6;
    /** What is named like a secret is one, however short; a single letter could not be told from others. */
    private static final int SHORTEST_NAMED = 3;
    /** In Base64 a value of that many bytes still has letters of its own at every offset. */
    private static final int SHORTEST_ENCODED = 6;

    private static final String NAMES = "pass(?:word|wd|phrase)?|pwd|secret|token|credentials?|api[_-]?key|access[_-]?key|private[_-]?key|auth";
    private static final Pattern SECRET_NAME = Pattern.compile("(?i)" + NAMES + "|key$");
    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\\z)", Pattern.DOTALL);
    private static final Pattern IN_ADDRESS = Pattern.compile("(?<=://)[^\\s/@]+(?=@)");
    private static final Pattern HEADER = Pattern.compile("(?i)\\b(Bearer|Basic|Digest)\\s+[\\w.~+/=-]{6,}");
    /** Of well-known makers: JSON web tokens, keys of clouds and of code hosts. */
    private static final Pattern WELL_KNOWN = Pattern.compile(
            "\\beyJ[\\w-]{8,}\\.[\\w-]+(?:\\.[\\w-]+)?|\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b|\\bgh[opusr]_\\w{20,}|\\bglpat-[\\w-]{16,}|\\bhvs\\.[\\w-]{16,}");
    /** A name and its value; a time is none, because the token that a cluster passes around has a timeout. */
    private static final Pattern ASSIGNMENT = Pattern.compile("(?i)(?<![\\w.-])(?<name>[\\w.-]*?(?:" + NAMES + ")[\\w.-]*[\"']?\\s*[:=]\\s*)"
            + "(?!\\d+(?:\\.\\d+)?\\s*(?:us|ms|s|min|h)\\b)(?<value>\"[^\"\\n]*\"|'[^'\\n]*'|[^\\s,;]+)");

    private final List<String> forms;

    private SecretScrubber(Collection<String> secrets) {
        // The longest first: one secret may be the beginning of another.
        forms = secrets.stream().flatMap(SecretScrubber::forms).distinct()
                .sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }

    /**
     * Knows what is to be hidden.
     *
     * @param environment of the process: all of its values are secrets
     * @param properties  of the Java machine: those are secrets whose names sound so
     */
    public static SecretScrubber of(Map<String, String> environment, Map<String, String> properties) {
        Set<String> secrets = new TreeSet<>();
        environment.forEach((name, value) -> add(secrets, value, isSecret(name)));
        properties.forEach((name, value) -> {
            if (isSecret(name)) {
                add(secrets, value, true);
            }
        });
        return new SecretScrubber(secrets);
    }

    private static boolean isSecret(String name) {
        return SECRET_NAME.matcher(name).find();
    }

    private static void add(Set<String> secrets, String value, boolean named) {
        int shortest = named ? SHORTEST_NAMED : SHORTEST;
        Stream.concat(Stream.of(value), value.lines()).map(String::strip).filter(part -> part.length() >= shortest).forEach(secrets::add);
    }

    /** As it is, and as a program may have written it. */
    private static Stream<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST_ENCODED) {
            return Stream.of(secret);
        }
        String hex = HexFormat.of().formatHex(bytes);
        return Stream.concat(Stream.of(secret, hex, hex.toUpperCase(Locale.ROOT)), Stream.of(0, 1, 2).flatMap(offset -> base64(bytes, offset)));
    }

    /** The letters that do not depend on what stands before and after, in both alphabets. */
    private static Stream<String> base64(byte[] bytes, int offset) {
        byte[] shifted = new byte[bytes.length + offset];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        int from = offset == 0 ? 0 : offset + 1;
        int to = shifted.length * 8 / 6;
        return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                .map(encoder -> encoder.withoutPadding().encodeToString(shifted).substring(from, to));
    }

    /** The text without secrets. */
    public String scrub(String text) {
        String clean = text;
        for (String form : forms) {
            clean = clean.replace(form, REMOVED);
        }
        clean = PRIVATE_KEY.matcher(clean).replaceAll(REMOVED);
        clean = WELL_KNOWN.matcher(clean).replaceAll(REMOVED);
        clean = IN_ADDRESS.matcher(clean).replaceAll(REMOVED);
        clean = HEADER.matcher(clean).replaceAll(hit -> Matcher.quoteReplacement(hit.group(1) + " " + REMOVED));
        return ASSIGNMENT.matcher(clean).replaceAll(hit -> Matcher.quoteReplacement(hit.group(1) + REMOVED));
    }
}
