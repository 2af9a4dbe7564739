// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a connection goes, as a person writes it. Immutable.
 *
 * @param host host name, alias of {@code ~/.ssh/config} or address
 * @param port 1 to 65535; absent: that of the configuration, or 22
 * @param user absent: that of the configuration, or the user who runs this program
 */
public record Hop(String host, OptionalInt port, Optional<String> user) {

    private static final Pattern FORM = Pattern.compile("(?:(?<user>[A-Za-z0-9_][A-Za-z0-9_.\\-]{0,63})@)?"
            + "(?:\\[(?<bracket>[0-9A-Fa-f:.%A-Za-z_-]{1,255})]|(?<host>[A-Za-z0-9][A-Za-z0-9._-]{0,254}))(?::(?<port>[0-9]{1,5}))?");

    /**
     * Reads {@code [user@]host[:port]}; an IPv6 address stands in brackets.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public static Hop of(String text) {
        Matcher matcher = FORM.matcher(text);
        int port = 0;
        if (matcher.matches() && matcher.group("port") != null) {
            port = Integer.parseInt(matcher.group("port"));
        }
        if (!matcher.matches() || port > 65_535 || matcher.group("port") != null && port == 0) {
            throw new IllegalArgumentException("not [user@]host[:port]: " + Visible.text(text));
        }
        String host = matcher.group("bracket") != null ? matcher.group("bracket") : matcher.group("host");
        return new Hop(host, port == 0 ? OptionalInt.empty() : OptionalInt.of(port), Optional.ofNullable(matcher.group("user")));
    }

    /** As it is read. */
    public String text() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return user.map(login -> login + "@").orElse("") + name + (port.isPresent() ? ":" + port.getAsInt() : "");
    }
}
