// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import org.eclipse.osgi.util.NLS;

/** The texts of the workbench, from {@code messages.properties} in the user's language. */
public final class Messages extends NLS {

    public static String Product_name;

    public static String Menu_reset_layout;
    public static String Menu_file;
    public static String Menu_edit;
    public static String Menu_run;
    public static String Menu_window;
    public static String Menu_help;

    public static String Open_title;
    public static String Open_scenarios;
    public static String Open_all;
    public static String Open_failed;
    public static String Open_missing;
    public static String Open_unreadable;

    public static String Save_title;
    public static String Save_changed_title;
    public static String Save_changed;
    public static String Save_failed_title;
    public static String Save_failed;
    public static String Save_refused_title;
    public static String Save_refused;

    public static String Exit_running_title;
    public static String Exit_running;

    public static String Edit_undo;
    public static String Edit_redo;
    public static String Edit_undo_named;
    public static String Edit_redo_named;
    public static String Edit_typing;
    public static String Edit_field;
    public static String Edit_remove;

    public static String Editor_form_page;
    public static String Editor_text_page;

    public static String Estimate_line;
    public static String Estimate_rough;
    public static String Estimate_saturated;
    public static String Estimate_none;
    public static String Estimate_job;
    public static String Form_add;
    public static String Form_add_button;
    public static String Form_remove_button;
    public static String Form_default;
    public static String Form_default_choice;
    public static String Form_allowed;
    public static String Form_blocked;
    public static String Form_refused_title;
    public static String Form_refused;

    public static String Help_no_field;
    public static String Help_allowed;
    public static String Help_units;
    public static String Help_default;
    public static String Help_required;
    public static String Help_source;

    public static String Problems_what;
    public static String Problems_allowed;
    public static String Problems_field;
    public static String Problems_line;
    public static String Problems_none;
    public static String Problems_count;
    public static String Problems_no_editor;

    public static String Advice_what;
    public static String Advice_fix;
    public static String Advice_apply;
    public static String Advice_none;
    public static String Advice_count;
    public static String Advice_complete;
    public static String Advice_skipped;
    public static String Advice_blocked;
    public static String Advice_evidence;
    public static String Advice_fix_lines;
    public static String Advice_step;

    public static String Run_progress;
    public static String Run_progress_remaining;

    public static String Report_title;
    public static String Report_not_ready;
    public static String Data_title;
    public static String Output_replace;
    public static String Output_done_title;
    public static String Output_done;
    public static String Output_open;
    public static String Output_close;
    public static String Output_no_program;
    public static String Output_failed;

    public static String Run_cancel;
    public static String Run_cancelling;
    public static String Run_cancelled;
    public static String Run_failed;
    public static String Run_not_ready_title;
    public static String Run_not_ready;

    public static String Comparison_title;

    public static String Study_start;
    public static String Study_choose;
    public static String Study_choose_title;
    public static String Study_check_job;
    public static String Study_field;
    public static String Study_values;
    public static String Study_values_hint;
    public static String Study_now;
    public static String Study_optional;
    public static String Study_nodes;
    public static String Study_replications;
    public static String Study_replications_hint;
    public static String Study_replications_allowed;
    public static String Study_seed;
    public static String Study_seed_allowed;
    public static String Study_points;
    public static String Sweep_title;
    public static String Sweep_intro;
    public static String Sweep_second_field;
    public static String Sweep_second_values;
    public static String Sweep_result;
    public static String Map_title;
    public static String Map_intro;
    public static String Map_across;
    public static String Map_upwards;
    public static String Study_figure;
    public static String Study_figure_hint;
    public static String Study_between;
    public static String Study_pair;
    public static String Map_result;
    public static String Search_title;
    public static String Search_intro;
    public static String Search_low;
    public static String Search_high;
    public static String Search_target;
    public static String Search_target_hint;
    public static String Search_own_targets;
    public static String Search_summary;
    public static String Search_result;
    public static String Sensitivity_title;
    public static String Sensitivity_intro;
    public static String Sensitivity_inputs;
    public static String Sensitivity_inputs_hint;
    public static String Sensitivity_factor;
    public static String Sensitivity_factor_hint;
    public static String Sensitivity_summary;
    public static String Sensitivity_result;
    public static String Fail_title;
    public static String Fail_intro;
    public static String Fail_what;
    public static String Fail_meaning;
    public static String Fail_node;
    public static String Fail_duration;
    public static String Fail_duration_hint;
    public static String Fail_summary;
    public static String Fail_result;
    public static String Unsafe_title;
    public static String Unsafe_intro;
    public static String Unsafe_file_system;
    public static String Unsafe_duration;
    public static String Unsafe_duration_hint;
    public static String Unsafe_summary;
    public static String Unsafe_result;
    public static String Advise_result;
    public static String Study_browse;
    public static String Study_no_file;
    public static String Simulate_title;
    public static String Simulate_intro;
    public static String Simulate_summary;
    public static String Simulate_result;
    public static String Claims_title;
    public static String Claims_intro;
    public static String Claims_which;
    public static String Claims_which_hint;
    public static String Claims_summary;
    public static String Claims_result;
    public static String Accuracy_title;
    public static String Accuracy_intro;
    public static String Accuracy_runs;
    public static String Accuracy_runs_hint;
    public static String Accuracy_unknown;
    public static String Accuracy_summary;
    public static String Accuracy_result;
    public static String Observe_title;
    public static String Observe_intro;
    public static String Observe_node_hint;
    public static String Observe_phase;
    public static String Observe_phase_hint;
    public static String Observe_slabinfo;
    public static String Observe_glocks;
    public static String Observe_glstats;
    public static String Observe_locking_state;
    public static String Observe_no_file;
    public static String Observe_summary;
    public static String Observe_result;
    public static String Import_title;
    public static String Import_intro;
    public static String Import_kind;
    public static String Import_find;
    public static String Import_du;
    public static String Import_du_bytes;
    public static String Import_strace;
    public static String Import_fio;
    public static String Import_fio_json;
    public static String Import_file;
    public static String Import_file_hint;
    public static String Import_nodes;
    public static String Import_nodes_hint;
    public static String Import_below;
    public static String Import_below_hint;
    public static String Import_summary;
    public static String Import_result;
    public static String Import_step;
    public static String Import_refused_title;
    public static String Import_refused;
    public static String Data_timeline;
    public static String Data_summary;

    public static String Duration_seconds;
    public static String Duration_minutes;

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

    public static String Live_title;
    public static String Live_contender;
    public static String Live_replications;
    public static String Live_operations;
    public static String Live_latency;
    public static String Live_throughput;
    public static String Live_now;
    public static String Live_saturated;
    public static String Live_run;
    public static String Live_run_share;
    public static String Live_events;

    public static String Results_title;
    public static String Results_none;
    public static String Results_count;
    public static String Results_filtered;
    public static String Results_broken;
    public static String Results_deleted;
    public static String Results_filter;
    public static String Results_name;
    public static String Results_pinned;
    public static String Results_scenario;
    public static String Results_study;
    public static String Results_date;
    public static String Results_seed_column;
    public static String Results_verdict;
    public static String Results_took;
    public static String Results_open;
    public static String Results_compare;
    public static String Results_run_again;
    public static String Results_run_seed;
    public static String Results_open_scenario;
    public static String Results_changes;
    public static String Results_rename;
    public static String Results_pin;
    public static String Results_delete;
    public static String Results_undelete;
    public static String Results_select_all;
    public static String Results_failed;
    public static String Results_again;
    public static String Results_seed;
    public static String Results_numbered;
    public static String Results_beside;
    public static String Results_changes_title;
    public static String Results_no_scenario;
    public static String Results_file_broken;
    public static String Results_no_name;
    public static String Results_seed_title;
    public static String Results_seed_question;
    public static String Results_rename_title;
    public static String Results_rename_question;
    public static String Results_not_kept;

    public static String Settings_results;
    public static String Settings_results_hint;

    public static String Table_copy;
    public static String Table_copy_all;

    public static String Settings_intro;
    public static String Settings_language;
    public static String Settings_language_hint;
    public static String Settings_language_system;
    public static String Settings_language_failed;
    public static String Settings_theme;
    public static String Settings_theme_hint;
    public static String Settings_theme_system;
    public static String Settings_theme_light;
    public static String Settings_theme_dark;
    public static String Settings_parallel;
    public static String Settings_parallel_hint;
    public static String Settings_recent;

    public static String Diagnostics_title;
    public static String Diagnostics_intro;
    public static String Diagnostics_files;
    public static String Diagnostics_preview;
    public static String Diagnostics_with_scenarios;
    public static String Diagnostics_save;
    public static String Diagnostics_filter;
    public static String Diagnostics_done_title;
    public static String Diagnostics_done;
    public static String Diagnostics_failed;

    public static String Welcome_title;
    public static String Welcome_heading;
    public static String Welcome_intro;
    public static String Welcome_samples;
    public static String Welcome_start;
    public static String Welcome_open;
    public static String Welcome_guide;
    public static String Welcome_help;
    public static String Welcome_recent;
    public static String Welcome_no_recent;

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
        NLS.initializeMessages("org.quorate.ui.messages", Messages.class);
    }

    private Messages() {
    }
}
