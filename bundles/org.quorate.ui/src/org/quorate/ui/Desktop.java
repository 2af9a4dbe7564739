// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.ui.IWorkbench;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.prefs.BackingStoreException;
import org.quorate.app.AdviseScenario;
import org.quorate.app.EstimateScenario;
import org.quorate.app.QuorateApp;
import org.quorate.app.Samples;
import org.quorate.ui.advice.KnownAdvice;
import org.quorate.ui.document.DocumentStore;
import org.quorate.ui.document.RecentFiles;
import org.quorate.ui.editor.Icons;
import org.quorate.ui.editor.ScenarioEditors;
import org.quorate.ui.export.Exports;
import org.quorate.ui.form.FieldTitles;
import org.quorate.ui.help.HelpPages;
import org.quorate.ui.report.Reports;
import org.quorate.ui.runs.StudyRuns;
import org.quorate.ui.study.Studies;
import org.quorate.ui.study.StudyTools;
import org.quorate.ui.table.StoredColumns;
import org.quorate.ui.workbench.Theme;

/**
 * The composition root: what the parts of a workbench share, each made once and handed to the constructors that need it.
 *
 * @param workbench where it runs
 * @param store     of scenario files
 * @param recent    files
 * @param samples   that come along
 * @param editors   opens scenarios
 * @param reports   what they have in common
 * @param studies   that can be started
 * @param runs      starts them
 * @param titles    of fields
 * @param icons     of this bundle
 * @param help      its pages
 * @param theme     light or dark
 * @param estimates of scenarios
 * @param rules     that judge scenarios
 * @param advice    on scenarios that were simulated
 * @param tools     of all tables and charts
 */
public record Desktop(IWorkbench workbench, DocumentStore store, RecentFiles recent, Samples samples,
        ScenarioEditors editors, Reports reports, Studies studies, StudyRuns runs, FieldTitles titles, Icons icons,
        HelpPages help, Theme theme, EstimateScenario estimates, AdviseScenario rules, KnownAdvice advice, ViewTools tools) {

    private static final String RECENT_FILES = "recentFiles";
    /** Finished points of studies, in the state of this bundle. */
    private static final String POINTS = "points";
    /** How columns of tables are arranged, below the preferences of this bundle. */
    private static final String TABLES = "tables";

    /** Puts everything together. */
    public static Desktop create(IWorkbench workbench) {
        Bundle bundle = FrameworkUtil.getBundle(Desktop.class);
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(Ids.BUNDLE);
        RecentFiles recent = new RecentFiles(preferences.get(RECENT_FILES, ""), files -> keep(preferences, files));
        Reports reports = new Reports(Clock.systemDefaultZone());
        FieldTitles titles = new FieldTitles(Locale.getDefault());
        KnownAdvice advice = new KnownAdvice();
        QuorateApp app = new QuorateApp(Runtime.getRuntime().availableProcessors());
        Samples samples = app.samples();
        Path points = Path.of(Platform.getStateLocation(bundle).append(POINTS).toOSString());
        Studies studies = new Studies(new StudyTools(app, reports, titles, Optional.of(points)), advice);
        Icons icons = new Icons(bundle, JFaceResources.getImageRegistry());
        ViewTools tools = new ViewTools(new StoredColumns(preferences.node(TABLES)), new Exports(preferences), icons);
        return new Desktop(workbench, new DocumentStore(), recent, samples, new ScenarioEditors(recent, samples), reports, studies,
                new StudyRuns(), titles, icons, new HelpPages(bundle),
                new Theme(workbench), app.estimateScenario(), app.adviseScenario(), advice, tools);
    }

    /** Written at once: a crash must not forget what was opened. */
    private static void keep(IEclipsePreferences preferences, String files) {
        preferences.put(RECENT_FILES, files);
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            ILog.of(Desktop.class).warn(e.getMessage(), e);
        }
    }
}
