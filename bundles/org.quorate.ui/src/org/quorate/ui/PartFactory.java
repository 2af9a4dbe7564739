// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import java.util.Map;
import java.util.function.Function;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.IExecutableExtensionFactory;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.PlatformUI;
import org.quorate.ui.editor.ScenarioEditor;
import org.quorate.ui.handlers.DarkThemeHandler;
import org.quorate.ui.handlers.OpenHandler;
import org.quorate.ui.handlers.OpenRecentHandler;
import org.quorate.ui.handlers.OpenSampleHandler;
import org.quorate.ui.handlers.ShowHelpHandler;
import org.quorate.ui.handlers.ShowWelcomeHandler;
import org.quorate.ui.help.HelpView;
import org.quorate.ui.welcome.WelcomePart;

/**
 * Builds what {@code plugin.xml} names, with what it needs handed to its constructor. An extension says
 * {@code class="org.quorate.ui.PartFactory:welcome"}.
 */
public final class PartFactory implements IExecutableExtensionFactory, IExecutableExtension {

    private static final Map<String, Function<Desktop, Object>> PARTS = Map.ofEntries();

    private String name = "";

    @Override
    public void setInitializationData(IConfigurationElement config, String property, Object data) {
        name = String.valueOf(data);
    }

    @Override
    public Object create() throws CoreException {
        Function<Desktop, Object> part = PARTS.get(name);
        if (part == null) {
            throw new CoreException(Status.error("plugin.xml names an unknown part: " + name));
        }
        return part.apply(PlatformUI.getWorkbench().getService(Desktop.class));
    }
}
