// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.hostkey;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.quorate.remote.HostPatterns;

/**
 * A line of known_hosts. Immutable.
 *
 * @param marker   what it says of the key
 * @param patterns names of hosts, separated by commas; or one that is hashed
 * @param key      the key
 * @param place    file and line
 */
record KnownLine(Marker marker, String patterns, HostKey key, String place) {

    private static final String HASHED = "|1|";

    /** First word of a line. */
    enum Marker { NONE, REVOKED, AUTHORITY }

    /** Nothing if it is empty, a comment or not of the form: such a line trusts nobody. */
    static Optional<KnownLine> of(String text, Path file, int number) {
        String line = text.strip();
        Marker marker = Marker.NONE;
        if (line.startsWith("@revoked ")) {
            marker = Marker.REVOKED;
        } else if (line.startsWith("@cert-authority ")) {
            marker = Marker.AUTHORITY;
        } else if (line.startsWith("@")) {
            return Optional.empty();
        }
        List<String> words = List.of(line.split("[ \t]+"));
        int first = marker == Marker.NONE ? 0 : 1;
        if (line.isEmpty() || line.startsWith("#") || words.size() < first + 3) {
            return Optional.empty();
        }
        try {
            HostKey key = new HostKey(words.get(first + 1), Base64.getDecoder().decode(words.get(first + 2)));
            return Optional.of(new KnownLine(marker, words.get(first), key, file + ":" + number));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The line is of that host, whose name is in lower case. */
    boolean names(String name) {
        if (!patterns.startsWith(HASHED)) {
            return HostPatterns.match(List.of(patterns.toLowerCase(Locale.ROOT).split(",")), name);
        }
        String[] parts = patterns.split("\\|", -1);
        try {
            return parts.length == 4 && MessageDigest.isEqual(digest(name, Base64.getDecoder().decode(parts[2])), Base64.getDecoder().decode(parts[3]));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A name as a hashed line has it. */
    static String hash(String name, byte[] salt) {
        Base64.Encoder encoder = Base64.getEncoder();
        return HASHED + encoder.encodeToString(salt) + "|" + encoder.encodeToString(digest(name, salt));
    }

    /** HMAC-SHA1, by which OpenSSH hides names (hostfile.c:host_hash). */
    private static byte[] digest(String name, byte[] salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(salt, "HmacSHA1"));
            return mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }
}
