// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.fio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.intake.Imported;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.LunFigures;
import org.quorate.intake.Normal;
import org.quorate.model.TimeDistribution;

/** On a result of the real fio ({@code ORIGIN.md} beside it), and on texts made for the test. */
class FioResultReaderTest {

    private static String real() throws IOException {
        try (InputStream in = FioResultReaderTest.class.getResourceAsStream("lun.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Imported read(String text) throws IOException {
        return FioResultReader.read(IntakeSource.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static JsonNode job(String name) throws IOException {
        for (JsonNode job : new ObjectMapper().readTree(real()).path("jobs")) {
            if (job.path("jobname").asText().equals(name)) {
                return job;
            }
        }
        throw new AssertionError(name);
    }

    private static double nanos(Optional<TimeDistribution> times) {
        return times.orElseThrow().mean().toNanos();
    }

    @Test
    void serviceTimesAreThoseThatFioMeasuredWithoutAQueue() throws IOException {
        LunFigures figures = read(real()).lun();
        double read = job("read").path("read").path("clat_ns").path("mean").asDouble();
        double median = job("read").path("read").path("clat_ns").path("percentile").path("50.000000").asDouble();
        assertTrue(nanos(figures.read()) > median * 0.9 && nanos(figures.read()) < read * 1.1, figures.read().toString());
        double write = job("write").path("write").path("clat_ns").path("mean").asDouble();
        assertEquals(write, nanos(figures.write()), 0.15 * write);
        assertTrue(nanos(figures.flush()) > nanos(figures.write()), figures.flush().toString());
    }

    @Test
    void theModelsOwnTimeOfALargeRequestIsTheMeasuredOne() throws IOException {
        LunFigures figures = read(real()).lun();
        double megabyte = nanos(figures.read()) + figures.bandwidth().orElseThrow().transferNanos((1 << 20) - 4096);
        double measured = job("stream").path("read").path("clat_ns").path("mean").asDouble();
        assertEquals(measured, megabyte, 0.02 * measured);
    }

    @Test
    void theQueueDepthGivesTheMeasuredRate() throws IOException {
        LunFigures figures = read(real()).lun();
        double measured = job("deep").path("read").path("iops").asDouble();
        double modelled = figures.queueDepth().orElseThrow() / (nanos(figures.read()) / 1e9);
        assertEquals(measured, modelled, 0.2 * measured);
    }

    @Test
    void whatWentThroughThePageCacheIsNotUsed() throws IOException {
        Imported imported = read(real());
        assertEquals(1, imported.unused().size());
        assertEquals("'job cached'", imported.unused().get(0).examples().get(0).text());
        assertTrue(imported.remarks().stream().anyMatch(remark -> remark.endsWith("kept as a scenario has them: link")), imported.remarks().toString());
    }

    private static String result(String times, String options) {
        return "{\"fio version\": \"fio-3.33\", \"global options\": {\"direct\": \"1\"}, \"jobs\": [{\"jobname\": \"a\", \"groupid\": 0,"
                + " \"job options\": {" + options + "}, \"read\": {\"total_ios\": 100, \"iops\": 100.0, \"clat_ns\": " + times + "}}]}";
    }

    private static String percentiles(double median, double sigma) {
        return Stream.of(1, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99)
                .map(percent -> String.format(Locale.ROOT, "\"%d.000000\": %.0f", percent,
                        median * Math.exp(sigma * Normal.quantile(percent / 100.0)))).collect(Collectors.joining(", "));
    }

    @Test
    void aLogNormalDistributionIsFoundAgain() throws IOException {
        double sigma = Math.sqrt(Math.log1p(0.45 * 0.45));
        String times = "{\"N\": 100, \"mean\": 366000, \"stddev\": 1, \"percentile\": {" + percentiles(366_000 * Math.exp(-sigma * sigma / 2), sigma) + "}}";
        TimeDistribution read = read(result(times, "\"rw\": \"randread\"")).lun().read().orElseThrow();
        assertEquals(366_000, read.mean().toNanos(), 1000);
        assertEquals(0.45, read.variation(), 0.011);
    }

    @Test
    void withoutPercentilesMeanAndDeviationServe() throws IOException {
        Imported imported = read(result("{\"N\": 100, \"mean\": 200000, \"stddev\": 50000}", "\"rw\": \"randread\""));
        assertEquals(TimeDistribution.lognormal(Duration.ofNanos(200_000), 0.25), imported.lun().read().orElseThrow());
        assertTrue(imported.remarks().get(0).contains("without percentiles"), imported.remarks().toString());
    }

    @Test
    void requestsThatWaitedForOthersAreNoServiceTimes() {
        String times = "{\"N\": 100, \"mean\": 200000, \"stddev\": 50000}";
        for (String options : List.of("\"iodepth\": \"8\", \"ioengine\": \"libaio\"", "\"numjobs\": \"4\"")) {
            assertThrows(IntakeException.class, () -> read(result(times, options)));
        }
    }

    @Test
    void messagesBeforeTheResultAreTold() throws IOException {
        Imported imported = read("fio: this platform does not support process shared mutexes\n\u001b[2J$(id)\n" + real());
        assertEquals(List.of(1L, 2L), imported.unused().get(0).examples().stream().map(example -> example.line()).toList());
        assertEquals("'\\u001b[2J$(id)'", imported.unused().get(0).examples().get(1).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "[]", "{}", "{\"fio version\": 1, \"jobs\": 5}", "{\"fio version\": 1, \"jobs\": []}",
        "{\"fio version\": 1, \"jobs\": [7, null, {\"read\": []}]}", "{\"fio version\": \"fio-3.33\", \"jobs\": [{", "\u0000\u0001{\u0002"})
    void whatIsNoResultIsRefused(String text) {
        String message = assertThrows(IntakeException.class, () -> read(text)).getMessage();
        assertTrue(message.length() > 10 && message.chars().noneMatch(c -> c < ' '), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"N\": 100, \"mean\": -1}", "{\"N\": 100, \"mean\": 1e300}", "{\"N\": 100, \"mean\": \"x\"}", "{\"N\": 0, \"mean\": 5000}",
        "{\"N\": 100, \"mean\": 5000, \"percentile\": {\"1.0\": 1e-300, \"50.0\": 1, \"99.0\": 1}}", "[]", "null"})
    void timesThatCannotBeAreNotUsed(String times) {
        assertThrows(IntakeException.class, () -> read(result(times, "\"rw\": \"randread\"")));
    }

    @Test
    void deepNestingAndMoreThanTheLimitAreRefused() throws IOException {
        assertThrows(IntakeException.class, () -> read("{\"a\": " + "[".repeat(100_000)));
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '{';
            }
        };
        assertTrue(assertThrows(IntakeException.class, () -> FioResultReader.read(IntakeSource.of(endless))).getMessage().contains("larger than 64 MiB"));
    }

    @Test
    void aCutResultIsRefusedAtEachLength() throws IOException {
        String text = real();
        for (int length = 1000; length < text.length() - 10; length += 997) {
            String cut = text.substring(0, length);
            assertTrue(assertThrows(IntakeException.class, () -> read(cut)).getMessage().startsWith("not JSON, or cut: wrong at line"));
        }
    }
}
