// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;

/** The scenarios that come with the program, from the bundle's folder {@code samples}. Immutable. */
public final class Samples {

    private static final String FOLDER = "samples/";

    /**
     * One of them.
     *
     * @param name  of its folder
     * @param title one line for people
     */
    public record Sample(String name, String title) {
    }

    private final Bundle bundle;
    private final List<Sample> samples;

    public Samples(Bundle bundle) {
        this.bundle = bundle;
        samples = folders().map(folder -> folder.substring(FOLDER.length(), folder.length() - 1)).sorted()
                .map(name -> new Sample(name, title(name))).toList();
    }

    private Stream<String> folders() {
        return Optional.ofNullable(bundle.getEntryPaths(FOLDER)).map(Collections::list).stream().flatMap(List::stream)
                .filter(path -> path.endsWith("/"));
    }

    /** By name. */
    public List<Sample> all() {
        return samples;
    }

    /**
     * The YAML text of a sample.
     *
     * @throws IllegalArgumentException if there is no such sample
     */
    public String text(String name) {
        if (samples.stream().noneMatch(sample -> sample.name().equals(name))) {
            throw new IllegalArgumentException("no sample " + name);
        }
        return read(name);
    }

    private String read(String name) {
        URL entry = bundle.getEntry(FOLDER + name + "/scenario.yaml");
        try (InputStream in = entry.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("sample " + name + " is part of this bundle", e);
        }
    }

    /** The value of the key {@code title}, which every sample has near its top. */
    private String title(String name) {
        return read(name).lines().filter(line -> line.startsWith("title:")).findFirst()
                .map(line -> line.substring("title:".length()).strip()).orElse(name);
    }
}
