// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

/** Identifiers that {@code plugin.xml} and the code share; a test compares them. */
public final class Ids {

    public static final String BUNDLE = "org.quorate.ui";
    public static final String PERSPECTIVE = "org.quorate.ui.perspective";

    public static final String SCENARIO_EDITOR = "org.quorate.ui.scenarioEditor";
    public static final String WELCOME_EDITOR = "org.quorate.ui.welcomeEditor";
    public static final String RESULT_EDITOR = "org.quorate.ui.resultEditor";
    public static final String SCRIPTS_EDITOR = "org.quorate.ui.scriptsEditor";
    public static final String TEMPLATE_EDITOR = "org.quorate.ui.templateEditor";
    public static final String RECOVERY_EDITOR = "org.quorate.ui.recoveryEditor";

    public static final String PROBLEMS_VIEW = "org.quorate.ui.problemsView";
    public static final String ADVICE_VIEW = "org.quorate.ui.adviceView";
    public static final String RESULTS_VIEW = "org.quorate.ui.resultsView";
    public static final String NODES_VIEW = "org.quorate.ui.nodesView";
    public static final String APPLY_VIEW = "org.quorate.ui.applyView";
    public static final String OBSERVE_VIEW = "org.quorate.ui.observeView";
    public static final String HELP_VIEW = "org.quorate.ui.helpView";
    public static final String GUIDE_VIEW = "org.quorate.ui.guideView";
    /** Ours by extension, Eclipse's by class. */
    public static final String PROGRESS_VIEW = "org.eclipse.ui.views.ProgressView";
    /** Defined by org.eclipse.ui.views.log. */
    public static final String ERROR_LOG_VIEW = "org.eclipse.pde.runtime.LogView";

    /** Eclipse's, handled by us: it has the key. */
    public static final String NEW_SCENARIO_COMMAND = "org.eclipse.ui.newWizard";
    public static final String OPEN_COMMAND = "org.quorate.ui.open";
    public static final String OPEN_SAMPLE_COMMAND = "org.quorate.ui.openSample";
    public static final String OPEN_SAMPLE_NAME = "org.quorate.ui.openSample.name";
    public static final String OPEN_RECENT_COMMAND = "org.quorate.ui.openRecent";
    public static final String OPEN_RECENT_PATH = "org.quorate.ui.openRecent.path";
    public static final String RECOVER_COMMAND = "org.quorate.ui.recover";
    /** Eclipse's, handled by us while a scenario is edited. */
    public static final String UNDO_COMMAND = "org.eclipse.ui.edit.undo";
    public static final String REDO_COMMAND = "org.eclipse.ui.edit.redo";
    public static final String COMPARE_COMMAND = "org.quorate.ui.compare";
    public static final String STUDY_COMMAND = "org.quorate.ui.study";
    public static final String STUDY_KIND = "org.quorate.ui.study.kind";
    public static final String GENERAL_STUDY_COMMAND = "org.quorate.ui.generalStudy";
    public static final String GENERAL_STUDY_KIND = "org.quorate.ui.generalStudy.kind";
    public static final String IMPORT_COMMAND = "org.quorate.ui.import";
    public static final String EXPORT_DATA_COMMAND = "org.quorate.ui.exportData";
    public static final String CANCEL_COMMAND = "org.quorate.ui.cancel";
    public static final String EXPORT_SCRIPTS_COMMAND = "org.quorate.ui.exportScripts";
    public static final String WRITE_REPORT_COMMAND = "org.quorate.ui.writeReport";
    public static final String SIZING_REPORT_COMMAND = "org.quorate.ui.sizingReport";
    public static final String REPORT_TEMPLATE_COMMAND = "org.quorate.ui.reportTemplate";
    public static final String TAKE_INVENTORY_COMMAND = "org.quorate.ui.takeInventory";
    public static final String APPLY_COMMAND = "org.quorate.ui.apply";
    public static final String MEASURE_COMMAND = "org.quorate.ui.measure";
    public static final String OBSERVE_COMMAND = "org.quorate.ui.observeNodes";
    public static final String DARK_THEME_COMMAND = "org.quorate.ui.darkTheme";
    public static final String SAVE_DIAGNOSTICS_COMMAND = "org.quorate.ui.saveDiagnostics";
    public static final String WELCOME_COMMAND = "org.quorate.ui.welcome";
    public static final String HELP_COMMAND = "org.quorate.ui.help";
    public static final String GUIDE_COMMAND = "org.quorate.ui.guide";

    private Ids() {
    }
}
