// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.results;

import org.eclipse.osgi.util.NLS;

/** The texts of results that are kept, from {@code messages.properties} beside it in the user's language. */
public final class ResultsMessages extends NLS {

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
    public static String Results_one;
    public static String Results_count;
    public static String Results_filtered;
    public static String Results_broken;
    public static String Results_deleted;
    public static String Results_name;
    public static String Results_pinned;
    public static String Results_scenario;
    public static String Results_study;
    public static String Results_comparison;
    public static String Results_advice;
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
    public static String Results_report;
    public static String Results_data;
    public static String Results_preview;
    public static String Results_preview_none;
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

    static {
        NLS.initializeMessages("org.quorate.ui.results.messages", ResultsMessages.class);
    }

    private ResultsMessages() {
    }
}
