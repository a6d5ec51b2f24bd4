package framing.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CodebookPropertyTest {
    @Property(tries = 200)
    void any_definition_survives_being_written_and_read(@ForAll String definition) {
        String encodable = new String(definition.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .replaceAll("\\p{C}", "");
        Label label = new Label("a", null, encodable, null, null, null);
        Codebook codebook = new Codebook(
                "c", null, null, null, List.of(new Facet("f", "", List.of(label, Label.named("b")), List.of())));

        assertThat(Codebook.parse(codebook.toYaml(), "again")).isEqualTo(codebook);
    }
}
