package framing.corpus;

import framing.UserFacingException;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/**
 * One file of the input.
 *
 * @param path where it is
 * @param name what it is called in ids: its path within the folder that was given, with slashes, or its file name
 * @param format how to read it
 * @param fromFolder whether it was found in a folder rather than named itself
 */
record InputFile(Path path, String name, CorpusFormat format, boolean fromFolder) {

    /** The files of the inputs, those of a folder in the order of their names whatever the system's own order. */
    static List<InputFile> in(List<Path> inputs) {
        List<InputFile> files = new ArrayList<>();
        for (Path input : inputs) {
            if (Files.isDirectory(input)) {
                files.addAll(ofFolder(input));
            } else if (Files.exists(input)) {
                files.add(named(input));
            } else {
                throw new UserFacingException(input + " does not exist.", "Check the path for a typing mistake.");
            }
        }
        return List.copyOf(files);
    }

    private static InputFile named(Path file) {
        CorpusFormat format = CorpusFormat.of(file)
                .orElseThrow(() -> new UserFacingException(
                        "The name of " + file + " does not tell what kind of file it is.", CorpusFormat.remedy()));
        return new InputFile(file, String.valueOf(file.getFileName()), format, false);
    }

    private static List<InputFile> ofFolder(Path folder) {
        Walk walk = new Walk(folder);
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        } catch (IOException e) {
            throw new UserFacingException(
                    folder + " cannot be read: " + e.getMessage() + ".", "Check that you may read the folder.", e);
        }
        if (walk.found.isEmpty()) {
            throw new UserFacingException("No article files in " + folder + ".", CorpusFormat.remedy());
        }
        walk.found.sort(Comparator.comparing(InputFile::name));
        return walk.found;
    }

    /** Hidden files and folders are passed over: they hold copies and resource forks, not articles. */
    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final List<InputFile> found = new ArrayList<>();

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
                String name = folder.relativize(file).toString().replace('\\', '/');
                CorpusFormat.of(file).ifPresent(format -> found.add(new InputFile(file, name, format, true)));
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
