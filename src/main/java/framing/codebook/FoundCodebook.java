package framing.codebook;

import framing.UserFacingException;
import framing.corpus.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What tables of annotations that come without a codebook say about their facets. */
final class FoundCodebook {
    private final List<TableRow> rows;

    FoundCodebook(List<TableRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * A codebook of the labels found, in alphabetical order so that it does not depend on the order of rows. A facet is
     * asked per target when every row that has a code for it names one.
     */
    Codebook of(List<String> facetNames) {
        List<Facet> facets = new ArrayList<>();
        for (String name : facetNames) {
            Facet.Per per = coded(name, false) == 0 ? Facet.Per.TARGET : Facet.Per.SENTENCE;
            facets.add(new Facet(name, "", labels(name), List.of(), per, null));
        }
        return new Codebook(String.join("-", facetNames), null, null, null, facets);
    }

    /** Those of the facets whose coded rows name a target here and none there. */
    List<MixedFacet> mixed(List<String> facetNames) {
        return facetNames.stream()
                .map(name -> new MixedFacet(name, coded(name, true), coded(name, false)))
                .filter(facet -> facet.withTarget() > 0 && facet.withoutTarget() > 0)
                .toList();
    }

    private long coded(String facet, boolean withTarget) {
        return rows.stream()
                .filter(row -> row.get(facet) != null && TargetInText.isNamed(row) == withTarget)
                .count();
    }

    private List<Label> labels(String facet) {
        Set<String> ids = new TreeSet<>();
        rows.stream().map(row -> row.get(facet)).filter(Objects::nonNull).forEach(id -> ids.add(id.strip()));
        if (ids.size() < 2) {
            throw new UserFacingException(
                    "Column " + facet + " holds "
                            + (ids.isEmpty()
                                    ? "no code"
                                    : "only the code \"" + ids.iterator().next() + "\"")
                            + ", and a classifier needs at least two.",
                    "Check that --facet names the column of codes, and that the file holds rows of every code.");
        }
        return ids.stream().map(Label::named).toList();
    }
}
