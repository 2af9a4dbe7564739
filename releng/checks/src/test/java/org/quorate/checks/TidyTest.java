// SPDX-License-Identifier: EPL-2.0
package org.quorate.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing is left lying about. */
class TidyTest {

    /** Spelled apart, so that this file is not found. */
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern SOURCE = Pattern.compile(".*\\.(java|xml|yaml|properties|sh|awk|css|md)|[^.]*");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.@_][A-Za-z0-9.@_+-]*");

    private final Checkout checkout = Checkout.here();

    @Test
    void noSourceIsMarkedUnfinished() throws IOException {
        List<String> marked = new ArrayList<>();
        for (Path file : checkout.files(file -> SOURCE.matcher(file.getFileName().toString()).matches())) {
            Checkout.text(file).lines().filter(line -> UNFINISHED.matcher(line).find())
                    .forEach(line -> marked.add(checkout.name(file) + ": " + line.strip()));
        }
        assertEquals(List.of(), marked);
    }

    @Test
    void everyFolderOfBundlesIsBuilt() throws IOException {
        String poms = checkout.text("pom.xml") + checkout.text("releng/desktop/pom.xml");
        for (String parent : List.of("bundles", "features")) {
            try (Stream<Path> folders = Files.list(checkout.file(parent))) {
                List<String> forgotten = folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                        .map(checkout::name).filter(name -> !poms.contains(name + "</module>")).toList();
                assertEquals(List.of(), forgotten);
            }
        }
    }

    /** A redirection that went wrong leaves a file whose name is a line of text. */
    @Test
    void filesHaveNamesThatNeedNoQuotes() throws IOException {
        assertEquals(List.of(), checkout.files(file -> !NAME.matcher(file.getFileName().toString()).matches()).stream().map(checkout::name).toList());
    }

    @Test
    void theLicenceIsWhole() {
        String licence = checkout.text("LICENSE");
        assertTrue(licence.startsWith("Eclipse Public License - v 2.0"));
        assertTrue(licence.contains("Exhibit A - Form of Secondary Licenses Notice"));
    }
}
