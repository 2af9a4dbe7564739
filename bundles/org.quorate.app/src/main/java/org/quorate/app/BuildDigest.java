// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.quorate.cluster.ClusterRun;
import org.quorate.model.Scenario;
import org.quorate.sim.EventLoop;
import org.quorate.study.sweep.SweepStudy;

/**
 * Tells builds of the program apart, those of one version too: while the program is being changed, its version stays the same.
 * Archives are reproducible, so that the same sources give the same digest wherever they are built. Pure functions.
 */
final class BuildDigest {

    /** A class of each module that the figures depend on; in the archive of the command line all are at one place. */
    private static final List<Class<?>> MODULES = List.of(BuildDigest.class, SweepStudy.class, ClusterRun.class, EventLoop.class,
            Scenario.class);

    private BuildDigest() {
    }

    /**
     * SHA-256, in hexadecimal digits, of the program's code. Reads all of it: a few megabytes.
     *
     * @throws UncheckedIOException  if it cannot be read
     * @throws IllegalStateException if the code does not lie in files
     */
    static String ofProgram() {
        SortedSet<Path> places = new TreeSet<>();
        MODULES.forEach(module -> places.add(place(module)));
        try {
            return of(places);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same of archives, and of directories with all that is in them; where these lie does not matter. */
    static String of(Collection<Path> places) throws IOException {
        SortedSet<String> parts = new TreeSet<>();
        for (Path place : places) {
            parts.add(Files.isDirectory(place) ? ofDirectory(place) : sha256(Files.readAllBytes(place)));
        }
        return sha256(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }

    private static String ofDirectory(Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(file).toString(), sha256(Files.readAllBytes(file)));
            }
        }
        return sha256(files.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Path place(Class<?> module) {
        CodeSource source = module.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | RuntimeException e) {
            throw new IllegalStateException("the code of " + module.getName() + " is not in a file", e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
