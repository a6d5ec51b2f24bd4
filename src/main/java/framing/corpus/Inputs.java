package framing.corpus;

import framing.UserFacingException;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

/** Finds the files of the input: those named, in folders and archives, and those that a pattern matches. */
final class Inputs {
    private static final String PATTERN_SIGNS = "*?[{";

    private Inputs() {}

    /**
     * The files of the inputs, those of a folder in the order of their names whatever the system's own order.
     *
     * @param inputs paths of files, folders and ZIP archives, and patterns such as {@code corpus/**}{@code /*.csv}
     * @throws UserFacingException when one is missing, is of no kind that is read, or has nothing to read
     */
    static List<Input> in(List<String> inputs) {
        List<Input> files = new ArrayList<>();
        for (String input : inputs) {
            files.addAll(of(input));
        }
        return List.copyOf(files);
    }

    private static List<Input> of(String input) {
        boolean there = exists(input);
        if (!there && input.chars().anyMatch(c -> PATTERN_SIGNS.indexOf(c) >= 0)) {
            return matching(input);
        }
        if (!there) {
            throw InputFile.missing(input);
        }
        Path path = Path.of(input);
        if (Files.isDirectory(path)) {
            return required(found(path, name -> true), "in " + input);
        }
        try {
            return ZipArchive.isNamed(input)
                    ? required(ZipArchive.members(path, ""), "in " + input)
                    : List.of(InputFile.of(path));
        } catch (DamagedInputException e) {
            throw e.asRefusal();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** Whether the input is a path; a pattern may be none at all where a star cannot stand in one. */
    private static boolean exists(String input) {
        try {
            return Files.exists(Path.of(input));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static List<Input> required(List<Input> files, String where) {
        if (files.isEmpty()) {
            throw new UserFacingException("No article files " + where + ".", CorpusFormat.remedy());
        }
        return files;
    }

    /** The files that a pattern matches. Two stars stand for any folders, none included. */
    private static List<Input> matching(String pattern) {
        String slashed = File.separatorChar == '\\' ? pattern.replace('\\', '/') : pattern;
        int sign = 0;
        while (PATTERN_SIGNS.indexOf(slashed.charAt(sign)) < 0) {
            sign++;
        }
        int start = slashed.lastIndexOf('/', sign) + 1;
        Path folder = Path.of(slashed.substring(0, start));
        if (!Files.isDirectory(folder)) {
            throw InputFile.missing(folder.toString());
        }
        PathMatcher matcher;
        try {
            matcher = FileSystems.getDefault()
                    .getPathMatcher("glob:" + slashed.substring(start).replace("**/", "{**/,}"));
        } catch (PatternSyntaxException e) {
            throw new UserFacingException(
                    "The pattern " + pattern + " cannot be read: " + e.getDescription() + ".",
                    "Write it like \"corpus/**/*.csv\", in quotes.",
                    e);
        }
        return required(found(folder, name -> matcher.matches(Path.of(name))), "match " + pattern);
    }

    /** The readable files of a folder and the folders in it whose path within it is wanted. */
    private static List<Input> found(Path folder, Predicate<String> wanted) {
        Walk walk = new Walk(folder);
        List<Input> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
            walk.found.sort(Comparator.comparing(Found::name));
            for (Found file : walk.found) {
                if (wanted.test(file.name)) {
                    files.addAll(file.inputs());
                }
            }
            return files;
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static UserFacingException unreadable(Path path, IOException e) {
        return new UserFacingException(
                path + " cannot be read: " + e.getMessage() + ".", "Check that you may read it.", e);
    }

    private record Found(Path path, String name) {
        /** The file, the files in it, or nothing where it is of another kind. */
        List<Input> inputs() throws IOException {
            if (!ZipArchive.isNamed(name)) {
                return CorpusFormat.of(name)
                        .map(format -> List.<Input>of(new InputFile(path, "", name, format, true)))
                        .orElse(List.of());
            }
            try {
                return ZipArchive.members(path, name + "/");
            } catch (DamagedInputException e) {
                return List.of(new UnreadableInput(path, path.toString(), e.reason()));
            }
        }
    }

    /** Hidden files and folders are passed over: they hold copies and resource forks, not articles. */
    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final List<Found> found = new ArrayList<>();

        Walk(Path folder) {
            this.folder = folder;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean hidden = !directory.equals(folder) && isHidden(directory);
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !isHidden(file)) {
                found.add(new Found(file, folder.relativize(file).toString().replace('\\', '/')));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof FileSystemLoopException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        private static boolean isHidden(Path path) {
            return path.getFileName().toString().startsWith(".");
        }
    }
}
