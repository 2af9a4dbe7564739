// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import org.quorate.app.UnusableHostException;
import org.quorate.cli.text.Plain;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IFactory;

/** The command line: finds the command, runs it, and turns what goes wrong into a message and an exit code. */
final class QuorateCommandLine {

    private final Console console;

    QuorateCommandLine(Console console) {
        this.console = console;
    }

    /** Runs one command line and returns its exit code. */
    int run(String... arguments) {
        PrintWriter out = new PrintWriter(console.out(), false);
        PrintWriter err = new PrintWriter(console.err(), true);
        CommandLine line = new CommandLine(RootCommand.class, new Commands(console))
                .setOut(out).setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        console.outTerminal() && !console.noColor() ? Ansi.ON : Ansi.OFF))
                .setExecutionExceptionHandler((exception, command, parsed) -> failed(exception, command));
        line.setParameterExceptionHandler(plain(line.getParameterExceptionHandler()));
        int code = line.execute(arguments);
        out.flush();
        // A stream never throws: a full disk or a reader that has gone would else look like success.
        if (console.out().checkError() && code == ExitCode.OK) {
            console.err().println("quorate: cannot write to standard output");
            return ExitCode.FAILURE;
        }
        console.err().flush();
        return code;
    }

    /** Messages name what was given, which a script may have from anywhere. */
    private static CommandLine.IParameterExceptionHandler plain(CommandLine.IParameterExceptionHandler usual) {
        return (exception, arguments) -> {
            String message = exception.getMessage();
            String plain = message == null ? null : Plain.lines(message);
            return usual.handleParseException(plain == null || plain.equals(message) ? exception
                    : new CommandLine.ParameterException(exception.getCommandLine(), plain), arguments);
        };
    }

    private int failed(Exception exception, CommandLine command) throws Exception {
        if (exception instanceof CancellationException) {
            console.err().println("quorate: interrupted");
            return ExitCode.INTERRUPTED;
        }
        if (exception instanceof CommandFailure failure) {
            console.err().println("quorate: " + failure.getMessage());
            return failure.exitCode();
        }
        if (exception instanceof UnusableHostException) {
            return command.getParameterExceptionHandler().handleParseException(new CommandLine.ParameterException(command, exception.getMessage()), new String[0]);
        }
        console.err().println("quorate: " + Messages.of(exception));
        if (command.getParseResult().hasMatchedOption("--verbose")) {
            exception.printStackTrace(console.err());
        }
        return ExitCode.FAILURE;
    }

    /** Makes the commands; each gets what it asks for in its constructor. */
    private record Commands(Console console) implements IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                return type.getDeclaredConstructor(Console.class).newInstance(console);
            } catch (NoSuchMethodException e) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }
}
