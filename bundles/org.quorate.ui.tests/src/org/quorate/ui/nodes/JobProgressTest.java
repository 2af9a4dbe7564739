// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;

class JobProgressTest {

    private final NodeRun<String> run = new NodeRun<>("test");
    private final List<Integer> worked = new ArrayList<>();
    private int total;
    private final JobProgress progress = new JobProgress(run, new NullProgressMonitor() {
        @Override
        public void beginTask(String name, int units) {
            total = units;
        }

        @Override
        public void worked(int units) {
            worked.add(units);
        }
    });

    private int sum() {
        return worked.stream().mapToInt(units -> units).sum();
    }

    @Test
    void theBarIsFullWhenAllIsDone() {
        for (int done = 1; done <= 4; done++) {
            progress.report(done, 4, "a run");
        }
        assertEquals(total, sum());
        assertEquals(new NodeRun.Advance(4, 4, "a run"), run.advance());
    }

    @Test
    void aPartThatBeginsAgainAtZeroNeverTakesBackWhatIsDone() {
        progress.report(1, 4, "a run");
        progress.report(3, 4, "a run");
        progress.report(0, 0, "round 1");
        progress.report(0, 0, "round 2");
        progress.report(1, 2, "a step");
        progress.report(2, 2, "a step");
        assertTrue(worked.stream().allMatch(units -> units >= 0), worked.toString());
        assertEquals(total, sum());
    }

    @Test
    void workWithoutAnEndIsNeverSaidToBeDone() {
        progress.report(0, 0, "");
        progress.report(4, 4, "the last run of its prediction");
        progress.report(0, 0, "round 1");
        assertEquals(IProgressMonitor.UNKNOWN, total);
        assertEquals(List.of(), worked);
    }

    @Test
    void eitherOfThemCancels() {
        run.cancel();
        assertTrue(progress.isCancelled());
    }
}
