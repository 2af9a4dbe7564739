// SPDX-License-Identifier: EPL-2.0
package org.quorate.checks;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The compiled classes of the headless bundles, without their tests. */
final class Bundles {

    static final String PREFIX = "org.quorate.";

    private static final Checkout CHECKOUT = Checkout.here();

    private Bundles() {
    }

    /** Names without the prefix: model, sim, ... */
    static List<String> headless() throws IOException {
        try (Stream<Path> folders = Files.list(CHECKOUT.file("bundles"))) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                    .map(folder -> folder.getFileName().toString().substring(PREFIX.length()))
                    .sorted().toList();
        }
    }

    static JavaClasses classes(List<String> bundles) {
        return new ClassFileImporter().importPaths(bundles.stream()
                .map(bundle -> CHECKOUT.file("bundles/" + PREFIX + bundle + "/target/classes")).toList());
    }
}
