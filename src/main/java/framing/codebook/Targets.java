package framing.codebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import framing.UserFacingException;
import framing.corpus.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The targets that a study asks about, as kept in a {@code targets.yaml}, and where a sentence mentions them. Threads may
 * share one.
 *
 * <p>An alias is found as whole words, with or without the ending of a plural or a genitive. One in capitals throughout
 * (US, UN) is found only as written, any other in any case; an apostrophe in one stands for straight and curly ones.
 */
public final class Targets {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String BEFORE = "(?<![\\p{L}\\p{N}_-])";
    private static final String AFTER = "(?:e?s)?(?![\\p{L}\\p{N}_-])";

    private final List<Target> targets;
    /** Target by alias, those not in capitals throughout in small letters. */
    private final Map<String, Target> byAlias = new HashMap<>();

    private final List<Pattern> aliases = new ArrayList<>();
    private final Map<Target, Pattern> patterns = new LinkedHashMap<>();

    /**
     * These targets.
     *
     * @throws IllegalArgumentException when two share an id or an alias, or there is none
     */
    public Targets(List<Target> targets) {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("there is no target");
        }
        this.targets = List.copyOf(targets);
        Set<String> ids = new HashSet<>();
        for (Target target : targets) {
            if (!ids.add(target.id())) {
                throw new IllegalArgumentException("two targets have the id \"" + target.id() + "\"");
            }
            target.aliases().forEach(alias -> add(alias, target));
            if (!target.pattern().isEmpty()) {
                patterns.put(target, Pattern.compile(target.pattern()));
            }
        }
        addPattern(true, 0);
        addPattern(false, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private void add(String alias, Target target) {
        Target other = byAlias.put(key(alias), target);
        if (other != null && !other.equals(target)) {
            throw new IllegalArgumentException(
                    "the targets \"" + other.id() + "\" and \"" + target.id() + "\" share the alias \"" + alias + "\"");
        }
    }

    private static boolean isInCapitals(String alias) {
        return alias.equals(alias.toUpperCase(Locale.ROOT));
    }

    private static String key(String alias) {
        String straight = straightened(alias);
        return isInCapitals(straight) ? straight : straight.toLowerCase(Locale.ROOT);
    }

    private static String straightened(String alias) {
        return alias.strip().replace('\u2019', '\'').replaceAll("\\s+", " ");
    }

    /** One pattern for all aliases of a kind, the longest first, so that the longest wins where several begin. */
    private void addPattern(boolean inCapitals, int flags) {
        List<String> longestFirst = byAlias.keySet().stream()
                .filter(alias -> isInCapitals(alias) == inCapitals)
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(alias -> alias))
                .toList();
        if (!longestFirst.isEmpty()) {
            String any = longestFirst.stream().map(Targets::quoted).collect(Collectors.joining("|"));
            aliases.add(Pattern.compile(BEFORE + "(" + any + ")" + AFTER, flags));
        }
    }

    private static String quoted(String alias) {
        return Pattern.quote(alias).replace("'", "\\E['\u2019]\\Q").replace(" ", "\\E\\s+\\Q");
    }

    /**
     * Reads a file of targets.
     *
     * @throws UserFacingException when it cannot be read, or a target cannot be used, with the reason
     */
    public static Targets read(Path file) {
        try {
            return new Targets(
                    YAML.readValue(Files.readString(file), Listing.class).targets());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            Throwable cause = e.getCause() instanceof IllegalArgumentException refused ? refused : e;
            String reason = cause instanceof JsonProcessingException yaml
                    ? yaml.getOriginalMessage() + " (near line "
                            + (yaml.getLocation() == null
                                    ? "?"
                                    : yaml.getLocation().getLineNr()) + ")"
                    : String.valueOf(cause.getMessage());
            throw new UserFacingException(
                    "The targets in " + file + " cannot be used: " + reason + ".",
                    "Compare it with training-data/conflict-news/targets.yaml.",
                    e);
        } catch (IOException e) {
            throw new UserFacingException(
                    "The targets " + file + " cannot be read.",
                    "Check the path and that the file is UTF-8 text; training-data/conflict-news/targets.yaml is one.",
                    e);
        }
    }

    /** The form of the file. */
    private record Listing(@JsonProperty(required = true) List<Target> targets) {}

    /** SHA-256 over all that decides what is found, in hexadecimal. */
    public String sha256() {
        try {
            byte[] all = targets.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The targets, in order. */
    public List<Target> targets() {
        return targets;
    }

    /**
     * Where a sentence mentions targets, each target once, by its first mention, in the order of the text. Where mentions
     * overlap the longest stands.
     */
    public List<Mention> in(String sentence) {
        List<Mention> all = new ArrayList<>();
        for (Pattern pattern : aliases) {
            Matcher matcher = pattern.matcher(sentence);
            while (matcher.find()) {
                String alias = straightened(matcher.group(1));
                Target asWritten = byAlias.get(alias);
                Target target = asWritten != null ? asWritten : byAlias.get(alias.toLowerCase(Locale.ROOT));
                if (target != null) {
                    all.add(new Mention(target, new Span(matcher.start(), matcher.end())));
                }
            }
        }
        patterns.forEach((target, pattern) -> {
            Matcher matcher = pattern.matcher(sentence);
            while (matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    all.add(new Mention(target, new Span(matcher.start(), matcher.end())));
                }
            }
        });
        return firstOfEach(withoutOverlaps(all));
    }

    private static List<Mention> withoutOverlaps(List<Mention> all) {
        all.sort(Comparator.<Mention>comparingInt(
                        m -> m.span().start() - m.span().end())
                .thenComparingInt(m -> m.span().start()));
        List<Mention> kept = new ArrayList<>();
        for (Mention mention : all) {
            if (kept.stream().noneMatch(longer -> overlap(longer.span(), mention.span()))) {
                kept.add(mention);
            }
        }
        kept.sort(Comparator.comparingInt(m -> m.span().start()));
        return kept;
    }

    private static boolean overlap(Span one, Span other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    private static List<Mention> firstOfEach(List<Mention> mentions) {
        Set<String> seen = new HashSet<>();
        return mentions.stream().filter(m -> seen.add(m.target().id())).toList();
    }
}
