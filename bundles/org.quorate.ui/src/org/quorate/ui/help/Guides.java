// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.help;

import java.util.List;
import java.util.Optional;

import org.quorate.ui.CommandCall;
import org.quorate.ui.Ids;

/** Ways through a task, step by step. */
final class Guides {

    /** @param title what is done by it */
    record Guide(String title, List<Step> steps) {
    }

    /**
     * One thing to do or to look at.
     *
     * @param action what its button says
     * @param call   what its button does; absent: there is none
     */
    record Step(String title, String text, String action, Optional<CommandCall> call) {

        private static Step toRead(String title, String text) {
            return new Step(title, text, "", Optional.empty());
        }

        private static Step toDo(String title, String text, String action, CommandCall call) {
            return new Step(title, text, action, Optional.of(call));
        }
    }

    private Guides() {
    }

    static List<Guide> all() {
        return List.of(firstComparison(), map(), provisioning(), memory());
    }

    private static Step openSample() {
        return Step.toDo(HelpMessages.Guide_open, HelpMessages.Guide_open_text, HelpMessages.Guide_open_action,
                CommandCall.of(Ids.OPEN_SAMPLE_COMMAND, Ids.OPEN_SAMPLE_NAME, "web-sessions"));
    }

    private static Step compare() {
        return Step.toDo(HelpMessages.Guide_compare, HelpMessages.Guide_compare_text, HelpMessages.Guide_compare_action, CommandCall.of(Ids.COMPARE_COMMAND));
    }

    private static Step export() {
        return Step.toDo(HelpMessages.Guide_export, HelpMessages.Guide_export_text, HelpMessages.Guide_export_action,
                CommandCall.of(Ids.EXPORT_SCRIPTS_COMMAND));
    }

    private static Guide firstComparison() {
        return new Guide(HelpMessages.Guide_first, List.of(openSample(), Step.toRead(HelpMessages.Guide_change, HelpMessages.Guide_change_text), compare(),
                Step.toRead(HelpMessages.Guide_read, HelpMessages.Guide_read_text), export()));
    }

    private static Guide map() {
        return new Guide(HelpMessages.Guide_map, List.of(openSample(),
                Step.toDo(HelpMessages.Guide_map_start, HelpMessages.Guide_map_start_text, HelpMessages.Guide_map_start_action,
                        CommandCall.of(Ids.STUDY_COMMAND, Ids.STUDY_KIND, "map")),
                Step.toRead(HelpMessages.Guide_map_read, HelpMessages.Guide_map_read_text),
                Step.toDo(HelpMessages.Guide_map_next, HelpMessages.Guide_map_next_text, HelpMessages.Guide_map_next_action,
                        CommandCall.of(Ids.STUDY_COMMAND, Ids.STUDY_KIND, "sensitivity"))));
    }

    private static Guide provisioning() {
        return new Guide(HelpMessages.Guide_scripts, List.of(openSample(),
                Step.toRead(HelpMessages.Guide_scripts_facts, HelpMessages.Guide_scripts_facts_text), export(),
                Step.toRead(HelpMessages.Guide_scripts_read, HelpMessages.Guide_scripts_read_text),
                Step.toRead(HelpMessages.Guide_scripts_secrets, HelpMessages.Guide_scripts_secrets_text)));
    }

    private static Guide memory() {
        return new Guide(HelpMessages.Guide_memory, List.of(openSample(), compare(),
                Step.toRead(HelpMessages.Guide_memory_read, HelpMessages.Guide_memory_read_text),
                Step.toRead(HelpMessages.Guide_memory_judge, HelpMessages.Guide_memory_judge_text)));
    }
}
