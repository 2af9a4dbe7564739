// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.ui.IWorkbench;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.prefs.BackingStoreException;
import org.quorate.app.AdviseScenario;
import org.quorate.app.EstimateScenario;
import org.quorate.app.ExportScripts;
import org.quorate.app.QuorateApp;
import org.quorate.app.Samples;
import org.quorate.app.results.ResultStore;
import org.quorate.ui.advice.KnownAdvice;
import org.quorate.ui.document.Autosaves;
import org.quorate.ui.document.DocumentStore;
import org.quorate.ui.document.RecentFiles;
import org.quorate.ui.document.RecoveryStore;
import org.quorate.ui.editor.Icons;
import org.quorate.ui.editor.ScenarioEditors;
import org.quorate.ui.export.Exports;
import org.quorate.ui.form.FieldTitles;
import org.quorate.ui.help.HelpPages;
import org.quorate.ui.newscenario.NewScenarioPresenter;
import org.quorate.ui.recovery.Recoveries;
import org.quorate.ui.report.Reports;
import org.quorate.ui.results.ResultKeeper;
import org.quorate.ui.results.ResultsMessages;
import org.quorate.ui.runs.StudyRuns;
import org.quorate.ui.scripts.FormerFolders;
import org.quorate.ui.settings.Language;
import org.quorate.ui.settings.NumberSetting;
import org.quorate.ui.settings.Settings;
import org.quorate.ui.study.Studies;
import org.quorate.ui.study.StudyTools;
import org.quorate.ui.table.StoredColumns;
import org.quorate.ui.watch.Block;
import org.quorate.ui.watch.UiWatch;
import org.quorate.ui.welcome.SampleTitles;
import org.quorate.ui.workbench.Theme;

/**
 * The composition root: what the parts of a workbench share, each made once and handed to the constructors that need it.
 *
 * @param workbench where it runs
 * @param store     of scenario files
 * @param recent    files
 * @param samples   that come along
 * @param sampleTitles what the samples are called
 * @param editors   opens scenarios
 * @param reports   what they have in common
 * @param studies   that can be started
 * @param runs      starts them
 * @param titles    of fields
 * @param icons     of this bundle
 * @param help      its pages
 * @param theme     light or dark
 * @param estimates of scenarios
 * @param app       the use cases, for those that are made anew each time
 * @param rules     that judge scenarios
 * @param advice    on scenarios that were simulated
 * @param exports   makes scripts
 * @param formerFolders where they were exported to
 * @param settings  that the user has chosen
 * @param language  of the next start
 * @param autosaves keep what is edited recoverable
 * @param recoveries of what a crash has left
 * @param tools     of all tables and charts
 * @param results   that were kept
 * @param watch      tells how long the user interface did not answer
 */
public record Desktop(IWorkbench workbench, DocumentStore store, RecentFiles recent, Samples samples, SampleTitles sampleTitles,
        ScenarioEditors editors, Reports reports, Studies studies, StudyRuns runs, FieldTitles titles, Icons icons,
        HelpPages help, Theme theme, EstimateScenario estimates, QuorateApp app, AdviseScenario rules, KnownAdvice advice,
        ExportScripts exports, FormerFolders formerFolders, Settings settings, Language language, Autosaves autosaves, Recoveries recoveries,
        ViewTools tools, ResultStore results, UiWatch watch) {

    private static final String RECENT_FILES = "recentFiles";
    /** Finished points of studies, in the state of this bundle. */
    private static final String POINTS = "points";
    /** What is edited and not saved. */
    private static final String RECOVERY = "recovery";
    /** How columns of tables are arranged, below the preferences of this bundle. */
    private static final String TABLES = "tables";
    /** Results of studies. */
    private static final String RESULTS = "results";

    /** Puts everything together. */
    public static Desktop create(IWorkbench workbench) {
        Bundle bundle = FrameworkUtil.getBundle(Desktop.class);
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(Ids.BUNDLE);
        Settings settings = new Settings(preferences);
        RecentFiles recent = new RecentFiles(preferences.get(RECENT_FILES, ""), () -> settings.get(NumberSetting.RECENT_FILES),
                files -> keep(preferences, RECENT_FILES, files));
        Reports reports = new Reports(Clock.systemDefaultZone());
        FieldTitles titles = new FieldTitles(Locale.getDefault());
        KnownAdvice advice = new KnownAdvice();
        QuorateApp app = new QuorateApp(settings.parallelRuns());
        Samples samples = app.samples();
        Path points = Path.of(Platform.getStateLocation(bundle).append(POINTS).toOSString());
        ResultStore results = new ResultStore(shared(bundle).resolve(RESULTS), () -> settings.get(NumberSetting.KEPT_RESULTS));
        ResultKeeper keeper = new ResultKeeper(results, Clock.systemUTC(), app.version().text(),
                e -> ILog.of(Desktop.class).error(Messages.bind(ResultsMessages.Results_not_kept, e.getMessage()), e));
        Studies studies = new Studies(new StudyTools(app, reports, titles, Optional.of(points)), advice);
        DocumentStore store = new DocumentStore();
        Autosaves autosaves = autosaves(bundle, settings);
        Icons icons = new Icons(bundle, JFaceResources.getImageRegistry());
        ViewTools tools = new ViewTools(new StoredColumns(preferences.node(TABLES)), new Exports(preferences), icons);
        return new Desktop(workbench, store, recent, samples, new SampleTitles(samples, Desktop::inBackground), new ScenarioEditors(recent, samples), reports, studies,
                new StudyRuns(keeper::keep), titles, icons, new HelpPages(bundle),
                new Theme(workbench), app.estimateScenario(), app, app.adviseScenario(), advice, app.exportScripts(),
                new FormerFolders(key -> preferences.get(key, ""), (key, folder) -> keep(preferences, key, folder)), settings,
                new Language(new File(Platform.getConfigurationLocation().getURL().getPath()).toPath()),
                autosaves, new Recoveries(autosaves.store(), store, ILog.of(bundle)::warn), tools, results, new UiWatch(Desktop::tellBlock));
    }

    /**
     * Programs of one user that run at the same time share a folder, wherever each has its layout; so whichever is started next
     * after a crash recovers what was edited, and has all results.
     */
    private static Path shared(Bundle bundle) {
        return Optional.ofNullable(System.getProperty(Application.STATE)).map(Path::of)
                .orElseGet(() -> Path.of(Platform.getStateLocation(bundle).toOSString()));
    }

    private static Autosaves autosaves(Bundle bundle, Settings settings) {
        ILog log = ILog.of(Desktop.class);
        RecoveryStore store = new RecoveryStore(shared(bundle).resolve(RECOVERY), log::warn);
        return new Autosaves(store, () -> settings.get(NumberSetting.AUTOSAVE_SECONDS),
                e -> log.error(Messages.bind(Messages.Autosave_failed, e.getMessage()), e));
    }

    private static void inBackground(Runnable work) {
        Job.createSystem(Messages.Preload_job, (ICoreRunnable) monitor -> work.run()).schedule();
    }

    /** Whoever reports that the desktop is slow has the reason in the error log. */
    private static void tellBlock(Block block) {
        Throwable stack = new Throwable(block.place());
        stack.setStackTrace(block.stack().toArray(StackTraceElement[]::new));
        ILog.of(Desktop.class).warn(Messages.bind(Messages.Watch_slow, block.duration().toMillis(), block.place()), stack);
    }

    /** What a new scenario is asked with; reads all presets, which takes a moment. Thread-safe. */
    public NewScenarioPresenter newScenario() {
        return new NewScenarioPresenter(app.presets(), app.composeScenario(), estimates, titles);
    }

    /** Written at once: a crash must not forget what was opened. */
    private static void keep(IEclipsePreferences preferences, String key, String value) {
        preferences.put(key, value);
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            ILog.of(Desktop.class).warn(e.getMessage(), e);
        }
    }
}
