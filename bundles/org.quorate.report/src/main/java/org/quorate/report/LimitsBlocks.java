// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import org.quorate.model.HardwareProfile;
import org.quorate.model.Scenario;
import org.quorate.report.document.Block;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Paragraph;
import org.quorate.study.accuracy.AccuracySummary;
import org.quorate.study.accuracy.LabSpan;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.Origin;

/**
 * What the figures rest on and where they end.
 *
 * @param comparison whose
 * @param scenario   that was run
 * @param summaries  how near the model is to real kernels; none: that is not said
 */
public record LimitsBlocks(Comparison comparison, Scenario scenario, List<AccuracySummary> summaries) {

    /** With their headings, in reading order. */
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(List.of(new Heading(2, "limits", "Assumptions and limits")));
        blocks.addAll(intro());
        blocks.addAll(sections());
        return blocks;
    }

    /** What the figures rest on. */
    public List<Block> intro() {
        return List.of(kernel(comparison.origin()),
                new Paragraph("The figures come from a simulation of what the kernels do: lock modes, lock manager "
                        + "messages, journal flushes, caches and queues. Its parameters are physical, none of them is "
                        + "there for a single result, and all are listed in this report. A real cluster differs from "
                        + "it as far as its network, its LUN and its processors differ from these values."),
                new Paragraph("The intervals cover the chance in the workload and in the service times. They do not "
                + "cover errors of the model, nor of the parameters."));
    }

    /** How near the model is, what hosts cost, and terms: a section each. */
    public List<Block> sections() {
        List<Block> blocks = new ArrayList<>(accuracy());
        blocks.addAll(List.of(new Heading(3, "hardware", "Costs of the hosts' own work"), hardware(),
                new Heading(3, "definitions", "Terms"), terms()));
        return blocks;
    }

    /** How far off the simulator was from real kernels when the program was built. */
    private List<Block> accuracy() {
        if (summaries.isEmpty()) {
            return List.of();
        }
        LabSpan span = LabSpan.ofProduct();
        return List.of(new Heading(3, "accuracy", "How near the simulation is to real kernels"),
                new Paragraph("The same operations were measured between " + span.first() + " and " + span.last()
                        + " on one and two nodes with " + Words.and(span.kernels()) + " and are simulated whenever Quorate is built. The command quorate accuracy shows "
                        + "every figure of the comparison. Larger clusters rest on the same mechanisms and on no measurement."),
                AccuracyTable.of(summaries));
    }

    private static Notice kernel(Origin origin) {
        if (origin.kernelMeasured()) {
            return new Notice(Notice.Kind.NOTE, "Kernel profile " + origin.kernel() + " is measured",
                    "Its object sizes were read from a running kernel of that version.");
        }
        return new Notice(Notice.Kind.WARNING, "Kernel profile " + origin.kernel() + " is interpolated",
                "Its object sizes lie between those of measured versions; lock memory is less certain than its "
                + "intervals say.");
    }

    private KeyValues hardware() {
        HardwareProfile hardware = scenario.cluster().hardware();
        return KeyValues.of("Profile", hardware.name(),
                "System call that finds everything cached", Settings.of(hardware.systemCall()),
                "To send or to receive a message", Settings.of(hardware.message()),
                "To wake a waiting task", Settings.of(hardware.taskWakeUp()),
                "To wake an idle kernel thread", Settings.of(hardware.workerWakeUp()),
                "To switch to a thread that another one woke", Settings.of(hardware.threadSwitch()),
                "Variation of these three", Settings.percent(hardware.wakeUpVariation()),
                "To change a lock", Settings.of(hardware.lockWork()),
                "To change or search a metadata block", Settings.of(hardware.blockWork()),
                "To copy a page of 4 KiB", Settings.of(hardware.copyPage()),
                "Network and LUN", "see the scenario above");
    }

    private static KeyValues terms() {
        return KeyValues.of(
                "Operation", "one system call group as the workload names it; create is open, write and close. Its "
                + "latency is what its caller waits.",
                "Lock message", "one message on the wire between lock managers; a request and its status are two. "
                + "Acknowledgements of fs/dlm are counted apart.",
                "Disk request", "as the LUN sees it, after merging. Deferred writes belong to the phase that caused "
                + "them.",
                "Lock memory", "bytes of lock objects on one node: number of live objects times their slab object "
                + "size.",
                "Mean over the mix", "each kind of operation counts by its weight in the mix, the same for every "
                + "contender.",
                "Local baseline", "the same workload on a private file system of each node on the same LUN.",
                "Significant", "the confidence interval of the paired difference excludes 0.");
    }
}
