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
    public static String Menu_nodes;
    public static String Menu_window;
    public static String Menu_help;

    public static String Open_title;
    public static String Open_scenarios;
    public static String Open_all;
    public static String Open_failed;
    public static String Open_missing;
    public static String Open_unreadable;
    public static String Drop_refused_title;
    public static String Drop_refused;

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
    public static String Edit_recovery;
    public static String Autosave_failed;
    public static String Watch_slow;

    public static String Recovery_title;
    public static String Recovery_heading;
    public static String Recovery_none;
    public static String Recovery_scenario;
    public static String Recovery_edited;
    public static String Recovery_changes;
    public static String Recovery_lines;
    public static String Recovery_note;
    public static String Recovery_folder;
    public static String Recovery_changed;
    public static String Recovery_gone;
    public static String Recovery_never_saved;
    public static String Recovery_difference;
    public static String Recovery_recover;
    public static String Recovery_recover_all;
    public static String Recovery_discard;
    public static String Recovery_later;
    public static String Recovery_discard_title;
    public static String Recovery_discard_sure;

    public static String Editor_text_page;

    public static String Estimate_line;
    public static String Estimate_rough;
    public static String Estimate_saturated;
    public static String Estimate_none;
    public static String Estimate_job;
    public static String Preload_job;

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
    public static String Advice_apply_tip;
    public static String Severity_show;
    public static String Severity_critical;
    public static String Severity_errors;
    public static String Severity_warnings;
    public static String Severity_hints;
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
    public static String Output_replace_all;
    public static String Output_done_title;
    public static String Output_done;
    public static String Output_open;
    public static String Output_show_folder;
    public static String Output_close;
    public static String Output_no_program;
    public static String Output_failed;
    public static String Template_check_job;
    public static String Template_file;
    public static String Template_fine;
    public static String Template_problems;
    public static String Template_title;
    public static String Template_no_file;
    public static String Template_unsaved;
    public static String Template_save;
    public static String Template_as_stored;

    public static String Run_cancel;
    public static String Run_cancelling;
    public static String Run_cancelled;
    public static String Run_failed;
    public static String Run_not_ready_title;
    public static String Run_not_ready;

    public static String Comparison_title;

    public static String Advise_result;
    public static String Estimate_study;
    public static String Estimate_result;
    public static String Point_open;
    public static String Point_job;
    public static String Data_timeline;
    public static String Data_summary;

    public static String Duration_seconds;
    public static String Duration_hours;
    public static String Duration_minutes;

    public static String Settings_results;
    public static String Settings_results_hint;

    public static String Table_copy;
    public static String Table_copy_all;
    public static String Table_select_all;
    public static String Table_filter;
    public static String Table_filter_rows;
    public static String Table_sort;
    public static String Table_sort_key;
    public static String Table_columns;
    public static String Table_reset;
    public static String Table_untitled;
    public static String Table_csv;
    public static String Table_file;
    public static String Table_rows;
    public static String Table_some_rows;

    public static String Chart_copy_image;
    public static String Chart_copy_data;
    public static String Chart_save;
    public static String Chart_save_png;
    public static String Chart_save_png_2;
    public static String Chart_save_svg;
    public static String Chart_save_csv;
    public static String Chart_zoom_in;
    public static String Chart_zoom_out;
    public static String Chart_reset;
    public static String Chart_log_y;
    public static String Chart_log_x;
    public static String Chart_large;
    public static String Chart_buttons;
    public static String Chart_part;

    public static String Export_title;
    public static String Export_replace;
    public static String Export_writing;
    public static String Export_csv;
    public static String Export_png;
    public static String Export_svg;

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

    public static String Editor_outline;
    public static String Editor_field_help;
    public static String Report_chapters;
    public static String Advice_findings;
    public static String Advice_details;
    public static String Problems_list;

    public static String Editor_text;

    public static String Settings_autosave;
    public static String Settings_autosave_hint;

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

    static {
        NLS.initializeMessages("org.quorate.ui.messages", Messages.class);
    }

    private Messages() {
    }
}
