package framing.cli;

import framing.UserFacingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
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
        if (inWords(failure) instanceof UserFacingException told) {
            err.println("framing: " + told.getMessage());
            err.println("  " + told.remedy());
            return REQUEST_AT_FAULT;
        }
        err.println("framing: this should not have happened: " + failure);
        err.println("  Please report it with the command and the lines below.");
        failure.printStackTrace(err);
        return OUR_FAULT;
    }

    /** What a disk refuses is nobody's error in the program; Java's own messages are a bare path. */
    private static Exception inWords(Exception failure) {
        Exception cause = failure instanceof UncheckedIOException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof NoSuchFileException missing) {
            return new UserFacingException(
                    "There is no " + missing.getFile() + ".", "Check the name; folders are not made.", cause);
        }
        if (cause instanceof AccessDeniedException denied) {
            return new UserFacingException(
                    denied.getFile() + " may not be read or written.",
                    "Check whose file it is, or choose another.",
                    cause);
        }
        if (cause instanceof FileSystemException || (cause != null && cause.getClass() == IOException.class)) {
            return new UserFacingException(
                    "Reading or writing failed: " + cause.getMessage() + ".",
                    "Check the disk and its free room.",
                    cause);
        }
        return failure;
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
