// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.form;

import java.text.NumberFormat;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.quorate.model.FileSet;
import org.quorate.model.Scenario;
import org.quorate.study.estimate.Estimate;
import org.quorate.study.estimate.Estimate.Contender;
import org.quorate.study.text.Dimension;
import org.quorate.study.text.Quantity;
import org.quorate.ui.Messages;

/** What a scenario costs, in one line: "3 nodes, 120 k files, about 2.1 GiB locks on the busiest node, mean latency …". Pure functions. */
public final class CostLine {

    private static final long THOUSAND = 1000;
    /** Below it, all digits are shown. */
    private static final long PLAIN = 10 * THOUSAND;

    private CostLine() {
    }

    /** Of a scenario and its estimate. */
    public static String of(Scenario scenario, Estimate estimate) {
        int nodes = scenario.cluster().nodes().size();
        String size = nodes == 1 ? Messages.Cost_one_node : Messages.bind(Messages.Cost_nodes, nodes);
        String files = Messages.bind(Messages.Cost_files, count(scenario.workload().fileSets().stream().mapToLong(FileSet::files).sum()));
        String latency = estimate.contenders().stream().map(CostLine::latency).collect(Collectors.joining(", "));
        return Messages.bind(Messages.Cost_line, new Object[] {size, files, locks(estimate), latency});
    }

    private static String locks(Estimate estimate) {
        Contender fullest = estimate.contenders().stream().max(Comparator.comparingDouble(EstimateText::lockMemory)).orElseThrow();
        double bytes = EstimateText.lockMemory(fullest);
        return bytes == 0 ? Messages.Cost_no_locks
                : Messages.bind(Messages.Cost_locks, Quantity.of(Dimension.BYTES, bytes), fullest.label());
    }

    private static String latency(Contender contender) {
        Optional<String> latency = EstimateText.latency(contender);
        return latency.map(mean -> contender.label() + " " + mean).orElseGet(() -> Messages.bind(Messages.Estimate_saturated, contender.label()));
    }

    /** 1500, 120 k, 2.5 M. */
    static String count(long files) {
        NumberFormat format = NumberFormat.getInstance(Locale.ENGLISH);
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(1);
        if (files < PLAIN) {
            return format.format(files);
        }
        return files < THOUSAND * THOUSAND ? format.format(files / (double) THOUSAND) + " k"
                : format.format(files / (double) (THOUSAND * THOUSAND)) + " M";
    }
}
