package framing.cli;

import framing.UserFacingException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns failures into words and exit codes: 1 for the program's fault, 2 for the request's or the input's. */
final class FailureHandler implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final int OUR_FAULT = 1;
    private static final int REQUEST_AT_FAULT = 2;
    /** Every row of the input was rejected. */
    static final int TOO_MANY_REJECTED = 3;

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parseResult) {
        PrintWriter err = commandLine.getErr();
        if (failure instanceof UserFacingException told) {
            err.println("framing: " + told.getMessage());
            err.println("  " + told.remedy());
            return REQUEST_AT_FAULT;
        }
        err.println("framing: this should not have happened: " + failure);
        err.println("  Please report it with the command and the lines below.");
        failure.printStackTrace(err);
        return OUR_FAULT;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine commandLine = failure.getCommandLine();
        PrintWriter err = commandLine.getErr();
        err.println("framing: " + failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("  See " + commandLine.getCommandSpec().qualifiedName() + " --help.");
        return REQUEST_AT_FAULT;
    }
}
