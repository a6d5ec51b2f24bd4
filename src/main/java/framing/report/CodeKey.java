package framing.report;

import framing.codebook.Facet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A code as a page shows it.
 *
 * @param id its name in files
 * @param name its name for people
 * @param colour its place in the palette
 */
public record CodeKey(String id, String name, int colour) {
    /** A sentence that was given no code. */
    static final CodeKey NONE = new CodeKey("", "no code", 0);

    /** The number of colours that can be told apart; every code has its name beside it as well. */
    private static final int COLOURS = 8;

    /** The codes of a facet, with the names of the codebook where there is one. */
    static List<CodeKey> of(ScoredFacet facet, Optional<Facet> meaning) {
        List<String> codes = facet.codes();
        return IntStream.range(0, codes.size())
                .mapToObj(i -> new CodeKey(codes.get(i), name(codes.get(i), meaning), i % COLOURS))
                .toList();
    }

    /** The name of the code with this id in whichever facet has it. */
    static String nameOf(String id, List<FacetSection> sections) {
        return sections.stream()
                .flatMap(section -> section.codes().stream())
                .filter(key -> key.id().equals(id))
                .map(CodeKey::name)
                .findFirst()
                .orElseGet(() -> ScoredFacet.words(id));
    }

    private static String name(String code, Optional<Facet> meaning) {
        return meaning.filter(facet -> facet.indexOf(code) >= 0)
                .map(facet -> facet.labels().get(facet.indexOf(code)).name())
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> ScoredFacet.words(code));
    }
}
