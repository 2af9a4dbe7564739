// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import java.io.File;
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
import org.quorate.app.results.ResultStore;
import org.quorate.ui.advice.KnownAdvice;
import org.quorate.ui.document.DocumentStore;
import org.quorate.ui.document.RecentFiles;
import org.quorate.ui.editor.Icons;
import org.quorate.ui.editor.ScenarioEditors;
import org.quorate.ui.form.FieldTitles;
import org.quorate.ui.help.HelpPages;
import org.quorate.ui.report.Reports;
import org.quorate.ui.results.ResultKeeper;
import org.quorate.ui.runs.StudyRuns;
import org.quorate.ui.settings.Language;
import org.quorate.ui.settings.NumberSetting;
import org.quorate.ui.settings.Settings;
import org.quorate.ui.study.Studies;
import org.quorate.ui.study.StudyTools;
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
 * @param settings  that the user has chosen
 * @param language  of the next start
 * @param results   that were kept
 */
public record Desktop(IWorkbench workbench, DocumentStore store, RecentFiles recent, Samples samples,
        ScenarioEditors editors, Reports reports, Studies studies, StudyRuns runs, FieldTitles titles, Icons icons,
        HelpPages help, Theme theme, EstimateScenario estimates, AdviseScenario rules, KnownAdvice advice,
        Settings settings, Language language, ResultStore results) {

    private static final String RECENT_FILES = "recentFiles";
    /** Finished points of studies, in the state of this bundle. */
    private static final String POINTS = "points";
    /** Results of studies, likewise. */
    private static final String RESULTS = "results";

    /** Puts everything together. */
    public static Desktop create(IWorkbench workbench) {
        Bundle bundle = FrameworkUtil.getBundle(Desktop.class);
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(Ids.BUNDLE);
        Settings settings = new Settings(preferences);
        RecentFiles recent = new RecentFiles(preferences.get(RECENT_FILES, ""), () -> settings.get(NumberSetting.RECENT_FILES),
                files -> keep(preferences, files));
        Reports reports = new Reports(Clock.systemDefaultZone());
        FieldTitles titles = new FieldTitles(Locale.getDefault());
        KnownAdvice advice = new KnownAdvice();
        QuorateApp app = new QuorateApp(settings.parallelRuns());
        Samples samples = app.samples();
        Path state = Path.of(Platform.getStateLocation(bundle).toOSString());
        Path points = state.resolve(POINTS);
        ResultStore results = new ResultStore(state.resolve(RESULTS), () -> settings.get(NumberSetting.KEPT_RESULTS));
        ResultKeeper keeper = new ResultKeeper(results, Clock.systemUTC(), app.version().text(),
                e -> ILog.of(Desktop.class).error(Messages.bind(Messages.Results_not_kept, e.getMessage()), e));
        Studies studies = new Studies(new StudyTools(app, reports, titles, Optional.of(points)), advice);
        return new Desktop(workbench, new DocumentStore(), recent, samples, new ScenarioEditors(recent, samples), reports, studies,
                new StudyRuns(keeper::keep), titles, new Icons(bundle, JFaceResources.getImageRegistry()), new HelpPages(bundle),
                new Theme(workbench), app.estimateScenario(), app.adviseScenario(), advice, settings,
                new Language(new File(Platform.getConfigurationLocation().getURL().getPath()).toPath()), results);
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
