// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import org.eclipse.osgi.util.NLS;

/** The texts of views of real nodes, from {@code messages.properties} beside it in the user's language. */
public final class NodesMessages extends NLS {

    public static String Reach_title;
    public static String Reach_login;
    public static String Reach_login_usual;
    public static String Reach_config;
    public static String Reach_config_usual;
    public static String Reach_browse;
    public static String Reach_sudo;
    public static String Reach_by_address;
    public static String Reach_hosts;
    public static String Reach_hosts_how;
    public static String Reach_node;
    public static String Reach_host;
    public static String Reach_add;
    public static String Reach_remove;
    public static String Reach_wrong_login;
    public static String Reach_no_file;
    public static String Reach_wrong_host;
    public static String Reach_empty_host;
    public static String Reach_twice;
    public static String Reach_none;

    public static String Key_title;
    public static String Key_unknown;
    public static String Key_fingerprint;
    public static String Key_compare;
    public static String Key_accept;
    public static String Key_refuse;

    public static String Secret_title;
    public static String Secret_note;

    public static String Run_progress;
    public static String Run_advance;
    public static String Run_cancelled;
    public static String Run_failed;

    public static String Inventory_title;
    public static String Inventory_start;
    public static String Inventory_running;
    public static String Inventory_intro;
    public static String Inventory_broken_title;
    public static String Inventory_broken;

    public static String Nodes_empty;
    public static String Nodes_take;
    public static String Nodes_export;
    public static String Nodes_only_odd;
    public static String Nodes_facts;
    public static String Nodes_fact;
    public static String Nodes_compared_column;
    public static String Nodes_answered;
    public static String Nodes_odd;
    public static String Nodes_no_scenario;
    public static String Nodes_compared;
    public static String Nodes_closed;
    public static String Nodes_nothing_wrong;
    public static String Nodes_step;

    public static String Item_missing;
    public static String Item_unknown;
    public static String Item_configuration;

    public static String Fact_system;
    public static String Fact_os;
    public static String Fact_kernel;
    public static String Fact_architecture;
    public static String Fact_host_name;
    public static String Fact_machine_id;
    public static String Fact_root;
    public static String Fact_yes;
    public static String Fact_no;
    public static String Fact_clock;
    public static String Fact_time_source;
    public static String Fact_no_time;
    public static String Fact_not_synchronised;
    public static String Fact_hardware;
    public static String Fact_processors;
    public static String Fact_processor;
    public static String Fact_memory;
    public static String Fact_network;
    public static String Fact_down;
    public static String Fact_iscsi;
    public static String Fact_initiator;
    public static String Fact_devices;
    public static String Fact_not_examined;
    public static String Fact_not_zero;
    public static String Fact_empty;
    public static String Fact_groups;
    public static String Fact_modules;
    public static String Fact_loaded;
    public static String Fact_available;
    public static String Fact_missing;
    public static String Fact_packages;
    public static String Fact_services;
    public static String Fact_mounts;
    public static String Fact_files;
    public static String Fact_lines;
    public static String Fact_others;
    public static String Fact_firewall;
    public static String Fact_remarks;
    public static String Fact_differs;
    public static String Fact_twice;

    public static String Apply_title;
    public static String Apply_prepare;
    public static String Apply_empty;
    public static String Apply_refused;
    public static String Apply_file_system;
    public static String Apply_dry_run;
    public static String Apply_apply;
    public static String Apply_resume;
    public static String Apply_undo;
    public static String Apply_begin;
    public static String Apply_dry_run_title;
    public static String Apply_dry_run_intro;
    public static String Apply_intro;
    public static String Apply_resume_title;
    public static String Apply_resume_intro;
    public static String Apply_undo_title;
    public static String Apply_undo_intro;
    public static String Apply_run_plan;
    public static String Apply_run_apply;
    public static String Apply_run_undo;
    public static String Apply_stale;
    public static String Apply_other_plan;
    public static String Apply_planned;
    public static String Apply_plan_done;
    public static String Apply_plan_critical;
    public static String Apply_done;
    public static String Apply_undone;
    public static String Apply_failed;
    public static String Apply_step_refused;
    public static String Apply_unconfirmed;
    public static String Apply_plan_interrupted;
    public static String Apply_interrupted;
    public static String Apply_counts;
    public static String Apply_here;
    public static String Apply_steps;
    public static String Apply_cell;
    public static String Apply_step;
    public static String Apply_risk;
    public static String Apply_restarts;
    public static String Apply_formats;
    public static String Apply_waiting;
    public static String Apply_running;
    public static String Apply_found_done;
    public static String Apply_would_change;
    public static String Apply_step_done;
    public static String Apply_step_unconfirmed;
    public static String Apply_cell_refused;
    public static String Apply_step_failed;
    public static String Apply_unknown;
    public static String Apply_not_there;
    public static String Apply_code;
    public static String Apply_takes;
    public static String Apply_log;
    public static String Apply_audit;
    public static String Apply_audits;
    public static String Apply_findings;
    public static String Apply_no_audit;

    public static String Cancel_title;
    public static String Cancel_changing;
    public static String Cancel_go_on;
    public static String Cancel_stop;
    public static String Confirm_change;
    public static String Confirm_undo;
    public static String Confirm_restart;
    public static String Confirm_format;
    public static String Confirm_type_cluster;
    public static String Confirm_type_wwid;
    public static String Confirm_do_change;
    public static String Confirm_do_undo;
    public static String Confirm_do_restart;
    public static String Confirm_do_format;

    public static String Measure_title;
    public static String Measure_start;
    public static String Measure_running;
    public static String Measure_intro;
    public static String Measure_seconds;
    public static String Measure_reads;
    public static String Measure_scratch;
    public static String Measure_scratch_usual;
    public static String Measure_wrong_scratch;
    public static String Measure_alike;
    public static String Measure_figures;
    public static String Measure_field;
    public static String Measure_planned;
    public static String Measure_measured;
    public static String Measure_range;
    public static String Measure_how;
    public static String Measure_notes;
    public static String Measure_put;
    public static String Measure_close;
    public static String Measure_new;
    public static String Measure_fits;
    public static String Measure_summary;
    public static String Measure_step;
    public static String Measure_closed;

    public static String Observe_title;
    public static String Observe_start;
    public static String Observe_running;
    public static String Observe_waiting;
    public static String Observe_intro;
    public static String Observe_interval;
    public static String Observe_predict;
    public static String Observe_phase;
    public static String Observe_nothing;
    public static String Observe_begin;
    public static String Observe_empty;
    public static String Observe_only_predicted;
    public static String Observe_cluster;
    public static String Observe_rounds;
    public static String Observe_no_prediction;
    public static String Observe_deviations;
    public static String Observe_all;
    public static String Observe_as_predicted;
    public static String Observe_more;
    public static String Observe_less;
    public static String Observe_chart;
    public static String Observe_figures;
    public static String Observe_figure;
    public static String Observe_predicted;
    public static String Observe_actual;
    public static String Observe_hot;
    public static String Observe_lock;
    public static String Observe_inode;
    public static String Observe_waiters;
    public static String Observe_uses;
    public static String Observe_path;
    public static String Observe_notes;

    static {
        NLS.initializeMessages("org.quorate.ui.nodes.messages", NodesMessages.class);
    }

    private NodesMessages() {
    }
}
