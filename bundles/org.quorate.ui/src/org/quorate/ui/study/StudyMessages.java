// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import org.eclipse.osgi.util.NLS;

/** The texts of questions before a study, from {@code messages.properties} beside it in the user's language. */
public final class StudyMessages extends NLS {

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

    public static String Watch_title;
    public static String Watch_intro;
    public static String Watch_phase;
    public static String Watch_operation;
    public static String Watch_any;
    public static String Watch_which;
    public static String Watch_which_hint;
    public static String Watch_which_allowed;
    public static String Watch_summary;
    public static String Watch_result;

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

    public static String Fit_title;
    public static String Fit_intro;
    public static String Fit_runs;
    public static String Fit_runs_hint;
    public static String Fit_evaluations;
    public static String Fit_evaluations_hint;
    public static String Fit_evaluations_wrong;
    public static String Fit_summary;
    public static String Fit_result;

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

    public static String Sizing_title;
    public static String Sizing_intro;
    public static String Sizing_file;
    public static String Sizing_file_hint;
    public static String Sizing_file_form;
    public static String Sizing_file_exists;
    public static String Sizing_file_no_folder;
    public static String Sizing_replace;
    public static String Sizing_template;
    public static String Sizing_template_none;
    public static String Sizing_template_no_folder;
    public static String Sizing_template_open;
    public static String Sizing_template_open_line;
    public static String Sizing_template_new;
    public static String Sizing_template_problem;
    public static String Sizing_template_more;
    public static String Sizing_template_unreadable;
    public static String Sizing_language;
    public static String Sizing_language_template;
    public static String Sizing_customer;
    public static String Sizing_project;
    public static String Sizing_author;
    public static String Sizing_version;
    public static String Sizing_capacity;
    public static String Sizing_capacity_none;
    public static String Sizing_sensitivity;
    public static String Sizing_sensitivity_hint;
    public static String Sizing_scaling;
    public static String Sizing_scaling_none;
    public static String Sizing_summary_kept;
    public static String Sizing_summary_new;
    public static String Sizing_unread;
    public static String Sizing_left_out;
    public static String Sizing_writing;
    public static String Sizing_written;
    public static String Sizing_shown;
    public static String Sizing_kept;
    public static String Sizing_part_comparison;
    public static String Sizing_part_node_less;
    public static String Sizing_part_capacity;
    public static String Sizing_part_sensitivity;
    public static String Sizing_part_failures;
    public static String Sizing_result;

    static {
        NLS.initializeMessages("org.quorate.ui.study.messages", StudyMessages.class);
    }

    private StudyMessages() {
    }
}
