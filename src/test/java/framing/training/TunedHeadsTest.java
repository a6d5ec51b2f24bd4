package framing.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import framing.classifier.Head;
import framing.classifier.Neighbours;
import framing.codebook.Facet;
import framing.codebook.Label;
import framing.encoder.OnnxSentenceEncoder;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TunedHeadsTest {
    private static final List<Facet> FACETS = List.of(facet("voice", 3), facet("loaded", 2));
    private static final int[][] LABELS = {{0, 2, -1}, {1, -1, -1}};

    private static Facet facet(String name, int labels) {
        return new Facet(
                name,
                "",
                IntStream.range(0, labels).mapToObj(i -> Label.named("c" + i)).toList(),
                List.of());
    }

    private static TunedHeads heads() {
        return new TunedHeads(FACETS, List.of(new float[] {1, 2, 0.5f}, new float[] {1, 1.5f}), 3);
    }

    private static float[][] sentences() {
        Random random = new Random(5);
        float[][] pooled = new float[3][OnnxSentenceEncoder.LAYER_WIDTH];
        for (float[] row : pooled) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        return pooled;
    }

    @Test
    void gradients_agree_with_finite_differences() {
        TunedHeads heads = heads();
        float[][] pooled = sentences();
        TunedHeads.Backward backward = heads.backward(pooled, LABELS);
        float[] dw = heads.gradients().get("voice.weight");
        float step = 1e-2f;

        float[] w = heads.weights().get("voice.weight");
        for (int i : new int[] {0, 1, 2, 500, 1151}) {
            w[i] += step;
            heads.weights().set("voice.weight", w);
            double up = heads.backward(pooled, LABELS).loss();
            w[i] -= 2 * step;
            heads.weights().set("voice.weight", w);
            double down = heads.backward(pooled, LABELS).loss();
            w[i] += step;
            heads.weights().set("voice.weight", w);
            assertThat((up - down) / (2 * step)).isCloseTo(dw[i], within(1e-3));
        }
        pooled[0][7] += step;
        double up = heads.backward(pooled, LABELS).loss();
        pooled[0][7] -= 2 * step;
        double down = heads.backward(pooled, LABELS).loss();
        assertThat((up - down) / (2 * step)).isCloseTo(backward.dPooled()[0][7], within(1e-3));
    }

    @Test
    void a_sentence_that_was_not_coded_moves_nothing() {
        assertThat(heads().backward(sentences(), LABELS).dPooled()[2]).containsOnly(0f);
    }

    @Test
    void a_batch_without_codes_has_no_loss() {
        TunedHeads.Backward backward = heads().backward(sentences(), new int[][] {{-1, -1, -1}, {-1, -1, -1}});
        assertThat(backward.loss()).isZero();
    }

    @Test
    void a_facet_per_target_sees_the_sentence_and_the_target() {
        Facet stance = new Facet(
                "stance", "", List.of(Label.named("for"), Label.named("against")), List.of(), Facet.Per.TARGET, null);
        TunedHeads heads =
                new TunedHeads(List.of(FACETS.get(1), stance), List.of(new float[] {1, 1}, new float[] {1, 1}), 3);
        float[][] units = sentences();
        units[1] = Neighbours.targetFeatures(units[1], units[2]);

        TunedHeads.Backward backward = heads.backward(units, new int[][] {{0, -1, 1}, {-1, 1, -1}});

        assertThat(backward.dPooled()[0]).hasSize(384);
        assertThat(backward.dPooled()[1]).hasSize(768);
        assertThat(heads.heads()).extracting(Head::features).containsExactly(384, 768);
        float step = 1e-2f;
        units[1][500] += step;
        double up = heads.backward(units, new int[][] {{0, -1, 1}, {-1, 1, -1}}).loss();
        units[1][500] -= 2 * step;
        double down =
                heads.backward(units, new int[][] {{0, -1, 1}, {-1, 1, -1}}).loss();
        assertThat((up - down) / (2 * step)).isCloseTo(backward.dPooled()[1][500], within(1e-3));
    }
}
