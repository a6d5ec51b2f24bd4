package framing.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishCheckTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The minister said on Tuesday that the truce would hold, but residents of the town told of shelling by night.",
                "Army enters northern town after a week of fighting; the governor has left with his staff.",
                "US, EU and UN envoys meet in Geneva for talks on the ford, which neither side has given up."
            })
    void english_news_is_likely_english(String text) {
        assertThat(EnglishCheck.isLikelyEnglish(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "قال الوزير يوم الثلاثاء إن الهدنة سوف تستمر، لكن السكان تحدثوا عن قصف خلال الليل في المدينة.",
                "El ministro dijo el martes que la tregua se mantendría, pero los vecinos del pueblo hablaron de bombardeos.",
                "Министр сказал во вторник, что перемирие сохранится, но жители города рассказали о ночных обстрелах.",
                "Le ministre a dit mardi que la trêve tiendrait, mais des habitants de la ville ont parlé de tirs dans la nuit.",
                "Der Minister sagte am Dienstag, die Waffenruhe werde halten, doch Bewohner der Stadt sprachen von Beschuss.",
                "部长周二表示停火将会继续,但是镇上的居民说夜里有炮击。"
            })
    void news_in_another_language_is_not(String text) {
        assertThat(EnglishCheck.isLikelyEnglish(text)).isFalse();
    }

    @Test
    void too_little_text_is_not_judged() {
        assertThat(EnglishCheck.isLikelyEnglish("")).isTrue();
        assertThat(EnglishCheck.isLikelyEnglish("Amran, lundi matin")).isTrue();
        assertThat(EnglishCheck.isLikelyEnglish("عمران اليوم")).isFalse();
    }
}
