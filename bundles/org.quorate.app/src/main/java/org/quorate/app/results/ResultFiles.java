// SPDX-License-Identifier: EPL-2.0
package org.quorate.app.results;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.quorate.app.AtomicFile;
import org.quorate.app.results.ResultContent.KeptText;
import org.quorate.report.document.ReportDocument;
import org.quorate.study.io.SealedJson;

/**
 * The files of one result: {@code result.json} (what a list says of it), {@code scenario.yaml}, {@code report.json.gz} (the report, see
 * {@link SealedJson}) and {@code data.json.gz} (what other programs read, and the scenarios of its points). Thread-safe.
 */
final class ResultFiles {

    private static final String HEAD = "result.json";
    private static final String SCENARIO = "scenario.yaml";
    private static final String REPORT = "report.json.gz";
    private static final String DATA = "data.json.gz";
    /** Far beyond any of them, and still memory that there is. */
    private static final int MOST_BYTES = 128 << 20;

    private final AtomicFile files = new AtomicFile();
    private final SealedJson<KeptResult> heads = new SealedJson<>(KeptResult.class);
    private final SealedJson<ReportDocument> reports = new SealedJson<>(ReportDocument.class);
    private final SealedJson<Data> data = new SealedJson<>(Data.class);

    /** The texts of a result, in one file. */
    record Data(List<KeptText> data, List<KeptText> points) {
    }

    /** Into a directory that is empty. */
    void write(Path directory, KeptResult result, ResultContent content) throws IOException {
        files.write(directory.resolve(SCENARIO), content.scenario().getBytes(StandardCharsets.UTF_8), false);
        files.write(directory.resolve(REPORT), packed(reports.write(content.report())), false);
        files.write(directory.resolve(DATA), packed(data.write(new Data(content.data(), content.points()))), false);
        writeHead(directory, result);
    }

    /** Replaces what is said of the result. */
    void writeHead(Path directory, KeptResult result) throws IOException {
        files.write(directory.resolve(HEAD), heads.write(result).getBytes(StandardCharsets.UTF_8), true);
    }

    /**
     * What is said of the result.
     *
     * @throws IOException if it is missing or broken, or not of this directory
     */
    KeptResult head(Path directory) throws IOException {
        KeptResult head = parsed(directory, () -> heads.read(text(Files.readAllBytes(directory.resolve(HEAD)))));
        boolean whole = Files.isRegularFile(directory.resolve(SCENARIO)) && Files.isRegularFile(directory.resolve(REPORT))
                && Files.isRegularFile(directory.resolve(DATA));
        if (!whole || !KeptResult.FORMAT.equals(head.format()) || !directory.endsWith(head.id())) {
            throw new IOException(directory + " is no result of this form");
        }
        return head;
    }

    /**
     * What the study found.
     *
     * @throws IOException if it is missing or broken
     */
    ResultContent content(Path directory) throws IOException {
        return parsed(directory, () -> {
            Data texts = data.read(unpacked(directory.resolve(DATA)));
            return new ResultContent(scenario(directory), reports.read(unpacked(directory.resolve(REPORT))), texts.data(), texts.points());
        });
    }

    /**
     * The scenario alone.
     *
     * @throws IOException if it is missing or broken
     */
    String scenario(Path directory) throws IOException {
        return text(Files.readAllBytes(directory.resolve(SCENARIO)));
    }

    /** Reads something. */
    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T parsed(Path directory, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (IllegalArgumentException | NullPointerException e) {
            // Records check what they are given, some of them by copying it.
            throw new IOException(directory + " is broken: " + e.getMessage(), e);
        }
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String unpacked(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(file + " is larger than any result");
            }
            return text(bytes);
        }
    }

    private static String text(byte[] bytes) throws IOException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
