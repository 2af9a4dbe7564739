// SPDX-License-Identifier: EPL-2.0
package org.quorate.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say is so: their commands run, their paths exist. */
class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Pattern PATH = Pattern.compile("`((bundles|features|releng|sample-models|docs|\\.ci)/[\\w./-]*)`");

    private final Checkout checkout = Checkout.here();

    @Test
    void everyPathInADocumentExists() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path document : checkout.filesNamed(".md")) {
            String text = Checkout.text(document);
            matches(LINK, text).filter(link -> !Files.exists(document.resolveSibling(link)))
                    .forEach(link -> missing.add(checkout.name(document) + ": " + link));
            matches(PATH, text).filter(path -> !Files.exists(checkout.file(path)))
                    .forEach(path -> missing.add(checkout.name(document) + ": " + path));
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void everyDecisionIsInTheIndex() throws IOException {
        String index = checkout.text("releng/adr/README.md");
        try (Stream<Path> records = Files.list(checkout.file("releng/adr"))) {
            List<String> lost = records.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md") && !index.contains("](" + name + ")")).toList();
            assertEquals(List.of(), lost);
        }
    }

    /** Each is shown, is what its name says, and all together do not make the checkout heavy. */
    @Test
    void everyPictureIsShownAndSmall() throws IOException {
        String shown = checkout.text("docs/README.md");
        long bytes = 0;
        try (Stream<Path> pictures = Files.list(checkout.file("docs/screenshots"))) {
            for (Path picture : pictures.toList()) {
                byte[] content = Files.readAllBytes(picture);
                assertTrue(shown.contains("](screenshots/" + picture.getFileName() + ")"), picture.toString());
                assertEquals("PNG", new String(content, 1, 3, StandardCharsets.ISO_8859_1), picture.toString());
                bytes += content.length;
            }
        }
        assertTrue(bytes > 0 && bytes < 3_000_000, bytes + " bytes");
        assertTrue(checkout.text("README.md").contains("](docs/screenshots/"), "the first page has pictures");
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }
}
