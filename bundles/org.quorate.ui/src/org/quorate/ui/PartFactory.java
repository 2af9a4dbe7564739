// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.IExecutableExtensionFactory;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.PlatformUI;
import org.quorate.app.Version;
import org.quorate.ui.advice.AdvicePart;
import org.quorate.ui.advice.AdvicePresenter;
import org.quorate.ui.diagnostics.Diagnostic;
import org.quorate.ui.diagnostics.DiagnosticsArchive;
import org.quorate.ui.diagnostics.DiagnosticsCollector;
import org.quorate.ui.diagnostics.PlatformSources;
import org.quorate.ui.editor.ScenarioEditor;
import org.quorate.ui.editor.TemplateEditor;
import org.quorate.ui.editor.TemplateEditors;
import org.quorate.ui.handlers.ApplyHandler;
import org.quorate.ui.handlers.CancelHandler;
import org.quorate.ui.handlers.DarkThemeHandler;
import org.quorate.ui.handlers.EditStepHandler;
import org.quorate.ui.handlers.ImportHandler;
import org.quorate.ui.handlers.MeasureHandler;
import org.quorate.ui.handlers.NewScenarioHandler;
import org.quorate.ui.handlers.ObserveHandler;
import org.quorate.ui.handlers.OpenHandler;
import org.quorate.ui.handlers.OpenRecentHandler;
import org.quorate.ui.handlers.OpenSampleHandler;
import org.quorate.ui.handlers.RecoverHandler;
import org.quorate.ui.handlers.ReportTemplateHandler;
import org.quorate.ui.handlers.SaveDiagnosticsHandler;
import org.quorate.ui.handlers.SizingReportHandler;
import org.quorate.ui.handlers.StudyHandler;
import org.quorate.ui.handlers.TakeInventoryHandler;
import org.quorate.ui.handlers.WriteReportHandler;
import org.quorate.ui.help.GuideView;
import org.quorate.ui.help.HelpView;
import org.quorate.ui.nodes.ApplyPart;
import org.quorate.ui.nodes.ApplyPresenter;
import org.quorate.ui.nodes.ApplyStart;
import org.quorate.ui.nodes.NodesPart;
import org.quorate.ui.nodes.NodesPresenter;
import org.quorate.ui.nodes.ObservePart;
import org.quorate.ui.nodes.ObservePresenter;
import org.quorate.ui.problems.ProblemsPart;
import org.quorate.ui.recovery.RecoveryPages;
import org.quorate.ui.recovery.RecoveryPart;
import org.quorate.ui.results.ResultsPart;
import org.quorate.ui.results.ResultsPresenter;
import org.quorate.ui.runs.ResultPart;
import org.quorate.ui.scripts.ScriptsPart;
import org.quorate.ui.settings.SettingsPage;
import org.quorate.ui.watch.Block;
import org.quorate.ui.welcome.WelcomePart;
import org.quorate.ui.workbench.RecentMenu;
import org.quorate.ui.workbench.SamplesMenu;

/**
 * Builds what {@code plugin.xml} names, with what it needs handed to its constructor. An extension says
 * {@code class="org.quorate.ui.PartFactory:welcome"}.
 */
public final class PartFactory implements IExecutableExtensionFactory, IExecutableExtension {

    private static final Map<String, Function<Desktop, Object>> PARTS = Map.ofEntries(
            entry("scenarioEditor", desktop -> new ScenarioEditor(desktop.files().store(), desktop.files().recent(),
                    desktop.views().titles(), desktop.views().icons(), desktop.views().theme(), desktop.app().estimateScenario(),
                    desktop.files().autosaves())),
            entry("welcome", desktop -> new WelcomePart(desktop.app().samples(), desktop.files().sampleTitles(), desktop.files().recent())),
            entry("result", desktop -> new ResultPart(desktop.work().reports(), desktop.views().tools(),
                    desktop.files().editors()::openNew)),
            entry("advice", desktop -> new AdvicePart(new AdvicePresenter(desktop.app().adviseScenario(), desktop.work().advice()),
                    desktop.work().advice(), desktop.views().tools())),
            entry("problems", desktop -> new ProblemsPart(desktop.views().tools())),
            entry("results", desktop -> new ResultsPart(desktop.work().results(), new ResultsPresenter(desktop.work().results(),
                    desktop.work().studies(), desktop.work().reports()), desktop.work().runs(), desktop.files().editors(), desktop.work().reports(),
                    desktop.views().tools())),
            entry("help", desktop -> new HelpView(desktop.views().help(), desktop.views().theme())),
            entry("guide", desktop -> new GuideView()),
            entry("samplesMenu", desktop -> new SamplesMenu(desktop.app().samples())),
            entry("recentMenu", desktop -> new RecentMenu(desktop.files().recent())),
            entry("open", desktop -> new OpenHandler(desktop.files().editors())),
            entry("openSample", desktop -> new OpenSampleHandler(desktop.files().editors())),
            entry("openRecent", desktop -> new OpenRecentHandler(desktop.files().editors())),
            entry("recovery", desktop -> new RecoveryPart(desktop.files().autosaves(), desktop.files().recoveries(),
                    desktop.files().editors(), desktop.views().theme(), desktop.views().tools())),
            entry("recover", desktop -> new RecoverHandler(new RecoveryPages(desktop.files().autosaves(), desktop.files().recoveries()))),
            entry("newScenario", desktop -> new NewScenarioHandler(desktop.files().editors(), desktop::newScenario)),
            entry("undo", desktop -> new EditStepHandler(desktop.workbench(), true)),
            entry("redo", desktop -> new EditStepHandler(desktop.workbench(), false)),
            entry("study", desktop -> new StudyHandler(desktop.work().studies(), desktop.work().runs())),
            entry("writeReport", desktop -> WriteReportHandler.ofReport(desktop.work().reports())),
            entry("exportData", desktop -> WriteReportHandler.ofData()),
            entry("sizingReport", desktop -> new SizingReportHandler(desktop.work().studies(), desktop.work().runs(),
                    new TemplateEditors(desktop.app().readTemplate()))),
            entry("reportTemplate", desktop -> new ReportTemplateHandler(new TemplateEditors(desktop.app().readTemplate()))),
            entry("templateEditor", desktop -> new TemplateEditor(desktop.files().store(), desktop.app().readTemplate(),
                    desktop.views().theme(), desktop.views().tools())),
            entry("import", desktop -> new ImportHandler(desktop.work().studies(), desktop.work().runs())),
            entry("nodes", desktop -> new NodesPart(desktop.nodes().inventories(), new NodesPresenter(desktop.app().inventoryNodes(),
                    desktop.app().adviseScenario()), desktop.views().tools())),
            entry("takeInventory", desktop -> new TakeInventoryHandler(desktop.nodes().inventories(), desktop.nodes().reach())),
            entry("applyView", desktop -> new ApplyPart(desktop.nodes().applies(), desktop.nodes().inventories(), new ApplyPresenter(desktop.nodes().applies()),
                    new ApplyStart(desktop.nodes().applies(), desktop.nodes().reach()), desktop.views().tools())),
            entry("apply", desktop -> new ApplyHandler(desktop.nodes().applies())),
            entry("measure", desktop -> new MeasureHandler(desktop.app().measureNodes(), desktop.nodes().runs(), desktop.nodes().reach(),
                    desktop.views().tools())),
            entry("observeView", desktop -> new ObservePart(desktop.nodes().observations(), new ObservePresenter(desktop.nodes().observations(),
                    desktop.work().reports()), desktop.work().reports(), desktop.views().tools())),
            entry("observeNodes", desktop -> new ObserveHandler(desktop.nodes().observations(), desktop.nodes().reach())),
            entry("cancel", desktop -> new CancelHandler(desktop.work().runs(), desktop.nodes().runs(), desktop.nodes().applies())),
            entry("scripts", desktop -> new ScriptsPart(desktop.app().exportScripts(), desktop.work().formerFolders(),
                    desktop.views().theme(), desktop.views().tools())),
            entry("saveDiagnostics", desktop -> new SaveDiagnosticsHandler(
                    new DiagnosticsCollector(() -> PlatformSources.of(Version.ofBuild().text(), () -> blocks(desktop))),
                    new DiagnosticsArchive(Clock.systemDefaultZone()))),
            entry("settings", desktop -> new SettingsPage(desktop.views().settings(), desktop.views().language(), desktop.views().theme())),
            entry("darkTheme", desktop -> new DarkThemeHandler(desktop.views().theme())));

    /** What held the user interface up in this session, the longest first. */
    private static List<Diagnostic> blocks(Desktop desktop) {
        return List.of(new Diagnostic("blocks.txt", desktop.watch().blocks().stream().map(Block::text).collect(Collectors.joining())));
    }

    private static Map.Entry<String, Function<Desktop, Object>> entry(String name, Function<Desktop, Object> part) {
        return Map.entry(name, part);
    }

    private IConfigurationElement config;
    private String property;
    private String name = "";

    @Override
    public void setInitializationData(IConfigurationElement element, String attribute, Object data) {
        config = element;
        property = attribute;
        name = String.valueOf(data);
    }

    @Override
    public Object create() throws CoreException {
        Function<Desktop, Object> part = PARTS.get(name);
        if (part == null) {
            throw new CoreException(Status.error("plugin.xml names an unknown part: " + name));
        }
        Object made = part.apply(PlatformUI.getWorkbench().getService(Desktop.class));
        if (made instanceof IExecutableExtension extension) {
            // From here a part has its name and its icon.
            extension.setInitializationData(config, property, null);
        }
        return made;
    }
}
