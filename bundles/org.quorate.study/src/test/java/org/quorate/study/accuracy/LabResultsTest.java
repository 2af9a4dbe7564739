// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.cluster.ClusterRun;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.study.fit.FitRun;

/** A folder as {@code quorate lab measure} writes it. */
class LabResultsTest {

    private static final String RUN = "ocfs2-2-2026-11-29-6.1";

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        write("truth.csv", """
                run,fs,nodes,phase,active_nodes,operations,host_cpu_s,segments_per_op,payload_bytes_per_op,reads_per_op,writes_per_op,\
                flushes_per_op,rsect_per_op,wsect_per_op,with_sync,node,op,main,n,p10_us,p50_us,p95_us,p99_us,mean_us
                RUN,ocfs2,2,make,2,200,0.0090/0.0091,12.0,600,0.1,2,0,1,9,True,1,create,True,100,1,2000,3,4,5
                RUN,ocfs2,2,make,2,200,0.0090/0.0091,12.0,600,0.1,2,0,1,9,True,2,create,True,100,1,2200,3,4,5
                RUN,ocfs2,2,make-more,1,50,0.0090/0.0091,12.0,600,0.1,2,0,1,9,False,1,create,True,50,1,2000,3,4,5
                """.replace("RUN", RUN));
        write("locks.csv", """
                run,phase,node,cache,before,after,object_bytes
                RUN,make,1,o2dlm_lockres,30,900,248
                RUN,make.sync,1,o2dlm_lockres,900,902,248
                """.replace("RUN", RUN));
        write("meta.csv", """
                key,value
                run,RUN
                date,2026-11-29
                kernel,Linux 6.1 x86_64
                """.replace("RUN", RUN));
        write("scenario.yaml", """
                schemaVersion: 1
                name: measured
                cluster:
                  name: lab
                  os: debian-12
                  kernel: 6.1-uml
                  nodes:
                    - {name: n1, address: 10.99.0.1, cores: 1, memory: 1 GiB}
                    - {name: n2, address: 10.99.0.2, cores: 1, memory: 1 GiB}
                  interconnect: {roundTrip: 0.2 ms}
                lun: {name: fs, size: 3 GiB, device: lab-image-file}
                mountPoint: /shared
                fileSystems: [{type: ocfs2}]
                workload:
                  fileSets: [{name: own, files: 0, size: 4 KiB, layout: private}]
                  phases:
                    - {name: make, operationsPerThread: 100, syncAfter: true, mix: [{operation: create, fileSet: own}]}
                    - {name: make-more, operationsPerThread: 50, nodes: [n1], mix: [{operation: create, fileSet: own}]}
                """);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aFolderIsARunWithItsOriginAndItsScenario() throws IOException {
        LabResult result = LabResults.ofFolder(folder);
        assertEquals(RUN, result.run().name());
        assertEquals(new LabOrigin("2026-11-29", "Linux 6.1 x86_64", LabOrigin.Kind.BOX), result.run().origin());
        assertEquals(List.of("make", "make-more"), result.run().phaseNames());
        assertEquals(902, result.run().locks().get(0).count());
        assertEquals("measured", result.scenario().name());
    }

    /** Phases are the simulator's own, each for itself; times are shown, and not judged. */
    @Test
    void itIsComparedFigureByFigure() throws IOException {
        AccuracyStudy study = new AccuracyStudy(ClusterRun::run, KernelProfiles::named, 1, "1");
        Accuracy accuracy = study.compare(folder, (done, total, message) -> { }, () -> false);
        assertEquals(List.of(RUN), accuracy.runs());
        assertEquals("2026-11-29", accuracy.measured());
        assertEquals("Linux 6.1 x86_64", accuracy.kernel());
        AccuracyRow segments = row(accuracy, "make", "segments");
        assertEquals(12.0, segments.measured());
        assertEquals(Outcome.WITHIN, segments.outcome(), segments.toString());
        assertTrue(row(accuracy, "make", "n1 o2dlm_lockres").outcome().judged());
        AccuracyRow latency = row(accuracy, "make", "p50 create");
        assertEquals(2100, latency.measured());
        assertFalse(latency.outcome().judged());
        assertTrue(row(accuracy, "make-more", "segments").simulated() > 10);
    }

    private static AccuracyRow row(Accuracy accuracy, String phase, String figure) {
        return accuracy.rows().stream().filter(row -> row.phase().equals(phase) && row.figure().equals(figure)).findFirst().orElseThrow();
    }

    @Test
    void whatIsNoResultIsSaid() throws IOException {
        write("meta.csv", "key,value\ndate,2026-11-29\n");
        assertEquals(folder + "/meta.csv: there is no kernel", assertThrows(IllegalArgumentException.class,
                () -> LabResults.ofFolder(folder)).getMessage());
        write("meta.csv", "key,value\ndate,2026-11-29\nkernel,6.1\n");
        write("truth.csv", Files.readString(folder.resolve("truth.csv")).replaceFirst(RUN, "other"));
        assertEquals(folder + "/truth.csv: 2 runs instead of one", assertThrows(IllegalArgumentException.class,
                () -> LabResults.ofFolder(folder)).getMessage());
        Files.delete(folder.resolve("locks.csv"));
        assertThrows(NoSuchFileException.class, () -> LabResults.ofFolder(folder));
    }

    @Test
    void theyWereMeasuredWithinASpanOfDays() {
        LabOrigin late = new LabOrigin("2026-12-01", "Linux 6.1", LabOrigin.Kind.BOX);
        LabOrigin early = new LabOrigin("2026-11-29", "Linux 6.1", LabOrigin.Kind.BOX);
        assertEquals(new LabSpan("2026-11-29", "2026-12-01", List.of("Linux 6.1")), LabSpan.of(List.of(late, early)));
        List<String> days = LabResults.ofProduct().stream().map(result -> result.run().origin().date()).sorted().toList();
        assertEquals("2026-11-23", LabSpan.ofProduct().first());
        assertEquals(days.get(days.size() - 1), LabSpan.ofProduct().last());
    }

    /** The parameters are fitted to the tables, and never to what they are then tested by. */
    @Test
    void nothingIsFittedToThem() {
        List<LabResult> results = LabResults.ofProduct();
        assertFalse(results.isEmpty());
        for (LabResult result : results) {
            String name = result.run().name();
            assertThrows(IllegalArgumentException.class, () -> FitRun.ofLab(name), name + " can be asked for");
        }
    }
}
