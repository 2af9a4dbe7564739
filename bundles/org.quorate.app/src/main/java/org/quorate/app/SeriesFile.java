// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.quorate.study.io.ObservationSeriesJson;
import org.quorate.study.observe.ObservationSeries;
import org.quorate.study.observe.Round;

/**
 * A series in a file that is written while it runs. Each round is a line, on the disk before the next one is asked for: what a kill leaves is
 * whole lines, perhaps half a line that has no end, and no last line that says that it is whole. Used by one thread.
 */
final class SeriesFile implements Closeable {

    private final FileChannel channel;
    private final ObservationSeriesJson json;
    private long rounds;

    private SeriesFile(FileChannel channel, ObservationSeriesJson json) {
        this.channel = channel;
        this.json = json;
    }

    /** Writes nothing. */
    static SeriesFile none() {
        return new SeriesFile(null, new ObservationSeriesJson());
    }

    /**
     * A new file.
     *
     * @throws java.nio.file.FileAlreadyExistsException if it is there
     * @throws IOException                              if it cannot be written
     */
    static SeriesFile create(Path path, ObservationSeries.Head head) throws IOException {
        ObservationSeriesJson json = new ObservationSeriesJson();
        String first = json.head(head);
        SeriesFile file = new SeriesFile(FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), json);
        file.write(first);
        return file;
    }

    void add(Round round) throws IOException {
        rounds++;
        if (channel != null) {
            write(json.round(round));
        }
    }

    /** The series is whole. */
    void end() throws IOException {
        if (channel != null) {
            write(json.end(rounds));
        }
    }

    private void write(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
