// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import java.util.Map;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;

/**
 * A command to be run by a link or a button, so that it does the same as its menu entry.
 *
 * @param id         of the command
 * @param parameters their values by id
 */
public record CommandCall(String id, Map<String, String> parameters) {

    public CommandCall {
        parameters = Map.copyOf(parameters);
    }

    public static CommandCall of(String id) {
        return new CommandCall(id, Map.of());
    }

    public static CommandCall of(String id, String parameter, String value) {
        return new CommandCall(id, Map.of(parameter, value));
    }

    /** Runs it, unless it is disabled just now. */
    public void run(IServiceLocator services) {
        var command = services.getService(ICommandService.class).getCommand(id);
        try {
            services.getService(IHandlerService.class)
                    .executeCommand(ParameterizedCommand.generateCommand(command, parameters), null);
        } catch (NotEnabledException e) {
            ILog.of(CommandCall.class).info(id + " is not available now", e);
        } catch (ExecutionException | NotDefinedException | NotHandledException e) {
            ILog.of(CommandCall.class).error(e.getMessage(), e);
        }
    }
}
