// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.scripts;

import org.eclipse.osgi.util.NLS;

/** The texts of scripts, from {@code messages.properties} beside it in the user's language. */
public final class ScriptsMessages extends NLS {

    public static String Scripts_title;
    public static String Scripts_label;
    public static String Scripts_form;
    public static String Scripts_form_bash;
    public static String Scripts_form_ansible;
    public static String Scripts_form_cmd;
    public static String Scripts_export;
    public static String Scripts_summary;
    public static String Scripts_refused;
    public static String Scripts_nearest;
    public static String Scripts_reading;
    public static String Scripts_choose_title;
    public static String Scripts_choose;
    public static String Scripts_done_title;
    public static String Scripts_done;
    public static String Scripts_kept_title;
    public static String Scripts_replace;
    public static String Scripts_failed;
    public static String Scripts_planning;
    public static String Scripts_job;
    public static String Scripts_preview;
    public static String Scripts_difference;
    public static String Scripts_file;
    public static String Scripts_checksum;
    public static String Scripts_copy_file;
    public static String Scripts_copy_path;
    public static String Scripts_copy_checksum;
    public static String Scripts_verify;
    public static String Scripts_verify_title;
    public static String Scripts_verify_ask;
    public static String Scripts_unharmed;
    public static String Scripts_edited;
    public static String Scripts_missing;
    public static String Scripts_unknown;
    public static String Scripts_steps;
    public static String Scripts_others;
    public static String Scripts_former;
    public static String Scripts_former_none;
    public static String Scripts_former_choose;
    public static String Scripts_former_title;
    public static String Scripts_former_ask;
    public static String Scripts_never_exported;
    public static String Scripts_cost;
    public static String Scripts_change;
    public static String Scripts_before;
    public static String Scripts_after;
    public static String Scripts_how;
    public static String Scripts_source;
    public static String Scripts_open_folder;
    public static String Scripts_failed_title;
    public static String Scripts_files;

    static {
        NLS.initializeMessages("org.quorate.ui.scripts.messages", ScriptsMessages.class);
    }

    private ScriptsMessages() {
    }
}
