// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.diagnostics;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts together what helps to find a fault, free of secrets: the error log, versions, those properties that are known to be
 * harmless, and settings. Never the environment. Of open scenarios it has a checksum each, and their text only if the user
 * wants that. Immutable, thread-safe.
 */
public final class DiagnosticsCollector {

    /** A scenario that is open. */
    public record OpenScenario(String text, boolean changed) {
    }

    /**
     * What it looks at.
     *
     * @param versions    of the program and of what it is built on, one a line
     * @param environment of the process, to know what to hide
     * @param properties  of the Java machine
     * @param settings    that the user has chosen
     * @param log         the error log; older ones lie beside it
     * @param findings    what else is known of this session, asked at each collection
     */
    public record Sources(List<String> versions, Map<String, String> environment, Map<String, String> properties,
            Map<String, String> settings, Path log, Supplier<List<Diagnostic>> findings) {
    }

    /** Of each log: as much as a letter may carry; the end is what matters. */
    private static final int MOST_OF_A_LOG = 1 << 20;
    /** Nothing but these is taken: what a property that we do not know may hold cannot be known. */
    private static final Pattern HARMLESS = Pattern.compile("java\\.(version|vendor|vm\\..*|runtime\\..*|specification\\..*|class\\.version)"
            + "|os\\..*|file\\.encoding|native\\.encoding|sun\\.jnu\\.encoding|user\\.(language|country|timezone)|sun\\.arch\\.data\\.model"
            + "|osgi\\.(nl|os|ws|arch|requiredJavaVersion)|eclipse\\.(application|product|buildId|startTime)"
            + "|org\\.eclipse\\.swt\\.internal\\.(gtk\\.version|deviceZoom|webkitgtk\\.version)|swt\\..*");
    /** Numbers, switches and the theme; texts, such as names of files, say more of the user than of the fault. */
    private static final Pattern HARMLESS_SETTING = Pattern.compile("-?\\d{1,9}|true|false|org\\.eclipse\\.e4\\.ui\\.css\\.theme\\.\\w+");
    private static final String ABOUT = """
            Diagnostics of Quorate: texts only; read them before you hand them on.

            versions.txt     the program, Java, the system, the bundles
            properties.txt   properties of Java that are known to be harmless
            settings.txt     preferences that are numbers or switches
            scenarios.txt    a checksum of each open scenario
            blocks.txt       what held the user interface up, the longest first
            log-*.txt        the error logs, each its last 1 MiB

            Not in here: the environment, command lines, passwords. What stood in the environment or looked like
            a secret was replaced by %s, also in the logs.
            """;

    /** Eclipse writes these at the head of each session in the log. */
    private static final Pattern COMMAND_LINE = Pattern.compile("(?m)^((?:Framework|Command-line) arguments:).*$");

    private final Supplier<Sources> source;

    /** @param source asked at each collection */
    public DiagnosticsCollector(Supplier<Sources> source) {
        this.source = source;
    }

    /**
     * Collects; takes a moment, so call it in the background.
     *
     * @param scenarios     that are open
     * @param withScenarios to put their texts in
     * @throws IOException if a log cannot be read
     */
    public List<Diagnostic> collect(List<OpenScenario> scenarios, boolean withScenarios) throws IOException {
        Sources sources = source.get();
        List<Diagnostic> found = new ArrayList<>();
        found.add(new Diagnostic("README.txt", ABOUT.formatted(SecretScrubber.REMOVED)));
        found.add(new Diagnostic("versions.txt", lines(sources.versions().stream())));
        found.add(new Diagnostic("properties.txt", table(sources.properties(), (name, value) -> HARMLESS.matcher(name).matches())));
        found.add(new Diagnostic("settings.txt", table(sources.settings(), (name, value) -> HARMLESS_SETTING.matcher(value).matches())));
        found.addAll(sources.findings().get());
        found.add(new Diagnostic("scenarios.txt", lines(scenarios.stream().map(DiagnosticsCollector::line))));
        if (withScenarios) {
            for (int i = 0; i < scenarios.size(); i++) {
                found.add(new Diagnostic("scenario-" + (i + 1) + ".yaml", scenarios.get(i).text()));
            }
        }
        addLogs(sources.log(), found);
        SecretScrubber scrubber = SecretScrubber.of(sources.environment(), sources.properties());
        return found.stream().map(diagnostic -> new Diagnostic(diagnostic.name(), scrubber.scrub(diagnostic.text()))).toList();
    }

    private static String lines(Stream<String> lines) {
        return lines.map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String table(Map<String, String> values, BiPredicate<String, String> wanted) {
        return lines(values.entrySet().stream().filter(entry -> wanted.test(entry.getKey(), entry.getValue())).sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + " = " + entry.getValue()));
    }

    private static String line(OpenScenario scenario) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(scenario.text().getBytes(StandardCharsets.UTF_8));
            return "sha256 " + HexFormat.of().formatHex(hash) + ", " + scenario.text().lines().count() + " lines"
                    + (scenario.changed() ? ", not saved" : "");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Eclipse begins a new log when one grows long, and renames the old one to {@code .bak_0.log} and so on. */
    private static void addLogs(Path current, List<Diagnostic> found) throws IOException {
        Path folder = current.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> logs;
        try (Stream<Path> files = Files.list(folder)) {
            logs = files.filter(file -> file.getFileName().equals(current.getFileName())
                    || file.getFileName().toString().matches("\\.bak_\\d+\\.log")).sorted(Comparator.comparing(Path::toString).reversed()).toList();
        }
        int number = 1;
        for (Path log : logs) {
            found.add(new Diagnostic("log-" + number++ + ".txt", COMMAND_LINE.matcher(end(log)).replaceAll("$1 " + Matcher.quoteReplacement(SecretScrubber.REMOVED))));
        }
    }

    private static String end(Path log) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - MOST_OF_A_LOG);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            // A value that the cut goes through would not be recognised.
            return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
        }
    }
}
