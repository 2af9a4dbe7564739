// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.quorate.app.ObservePlan;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.ui.Look;

/** Asks what is watched and what is put beside it. Afterwards it has the answers, when its widgets are gone. */
public final class ObserveOptions implements ReachDialog.Extra {

    private static final int MOST_SECONDS = 3600;

    private final List<String> labels;
    private final List<String> phases;
    private String label;
    private String phase;
    private boolean predict = true;
    private int seconds = (int) ObservePlan.INTERVAL.toSeconds();

    public ObserveOptions(Scenario scenario) {
        labels = scenario.clusteredFileSystems().stream().map(FileSystemSpec::label).toList();
        phases = scenario.workload().phases().stream().map(Phase::name).toList();
        label = labels.isEmpty() ? "" : labels.get(0);
        phase = phases.get(phases.size() - 1);
    }

    @Override
    public void create(Composite area, Runnable changed) {
        ReachFields fields = new ReachFields(area, changed);
        fields.combo(NodesMessages.Apply_file_system, labels, label, chosen -> label = chosen);
        fields.spinner(NodesMessages.Observe_interval, 1, MOST_SECONDS, seconds, interval -> seconds = interval);
        Button beside = fields.tick(NodesMessages.Observe_predict, predict, on -> predict = on);
        Combo of = fields.combo(NodesMessages.Observe_phase, phases, phase, chosen -> phase = chosen);
        beside.addListener(SWT.Selection, event -> Look.enable(of, predict));
    }

    @Override
    public Optional<String> problem() {
        return labels.isEmpty() ? Optional.of(NodesMessages.Observe_nothing) : Optional.empty();
    }

    /** Until somebody stops it. */
    public ObservePlan plan() {
        return new ObservePlan(label, Duration.ofSeconds(seconds), Optional.empty(), ObservePlan.TOP, Optional.empty());
    }

    /** That is predicted; absent: nothing is. */
    public Optional<String> phase() {
        return predict ? Optional.of(phase) : Optional.empty();
    }
}
