// SPDX-License-Identifier: EPL-2.0
package org.quorate.checks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The tree that these tests look at, without what builds leave in it. */
record Checkout(Path root) {

    private static final Set<String> LEFT_BY_TOOLS = Set.of(".git", ".cache", "target", "out", "bin", ".settings", ".idea");

    /** The checkout that this module lies in. */
    static Checkout here() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("quorate"))) {
            folder = folder.getParent();
        }
        return new Checkout(folder);
    }

    Path file(String relative) {
        return root.resolve(relative);
    }

    /** A file's text, which is UTF-8. */
    String text(String relative) {
        return text(file(relative));
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read as UTF-8", e);
        }
    }

    /** Path as the documents write it, from the root and with slashes. */
    String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** Source files that fit, in order of their names. */
    List<Path> files(Predicate<Path> wanted) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean left = LEFT_BY_TOOLS.contains(folder.getFileName().toString()) && !folder.equals(root);
                return left ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (wanted.test(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
        return found;
    }

    List<Path> filesNamed(String ending) throws IOException {
        return files(file -> file.getFileName().toString().endsWith(ending));
    }
}
