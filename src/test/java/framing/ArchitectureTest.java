package framing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

/** The storeys of the design: a package uses those beneath it, never one above or beside. */
@AnalyzeClasses(packages = "framing", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static ArchRule storey(String name, String because, String... beneath) {
        String[] allowed = Stream.concat(
                        Stream.of("framing", "framing." + name + ".."),
                        Arrays.stream(beneath).map(lower -> "framing." + lower + ".."))
                .toArray(String[]::new);
        return classes()
                .that(resideInAPackage("framing." + name + ".."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(not(resideInAPackage("framing.."))))
                .because(because);
    }

    @ArchTest
    static final ArchRule the_root_depends_on_nothing = classes()
            .that(resideInAPackage("framing"))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("framing", "java..", "org.jspecify.."))
            .because("every package uses its two words, so that it may pull in nothing else");

    @ArchTest
    static final ArchRule corpus =
            storey("corpus", "texts and where they come from can be read without any model or label");

    @ArchTest
    static final ArchRule codebook =
            storey("codebook", "what may be said about a sentence is said of texts, whoever says it", "corpus");

    @ArchTest
    static final ArchRule evaluation = storey(
            "evaluation",
            "measures must hold for any classifier, and for people, so they know none",
            "codebook",
            "corpus");

    @ArchTest
    static final ArchRule encoder =
            storey("encoder", "text becomes vectors in the same way whatever corpus or codebook it belongs to");

    @ArchTest
    static final ArchRule tuning =
            storey("tuning", "gradients are checked as numbers, without texts, labels or models");

    @ArchTest
    static final ArchRule classifier =
            storey("classifier", "a model in use needs nothing of how it was made", "encoder", "codebook", "corpus");

    @ArchTest
    static final ArchRule training = storey(
            "training",
            "fitting needs a model, a measure and gradients, and nothing of batch work",
            "tuning",
            "classifier",
            "evaluation",
            "encoder",
            "codebook",
            "corpus");

    @ArchTest
    static final ArchRule scoring = storey(
            "scoring",
            "batch work is done with a trained model, by those who never train",
            "classifier",
            "encoder",
            "codebook",
            "corpus");

    @ArchTest
    static final ArchRule report = storey(
            "report",
            "results are shown, not made, so that another page can show them differently",
            "training",
            "tuning",
            "scoring",
            "classifier",
            "evaluation",
            "encoder",
            "codebook",
            "corpus");

    @ArchTest
    static final ArchRule nothing_uses_the_command_line = noClasses()
            .that()
            .resideOutsideOfPackage("framing.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("framing.cli..")
            .because("the library is used from notebooks and programs as well");

    @ArchTest
    static final ArchRule packages_form_no_cycle = slices().matching("framing.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a storey that rests on one above it cannot be understood or tested alone");

    @ArchTest
    static final ArchRule only_the_encoder_knows_its_runtime = noClasses()
            .that()
            .resideOutsideOfPackage("framing.encoder..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.onnxruntime..", "ai.djl..", "onnx..")
            .because("the runtime and the tokenizer can then be replaced in one place");

    @ArchTest
    static final ArchRule only_models_know_their_learning_library = noClasses()
            .that()
            .resideOutsideOfPackages("framing.classifier..", "framing.training..", "framing.tuning..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j.linalg..", "org.nd4j.autodiff..", "org.deeplearning4j..")
            .because("measures, texts and output must not depend on how a model computes");

    @ArchTest
    static final ArchRule only_the_scorer_in_spark_knows_spark = noClasses()
            .that()
            .doNotHaveSimpleName("SparkScorer")
            .and()
            .haveNameNotMatching(".*PartitionScorer(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.spark..")
            .because("the program is shipped without Spark and must run without it");

    @ArchTest
    static final ArchRule only_the_command_line_knows_its_libraries = noClasses()
            .that()
            .resideOutsideOfPackage("framing.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "me.tongfei..")
            .because("the library tells its story through Progress, whoever listens");

    @ArchTest
    static final ArchRule only_the_corpus_knows_workbooks_and_pages = noClasses()
            .that()
            .resideOutsideOfPackage("framing.corpus..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.dhatim..", "org.jsoup..", "net.dankito..")
            .because("whatever a text came in, it is a document to everybody else");

    @ArchTest
    static final ArchRule only_pages_know_their_templates = noClasses()
            .that()
            .resideOutsideOfPackages("framing.report..", "framing.web..", "gg.jte..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("gg.jte..")
            .because("text becomes HTML only where templates escape it");

    @ArchTest
    static final ArchRule only_the_command_line_prints_or_exits = noClasses()
            .that()
            .resideOutsideOfPackage("framing.cli..")
            .should(accessField(System.class, "out"))
            .orShould(accessField(System.class, "err"))
            .orShould(accessField(System.class, "in"))
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .because("a library that prints cannot be used by another program");

    @ArchTest
    static final ArchRule no_java_objects_are_deserialized = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class)
            .because("a model from a stranger must not be able to run code");

    @ArchTest
    static final ArchRule chance_is_handed_in = noClasses()
            .should()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(Math.class, "random")
            .because("the same data and seed must give the same numbers");

    @ArchTest
    static final ArchRule time_is_handed_in = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("two runs on the same data must give the same files");

    @ArchTest
    static final ArchRule nothing_is_fetched = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net..")
            .because("licensed and unpublished text may not leave the machine");

    @ArchTest
    static final ArchRule no_drawer_for_everything = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
            .because("a class without a home names a missing idea");
}
