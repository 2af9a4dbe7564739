// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.util.List;
import org.quorate.study.map.MapFigure;
import picocli.CommandLine.Option;

/** Which figure of which two file systems is compared. */
final class ContrastArguments {

    @Option(names = "--figure", paramLabel = "FIGURE", defaultValue = MapFigure.MIX, description = "What is compared: latency (the"
            + " mean over the operation mix, the default), lock memory, p99 OPERATION or mean OPERATION, with \"in PHASE\" behind"
            + " it if several phases do the operation.")
    private String figure;

    @Option(names = "--contenders", paramLabel = "LABEL", split = ",", description = "The two file systems; default: the OCFS2"
            + " and the GFS2 of the scenario.")
    private List<String> contenders = List.of();

    String figure() {
        return figure;
    }

    /** The labels that were given; none: those of the default. */
    List<String> contenders() {
        return contenders;
    }

    /** The options that give the same comparison again. */
    static List<String> again(MapFigure figure, String first, String second) {
        return List.of("--figure", figure.text(), "--contenders", first + "," + second);
    }
}
