// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.quorate.app.MeasureRequest;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;

/** Asks what shall be measured. Afterwards it has the answers, when its widgets are gone. */
public final class MeasureOptions implements ReachDialog.Extra {

    private int seconds = MeasureRequest.SECONDS;
    private boolean reads = true;
    private String scratch = "";
    private boolean alike;

    @Override
    public void create(Composite area, Runnable changed) {
        ReachFields fields = new ReachFields(area, changed);
        fields.spinner(NodesMessages.Measure_seconds, MeasureRequest.LEAST_SECONDS, MeasureRequest.MOST_SECONDS, seconds,
                time -> seconds = time);
        fields.tick(NodesMessages.Measure_reads, reads, on -> reads = on);
        Text file = fields.text(NodesMessages.Measure_scratch, scratch, NodesMessages.Measure_scratch_usual,
                path -> scratch = path.strip());
        Button like = fields.tick(NodesMessages.Measure_alike, alike, on -> alike = on);
        Look.enable(like, false);
        file.addListener(SWT.Modify, event -> Look.enable(like, !scratch.isEmpty()));
    }

    @Override
    public Optional<String> problem() {
        return scratch.isEmpty() || MeasureRequest.isScratchFile(scratch) ? Optional.empty()
                : Optional.of(Messages.bind(NodesMessages.Measure_wrong_scratch, scratch));
    }

    /** For these nodes; the scratch file has the same path on each. */
    public MeasureRequest request(Map<String, String> hosts) {
        Map<String, String> files = new LinkedHashMap<>();
        if (!scratch.isEmpty()) {
            hosts.keySet().forEach(node -> files.put(node, scratch));
        }
        return new MeasureRequest(hosts, reads, Map.of(), files, Optional.empty(), alike && !scratch.isEmpty(), seconds);
    }
}
