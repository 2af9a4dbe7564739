// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quorate.remote.Hop;
import org.quorate.remote.Target;
import org.quorate.remote.hostkey.KnownHosts;

/** Makes targets of what a person wrote and the configuration says. Immutable, thread-safe. */
public final class Targets {

    private static final int PORT = 22;
    private static final int MOST_JUMPS = 8;
    /** ssh's own, without hardware keys (ssh_config(5), IdentityFile). */
    private static final List<String> IDENTITIES = List.of("id_rsa", "id_ecdsa", "id_ed25519");
    private static final Pattern TOKEN = Pattern.compile("%(.)");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,9})([smhdwSMHDW]?)");

    private final SshConfig config;
    private final Path home;
    private final String user;
    private final String login;
    private final Optional<Path> agent;
    private final Target.Limits limits;

    /**
     * @param home  folder of the user
     * @param user  name of the user, who logs in as the same on hosts on the way
     * @param login where neither the host nor the configuration names one
     * @param agent socket of the agent
     * @param limits where the configuration says nothing
     */
    public Targets(SshConfig config, Path home, String user, String login, Optional<Path> agent, Target.Limits limits) {
        this.config = config;
        this.home = home;
        this.user = user;
        this.login = login;
        this.agent = agent;
        this.limits = limits;
    }

    /**
     * Those of this process, with the agent of SSH_AUTH_SOCK.
     *
     * @param file  configuration; absent: {@code ~/.ssh/config} and {@code /etc/ssh/ssh_config}
     * @param login where neither the host nor the configuration names one; absent: the user
     * @throws IOException if a configuration file is there that cannot be read
     */
    public static Targets ofUser(Optional<Path> file, Path home, String user, Optional<String> login, Map<String, String> environment)
            throws IOException {
        List<Path> files = file.map(List::of).orElse(List.of(home.resolve(".ssh/config"), Path.of("/etc/ssh/ssh_config")));
        SshConfig config = SshConfig.read(files, home);
        return new Targets(config, home, user, login.orElse(user), Optional.ofNullable(environment.get("SSH_AUTH_SOCK"))
                .filter(text -> !text.isEmpty()).map(Path::of), Target.Limits.DEFAULT);
    }

    /** What of the configuration was passed over. */
    public List<String> remarks() {
        return config.remarks();
    }

    /**
     * The target that a person means.
     *
     * @throws IllegalArgumentException if the configuration says something that cannot be used; with a message for the user
     */
    public Target of(Hop hop) {
        return of(hop, 0);
    }

    private Target of(Hop hop, int depth) {
        String alias = hop.host();
        String host = config.value(alias, "HostName").map(name -> expand(name, Map.of('h', alias))).orElse(alias);
        String who = hop.user().or(() -> config.value(alias, "User")).orElse(depth == 0 ? login : user);
        int port = hop.port().orElseGet(() -> config.value(alias, "Port").map(text -> number(alias, text)).orElse(PORT));
        Map<Character, String> tokens = Map.of('h', host, 'n', alias, 'p', String.valueOf(port), 'r', who, 'u', user, 'd', home.toString());
        boolean only = config.value(alias, "IdentitiesOnly").map(Targets::yes).orElse(false);
        return new Target(hop.text(), host, port, who, keyName(alias, host, port), identities(alias, tokens), only,
                agent(alias, tokens), knownHosts(alias, tokens), config.value(alias, "HashKnownHosts").map(Targets::yes).orElse(false),
                config.value(alias, "StrictHostKeyChecking").map(Targets::yes).orElse(false), limits(alias), jumps(alias, depth));
    }

    /** An alias stands alone, whatever the port (OpenSSH, sshconnect.c:get_hostfile_hostname_ipaddr). */
    private String keyName(String alias, String host, int port) {
        return config.value(alias, "HostKeyAlias").map(name -> name.toLowerCase(Locale.ROOT)).orElseGet(() -> KnownHosts.name(host, port));
    }

    private List<Path> identities(String alias, Map<Character, String> tokens) {
        List<String> named = config.values(alias, "IdentityFile");
        if (!named.isEmpty()) {
            return named.stream().filter(name -> !name.equalsIgnoreCase("none")).map(name -> path(expand(name, tokens))).distinct().toList();
        }
        return IDENTITIES.stream().map(name -> home.resolve(".ssh").resolve(name)).filter(Files::exists).toList();
    }

    private Optional<Path> agent(String alias, Map<Character, String> tokens) {
        Optional<String> named = config.value(alias, "IdentityAgent").filter(name -> !name.equals("SSH_AUTH_SOCK"));
        return named.isEmpty() ? agent : named.filter(name -> !name.equalsIgnoreCase("none")).map(name -> path(expand(name, tokens)));
    }

    /** The user's files, the first to be added to, then the system's. */
    private List<Path> knownHosts(String alias, Map<Character, String> tokens) {
        List<Path> files = new ArrayList<>();
        String own = config.value(alias, "UserKnownHostsFile").filter(text -> !text.equalsIgnoreCase("none"))
                .orElse("~/.ssh/known_hosts ~/.ssh/known_hosts2");
        List.of(own.split(" ")).forEach(name -> files.add(path(expand(name, tokens))));
        String system = config.value(alias, "GlobalKnownHostsFile").orElse("/etc/ssh/ssh_known_hosts /etc/ssh/ssh_known_hosts2");
        List.of(system.split(" ")).forEach(name -> files.add(path(name)));
        return files;
    }

    private Target.Limits limits(String alias) {
        Duration connect = config.value(alias, "ConnectTimeout").map(text -> time(alias, text)).filter(time -> !time.isZero()).orElse(limits.connect());
        Duration alive = config.value(alias, "ServerAliveInterval").map(text -> time(alias, text)).orElse(limits.keepAlive());
        return new Target.Limits(connect, limits.login(), alive, limits.tries());
    }

    private List<Target> jumps(String alias, int depth) {
        String jump = config.value(alias, "ProxyJump").orElse("none");
        if (jump.equalsIgnoreCase("none")) {
            if (config.value(alias, "ProxyCommand").filter(text -> !text.equalsIgnoreCase("none")).isPresent()) {
                throw new IllegalArgumentException(alias + ": ProxyCommand is not supported; use ProxyJump");
            }
            return List.of();
        }
        if (depth >= MOST_JUMPS) {
            throw new IllegalArgumentException(alias + ": more than " + MOST_JUMPS + " jumps, or they go round in a circle");
        }
        List<Target> jumps = new ArrayList<>();
        for (String text : jump.split(",")) {
            Target target = of(Hop.of(text.startsWith("ssh://") ? text.substring(6) : text), depth + 1);
            // Only the first has a way of its own: the others are reached through the one before.
            if (jumps.isEmpty()) {
                jumps.addAll(target.jumps());
            }
            jumps.add(new Target(target.name(), target.host(), target.port(), target.user(), target.keyName(), target.identities(),
                    target.identitiesOnly(), target.agent(), target.knownHosts(), target.hashKnownHosts(), target.refuseUnknown(),
                    target.limits(), List.of()));
        }
        return jumps;
    }

    private static boolean yes(String text) {
        return text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("true");
    }

    private static int number(String alias, String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Told below, with the port that is too large.
        }
        throw new IllegalArgumentException(alias + ": not a port: " + text);
    }

    /** {@code 10}, {@code 2m}, {@code 1h30m} (sshd_config(5), TIME FORMATS). */
    private static Duration time(String alias, String text) {
        Matcher matcher = TIME.matcher(text);
        long seconds = 0;
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            long unit = switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
                case "m" -> 60;
                case "h" -> 3600;
                case "d" -> 86_400;
                case "w" -> 604_800;
                default -> 1;
            };
            seconds += unit * Long.parseLong(matcher.group(1));
            end = matcher.end();
        }
        if (end == 0 || end < text.length()) {
            if (text.equalsIgnoreCase("none")) {
                return Duration.ZERO;
            }
            throw new IllegalArgumentException(alias + ": not a time: " + text);
        }
        return Duration.ofSeconds(seconds);
    }

    private Path path(String name) {
        return name.equals("~") ? home : name.startsWith("~/") ? home.resolve(name.substring(2)) : Path.of(name);
    }

    private static String expand(String text, Map<Character, String> tokens) {
        return TOKEN.matcher(text).replaceAll(found -> {
            char token = found.group(1).charAt(0);
            String value = token == '%' ? "%" : tokens.get(token);
            if (value == null) {
                throw new IllegalArgumentException("%" + token + " in " + text + " is not supported");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
