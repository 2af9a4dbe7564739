// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.help;

import org.eclipse.osgi.util.NLS;

/** The texts of help pages and guides, from {@code messages.properties} beside it in the user's language. */
public final class HelpMessages extends NLS {

    public static String Help_own_source;
    public static String Help_no_field;
    public static String Help_allowed;
    public static String Help_units;
    public static String Help_default;
    public static String Help_required;
    public static String Help_source;

    public static String Guide_choice;
    public static String Guide_first;
    public static String Guide_map;
    public static String Guide_scripts;
    public static String Guide_memory;
    public static String Guide_map_start;
    public static String Guide_map_start_text;
    public static String Guide_map_start_action;
    public static String Guide_map_read;
    public static String Guide_map_read_text;
    public static String Guide_map_next;
    public static String Guide_map_next_text;
    public static String Guide_map_next_action;
    public static String Guide_scripts_facts;
    public static String Guide_scripts_facts_text;
    public static String Guide_scripts_read;
    public static String Guide_scripts_read_text;
    public static String Guide_scripts_secrets;
    public static String Guide_scripts_secrets_text;
    public static String Guide_memory_read;
    public static String Guide_memory_read_text;
    public static String Guide_memory_judge;
    public static String Guide_memory_judge_text;
    public static String Guide_open;
    public static String Guide_open_text;
    public static String Guide_open_action;
    public static String Guide_change;
    public static String Guide_change_text;
    public static String Guide_compare;
    public static String Guide_compare_text;
    public static String Guide_compare_action;
    public static String Guide_read;
    public static String Guide_read_text;
    public static String Guide_export;
    public static String Guide_export_text;
    public static String Guide_export_action;

    static {
        NLS.initializeMessages("org.quorate.ui.help.messages", HelpMessages.class);
    }

    private HelpMessages() {
    }
}
