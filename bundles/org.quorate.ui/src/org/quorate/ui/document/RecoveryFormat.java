// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.document;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A recovery as one file, so that its text and what is known of it always belong together: lines of a head (name, colon, value
 * without line ends), an empty line, then the text as it is. A person who has nothing but the file can get at the text with any
 * editor. Stateless.
 */
final class RecoveryFormat {

    private static final String FIRST = "quorate recovery 1";

    byte[] write(Recovery recovery) {
        StringBuilder out = new StringBuilder(FIRST).append('\n');
        recovery.file().ifPresent(file -> line(out, "file", file.toUri().toString()));
        line(out, "title", escape(recovery.title()));
        line(out, "base", recovery.base());
        line(out, "edited", recovery.edited().toString());
        recovery.refused().forEach((path, value) -> line(out, "refused " + escape(path), escape(value)));
        return out.append('\n').append(recovery.text()).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder out, String name, String value) {
        out.append(name).append(": ").append(value).append('\n');
    }

    /** @throws IOException if it is not what {@link #write} makes */
    Recovery read(byte[] bytes) throws IOException {
        String all = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        int end = all.indexOf("\n\n");
        if (end < 0 || !all.startsWith(FIRST + "\n")) {
            throw new IOException("not a recovery file of this version");
        }
        Map<String, String> head = new LinkedHashMap<>();
        for (String line : all.substring(0, end).split("\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                head.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        try {
            return recovery(head, all.substring(end + 2));
        } catch (IllegalArgumentException | DateTimeException | FileSystemNotFoundException e) {
            throw new IOException("a recovery file with a damaged head", e);
        }
    }

    private static Recovery recovery(Map<String, String> head, String text) {
        Map<String, String> refused = new LinkedHashMap<>();
        head.forEach((name, value) -> {
            if (name.startsWith("refused ")) {
                refused.put(unescape(name.substring("refused ".length())), unescape(value));
            }
        });
        Optional<Path> file = Optional.ofNullable(head.get("file")).map(uri -> Path.of(URI.create(uri)));
        return new Recovery(file, unescape(head.getOrDefault("title", "")), head.getOrDefault("base", ""),
                Instant.parse(head.getOrDefault("edited", "")), text, refused);
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String unescape(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
