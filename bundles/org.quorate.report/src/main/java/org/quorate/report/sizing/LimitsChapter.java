// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.List;
import org.quorate.report.LimitsBlocks;
import org.quorate.report.document.Block;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Items;

/** What the figures rest on and where they end. */
record LimitsChapter(Evidence evidence) {

    /** What no figure of this report has in it. */
    private static final List<String> NOT_MODELLED = List.of(
            "Other users of the LUN, of the array behind it and of the networks: the scenario has them to itself.",
            "A LUN that fills up or is fragmented by years of use: files lie as they were first written.",
            "Applications themselves: what they do beside their file operations takes no time of the processors here, but for think times. Their memory"
                    + " is what the scenario leaves beside the page cache.",
            "Quotas, snapshots, replication of the array, encryption, and file systems that are exported again over NFS or SMB.",
            "Failures during the measured phases: those of the chapter on failures are played apart from the load.");

    List<Block> blocks() {
        LimitsBlocks limits = new LimitsBlocks(evidence.comparison(), evidence.scenario(), evidence.results().accuracy());
        List<Block> blocks = new ArrayList<>(limits.intro());
        blocks.addAll(List.of(new Heading(3, "not-modelled", "What is not modelled"), new Items(false, NOT_MODELLED)));
        blocks.addAll(limits.sections());
        return blocks;
    }
}
