/* SPDX-License-Identifier: MIT */
/* The language of a text. */
#include "text/language.h"

#include "split.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void assert_language(const char *text, const char *expected)
{
    const struct gmi_words words = split(text);
    assert_string_equal(gmi_language_of(&words, text), expected);
}

static void common_words_tell_languages_of_one_script(void **state)
{
    (void)state;
    assert_language("The mayor of the town said that he was in the capital "
                    "and that the road to it is open.", "en");
    assert_language("Le maire de la ville a dit que la route est ouverte et "
                    "que les gens sont dans la capitale.", "fr");
    assert_language("Der Bürgermeister der Stadt sagte, dass die Straße "
                    "nicht auf der Karte ist und dass er in die Hauptstadt "
                    "mit dem Zug fährt.", "de");
    assert_language("El alcalde de la ciudad dijo que el camino a la capital "
                    "es para los que no tienen prisa.", "es");
    assert_language("Şəhər meri bildirib ki, bu yol daha açıqdır və onun "
                    "üçün bir plan olub, sonra isə qeyd edib.", "az");
    assert_language("Belediye başkanı bu yol için bir plan olduğunu ve daha "
                    "sonra çok kadar gibi olan her şeyi söyledi.", "tr");
}

static void letters_tell_the_others(void **state)
{
    (void)state;
    assert_language("Мэр города сказал, что дорога в столицу открыта.", "ru");
    assert_language("Мер міста сказав, що їхня дорога відкрита її людям.",
                    "uk");
    assert_language("Քաղաքապետն ասաց, որ ճանապարհը բաց է։", "hy");
    assert_language("رئیس شهر گفت که راه پایتخت باز است.", "fa");
    assert_language("شہر کے میئر نے کہا کہ سڑک کھلی ہے۔", "ur");
    assert_language("قال رئيس البلدية إن الطريق إلى العاصمة مفتوح.", "ar");
    assert_language("ქალაქის მერმა თქვა, რომ გზა ღიაა.", "ka");
    assert_language("Ο δήμαρχος της πόλης είπε ότι ο δρόμος είναι ανοιχτός.",
                    "el");
}

static void a_short_sentence_is_enough(void **state)
{
    (void)state;
    assert_language("Gleich darauf entwirft er ein Bild.", "de");
    assert_language("Elle habite près de la gare.", "fr");
    assert_language("Vlak z Košíc mešká už hodinu.", "sk");
    assert_language("A vonat késik, de a busz már elindult.", "hu");
    assert_language("Trenul din Cluj a ajuns la timp.", "ro");
    assert_language("Juna on myöhässä, mutta se lähtee pian.", "fi");
    assert_language("They say that the train is late.", "en");
}

static void letters_of_an_alphabet_are_a_vote(void **state)
{
    (void)state;
    assert_language("größere Übungsplätze für Fußgänger", "de");
    assert_language("hűvös őszi erdők", "hu");
}

static void foreign_names_leave_a_text_english(void **state)
{
    (void)state;
    assert_language("The train from Łódź to Gdańsk is late, says Müller of "
                    "the Süddeutsche Zeitung.", "en");
}

static void scripts_without_spaces_have_languages(void **state)
{
    (void)state;
    assert_language("列车从北京开往上海。", "zh");
    assert_language("列車は東京から大阪へ行く。", "ja");
    assert_language("기차는 서울에서 부산으로 간다.", "ko");
    assert_language("รถไฟจากกรุงเทพ", "th");
}

static void a_dotted_i_beside_y_is_kazakh(void **state)
{
    (void)state;
    assert_language("Ол бізге ертерек келді, сосын кітапты сыйлады.", "kk");
    assert_language("Він прийшов і подарував книгу.", "uk");
}

static void what_does_not_stand_out_has_no_language(void **state)
{
    (void)state;
    assert_language("", "");
    assert_language("Goris", "");
    assert_language("1945 1946 1947", "");
    assert_language("Goris Kapan Meghri Sisian Yeghegnadzor", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(common_words_tell_languages_of_one_script),
        cmocka_unit_test(letters_tell_the_others),
        cmocka_unit_test(a_short_sentence_is_enough),
        cmocka_unit_test(letters_of_an_alphabet_are_a_vote),
        cmocka_unit_test(foreign_names_leave_a_text_english),
        cmocka_unit_test(scripts_without_spaces_have_languages),
        cmocka_unit_test(a_dotted_i_beside_y_is_kazakh),
        cmocka_unit_test(what_does_not_stand_out_has_no_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
