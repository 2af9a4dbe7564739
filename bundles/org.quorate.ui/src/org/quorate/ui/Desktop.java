// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
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
import org.quorate.app.ApplyExport;
import org.quorate.app.QuorateApp;
import org.quorate.app.results.KeptStudies;
import org.quorate.app.results.ResultStore;
import org.quorate.report.FleetObservationReport;
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
import org.quorate.ui.nodes.Applies;
import org.quorate.ui.nodes.Inventories;
import org.quorate.ui.nodes.NodeRuns;
import org.quorate.ui.nodes.Observations;
import org.quorate.ui.nodes.ReachMemory;
import org.quorate.ui.nodes.StoredReach;
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
 * @param app       the use cases
 * @param files     scenarios while they are edited
 * @param work      what is done with them
 * @param nodes     real ones
 * @param views     what all that is seen has in common
 * @param watch     tells how long the user interface did not answer
 */
public record Desktop(IWorkbench workbench, QuorateApp app, Files files, Work work, Nodes nodes, Views views, UiWatch watch) {

    /**
     * Scenarios while they are edited.
     *
     * @param store        of their files
     * @param recent       files
     * @param sampleTitles what the samples are called
     * @param editors      opens scenarios
     * @param autosaves    keep what is edited recoverable
     * @param recoveries   of what a crash has left
     */
    public record Files(DocumentStore store, RecentFiles recent, SampleTitles sampleTitles, ScenarioEditors editors, Autosaves autosaves,
            Recoveries recoveries) {
    }

    /**
     * What is done with scenarios.
     *
     * @param studies       that can be started
     * @param runs          starts them
     * @param reports       what they have in common
     * @param results       that were kept
     * @param advice        on scenarios that were simulated
     * @param formerFolders where scripts were exported to
     */
    public record Work(Studies studies, StudyRuns runs, Reports reports, ResultStore results, KnownAdvice advice, FormerFolders formerFolders) {
    }

    /**
     * What is done with real nodes.
     *
     * @param runs        work on them
     * @param inventories that were taken of them
     * @param applies     of steps on them
     * @param observations of running clusters
     * @param reach       remembers how they are reached
     */
    public record Nodes(NodeRuns runs, Inventories inventories, Applies applies, Observations observations, ReachMemory reach) {
    }

    /**
     * What all that is seen has in common.
     *
     * @param titles   of fields
     * @param icons    of this bundle
     * @param help     its pages
     * @param theme    light or dark
     * @param settings that the user has chosen
     * @param language of the next start
     * @param tools    of all tables and charts
     */
    public record Views(FieldTitles titles, Icons icons, HelpPages help, Theme theme, Settings settings, Language language, ViewTools tools) {
    }

    private static final String RECENT_FILES = "recentFiles";
    /** Finished points of studies, in the state of this bundle. */
    private static final String POINTS = "points";
    /** What is edited and not saved. */
    private static final String RECOVERY = "recovery";
    /** How columns of tables are arranged, below the preferences of this bundle. */
    private static final String TABLES = "tables";
    /** How the nodes of scenarios are reached, below the preferences of this bundle. */
    private static final String NODES = "nodes";
    /** Results of studies. */
    private static final String RESULTS = "results";

    /** Puts everything together. */
    public static Desktop create(IWorkbench workbench) {
        Bundle bundle = FrameworkUtil.getBundle(Desktop.class);
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(Ids.BUNDLE);
        Settings settings = new Settings(preferences);
        QuorateApp app = new QuorateApp(settings.parallelRuns());
        Views views = views(workbench, bundle, preferences, settings);
        Work work = work(app, bundle, preferences, views);
        return new Desktop(workbench, app, files(app, bundle, preferences, settings), work, nodes(app, preferences, work.reports()), views,
                new UiWatch(Desktop::tellBlock));
    }

    private static Files files(QuorateApp app, Bundle bundle, IEclipsePreferences preferences, Settings settings) {
        RecentFiles recent = new RecentFiles(preferences.get(RECENT_FILES, ""), () -> settings.get(NumberSetting.RECENT_FILES),
                files -> keep(preferences, RECENT_FILES, files));
        DocumentStore store = new DocumentStore();
        Autosaves autosaves = autosaves(bundle, settings);
        return new Files(store, recent, new SampleTitles(app.samples(), Desktop::inBackground), new ScenarioEditors(recent, app.samples()),
                autosaves, new Recoveries(autosaves.store(), store, ILog.of(bundle)::warn));
    }

    private static Work work(QuorateApp app, Bundle bundle, IEclipsePreferences preferences, Views views) {
        Reports reports = new Reports(Clock.systemDefaultZone());
        KnownAdvice advice = new KnownAdvice();
        Path points = Path.of(Platform.getStateLocation(bundle).append(POINTS).toOSString());
        ResultStore results = new ResultStore(shared(bundle).resolve(RESULTS), () -> views.settings().get(NumberSetting.KEPT_RESULTS));
        ResultKeeper keeper = new ResultKeeper(results, Clock.systemUTC(), app.version().text(), app::build,
                e -> ILog.of(Desktop.class).error(Messages.bind(ResultsMessages.Results_not_kept, e.getMessage()), e));
        return new Work(new Studies(new StudyTools(app, reports, views.titles(), Optional.of(points)), advice,
                new KeptStudies(results, app::build)), new StudyRuns(keeper::keep),
                reports, results, advice,
                new FormerFolders(key -> preferences.get(key, ""), (key, folder) -> keep(preferences, key, folder)));
    }

    private static Nodes nodes(QuorateApp app, IEclipsePreferences preferences, Reports reports) {
        NodeRuns runs = new NodeRuns();
        ApplyExport apply = app.applyExport();
        return new Nodes(runs, new Inventories(app.inventoryNodes(), runs, Clock.systemUTC()),
                new Applies(app.exportScripts(), apply::run, apply.auditFolder(), runs),
                new Observations(app.observeNodes(), runs, seen -> FleetObservationReport.document(seen.series(), seen.observation(),
                        reports.context(List.of()))), new StoredReach(preferences.node(NODES)));
    }

    private static Views views(IWorkbench workbench, Bundle bundle, IEclipsePreferences preferences, Settings settings) {
        Icons icons = new Icons(bundle, JFaceResources.getImageRegistry());
        return new Views(new FieldTitles(Locale.getDefault()), icons, new HelpPages(bundle), new Theme(workbench), settings,
                new Language(new File(Platform.getConfigurationLocation().getURL().getPath()).toPath()),
                new ViewTools(new StoredColumns(preferences.node(TABLES)), new Exports(preferences), icons));
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
        return new NewScenarioPresenter(app.presets(), app.composeScenario(), app.estimateScenario(), views.titles());
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
