// SPDX-License-Identifier: EPL-2.0
package org.quorate.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The packages that {@code ./quorate package} made.
 *
 * @param folder they lie in
 */
record Packages(Path folder) {

    /** Those of the folder that the build names. */
    static Packages made() {
        return new Packages(Path.of(System.getProperty("packages")).toAbsolutePath().normalize());
    }

    /** The checkout that they were made from. */
    static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("quorate"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** The one file whose name has this ending. */
    Path only(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.getFileName().toString().endsWith(ending)).toList();
            assertEquals(1, found.size(), "files in " + folder + " that end in " + ending + ": " + found
                    + "; ./quorate package makes them");
            return found.get(0);
        }
    }

    /** Unpacks what there is for a platform, by the tool that its users have; gives the one folder in it. */
    Path unpacked(String platform, Path into) throws IOException, InterruptedException {
        if (platform.startsWith("windows")) {
            unzip(only("-" + platform + ".zip"), into);
        } else {
            Program tar = Program.run(into, Map.of(), List.of("tar", "-xzf", only("-" + platform + ".tar.gz").toString()));
            assertEquals(0, tar.code(), tar.out());
        }
        try (Stream<Path> files = Files.list(into)) {
            List<Path> tops = files.toList();
            assertEquals(1, tops.size(), "an archive has one folder, so that it does not litter: " + tops);
            return tops.get(0);
        }
    }

    private static void unzip(Path archive, Path into) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                Path file = into.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, file);
                    }
                }
            }
        }
    }
}
