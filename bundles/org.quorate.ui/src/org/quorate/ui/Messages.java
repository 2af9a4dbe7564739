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
    public static String Editor_overview_page;
    public static String Editor_cluster_page;
    public static String Editor_lun_page;
    public static String Editor_file_systems_page;
    public static String Editor_workload_page;
    public static String Edit_duplicate;
    public static String Edit_add_portal;
    public static String Edit_remove_portal;
    public static String Help_own_source;
    public static String Picture_title;
    public static String Picture_how;
    public static String Picture_network;
    public static String Picture_network_figures;
    public static String Picture_fencing;
    public static String Picture_no_fencing;
    public static String Picture_devices;
    public static String Picture_node_figures;
    public static String Picture_node;
    public static String Picture_portal;
    public static String Picture_lun;
    public static String Picture_wwid;
    public static String Picture_no_wwid;
    public static String Picture_multipath;
    public static String Picture_link;
    public static String Picture_ocfs2;
    public static String Picture_gfs2;
    public static String Picture_local;
    public static String Picture_add_node;
    public static String Picture_add_portal;
    public static String Picture_add_file_system;
    public static String Picture_duplicate;
    public static String Picture_remove;

    public static String Editor_text_page;

    public static String Estimate_line;
    public static String Estimate_rough;
    public static String Estimate_saturated;
    public static String Estimate_none;
    public static String Estimate_job;

    public static String Cost_one_node;
    public static String Cost_nodes;
    public static String Cost_files;
    public static String Cost_locks;
    public static String Cost_no_locks;
    public static String Cost_line;
    public static String New_title;
    public static String New_workload_title;
    public static String New_workload_text;
    public static String New_workload;
    public static String New_what;
    public static String New_source;
    public static String New_source_is;
    public static String New_cluster_title;
    public static String New_cluster_text;
    public static String New_nodes;
    public static String New_os;
    public static String New_network;
    public static String New_size;
    public static String New_device;
    public static String New_multipath;
    public static String New_file_systems;
    public static String New_name_title;
    public static String New_name_text;
    public static String New_name;
    public static String New_scenario_title;
    public static String New_summary_workload;
    public static String New_summary_cluster;
    public static String New_summary_lun;
    public static String New_summary_multipath;
    public static String New_summary_one_path;
    public static String New_summary_file_systems;
    public static String New_no_file_system;
    public static String New_cost;
    public static String New_no_cost;

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
    public static String Report_filter;
    public static String Report_not_ready;
    public static String Report_done_title;
    public static String Report_done;
    public static String Report_failed;

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

    public static String Welcome_title;
    public static String Welcome_heading;
    public static String Welcome_intro;
    public static String Welcome_samples;
    public static String Welcome_start;
    public static String Welcome_new;
    public static String Welcome_news;
    public static String Welcome_news_1;
    public static String Welcome_news_2;
    public static String Welcome_news_3;
    public static String Welcome_news_4;
    public static String Welcome_keys;
    public static String Welcome_key_new;
    public static String Welcome_key_compare;
    public static String Welcome_key_scripts;
    public static String Welcome_key_undo;
    public static String Welcome_key_save;
    public static String Welcome_key_cancel;
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
