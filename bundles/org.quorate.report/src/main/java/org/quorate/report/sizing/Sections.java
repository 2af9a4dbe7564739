// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.List;
import org.quorate.report.document.Block;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Heading;

/** Fits blocks of other reports into chapters. Pure functions. */
final class Sections {

    private Sections() {
    }

    /** A section of a chapter: what another report says, without its headings; ids of its charts begin with that of the section. */
    static List<Block> section(String id, String title, List<Block> content) {
        List<Block> blocks = new ArrayList<>(List.of(new Heading(3, id, title)));
        blocks.addAll(prefixed(id + "-", body(content)));
        return blocks;
    }

    /** The blocks without headings. */
    static List<Block> body(List<Block> blocks) {
        return blocks.stream().filter(block -> !(block instanceof Heading)).toList();
    }

    /** The same blocks; every id begins with the prefix. */
    static List<Block> prefixed(String prefix, List<Block> blocks) {
        return blocks.stream().map(block -> prefixed(prefix, block)).toList();
    }

    private static Block prefixed(String prefix, Block block) {
        if (block instanceof Heading heading) {
            return new Heading(heading.level(), prefix + heading.id(), heading.text());
        }
        return block instanceof Figure figure ? new Figure(figure.chart().withId(prefix + figure.chart().id()), figure.width(), figure.caption())
                : block;
    }

    /** Chapters and sections with their numbers in front, {@code 3} and {@code 3.1}, so that people can refer to them. */
    static List<Block> numbered(List<Block> blocks) {
        List<Block> numbered = new ArrayList<>();
        int chapter = 0;
        int section = 0;
        for (Block block : blocks) {
            if (block instanceof Heading heading) {
                boolean starts = heading.level() == 2;
                chapter += starts ? 1 : 0;
                section = starts ? 0 : section + 1;
                String number = starts ? Integer.toString(chapter) : chapter + "." + section;
                numbered.add(new Heading(heading.level(), heading.id(), number + " " + heading.text()));
            } else {
                numbered.add(block);
            }
        }
        return numbered;
    }
}
