// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an administrator must know, whatever the form of an export. Texts are Markdown. Immutable, thread-safe.
 *
 * @param title   of the scenario
 * @param summary what is set up where
 * @param before  what must be there before the work begins, a sentence or more each
 * @param notes   what to know about the result
 */
public record Guide(String title, String summary, List<String> before, List<String> notes) {

    private static final String TIMES = """

            How long is an estimate, measured on no machine of yours: *up to* is the limit after which the step gives up and says
            so. A restart takes what the machine's firmware takes; a dry run takes seconds a step and node.
            """;

    public Guide {
        before = List.copyOf(before);
        notes = List.copyOf(notes);
    }

    /**
     * The page that explains an export: who does what on which node, how long it takes, where the point of no return is.
     *
     * @param needs what this form needs beside {@link #before}
     * @param work  how the work is done in this form, with its heading
     * @param steps in order
     * @param files what files there are, with a heading
     */
    public String page(List<String> needs, String work, List<Step> steps, String files) {
        List<String> all = new ArrayList<>(before);
        all.addAll(needs);
        return "# " + title + "\n\n" + summary + "\n## Before\n\n" + bullets(all) + work + table(steps) + TIMES
                + "\n## What to know\n\n" + bullets(notes) + files;
    }

    private static String table(List<Step> steps) {
        StringBuilder text = new StringBuilder("| # | step | where | what | how long | why |\n|---|---|---|---|---|---|\n");
        int number = 1;
        boolean formats = false;
        for (Step step : steps) {
            String mark = switch (step.risk()) {
                case NONE -> "";
                case RESTARTS_NODES -> " **Restarts nodes.**";
                case FORMATS -> formats ? " **Formats.**" : " **Formats: the point of no return.**";
            };
            formats |= step.risk() == Step.Risk.FORMATS;
            text.append("| ").append(number++).append(" | `").append(step.id()).append("` | ").append(step.where().label())
                    .append(" | ").append(cell(step.title())).append('.').append(mark).append(" | ").append(cell(step.duration()))
                    .append(" | ").append(cell(step.why())).append(" |\n");
        }
        return text.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String bullets(List<String> lines) {
        return lines.stream().map(l -> "- " + l + "\n").collect(Collectors.joining());
    }
}
