const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** The words a language asks with. Names and quotations stay as they are. */
export interface AskingWords {
  /** ISO 639-1. */
  readonly code: "de" | "fr" | "es" | "ru";
  readonly who: ReadonlySet<string>;
  readonly what: ReadonlySet<string>;
  readonly why: ReadonlySet<string>;
  readonly auxiliaries: ReadonlySet<string>;
  readonly saying: ReadonlySet<string>;
  readonly quoted: ReadonlySet<string>;
  readonly about: ReadonlySet<string>;
  /** Between the verb and what was said. */
  readonly that: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  readonly small: ReadonlySet<string>;
}

const GERMAN: AskingWords = {
  code: "de",
  who: setOf("wer wessen wem"),
  what: setOf("was"),
  why: setOf("warum wieso weshalb"),
  auxiliaries: setOf("hat haben hatte hatten habe ist sind wird werden wurde wurden stammt stammen"),
  saying: setOf(
    `sagt sagte sagten sagen gesagt erklärt erklärte erklärten sprach sprachen spricht gesprochen redete geredet äußerte
    äußert geäußert meint meinte gemeint behauptet behauptete nannte genannt nennt forderte gefordert erwähnt erwähnte
    denkt hält kündigte angekündigt warnte gewarnt bestritt bestritten`,
  ),
  quoted: setOf("zitiert zitierten worte wort satz zitat stammt stammen"),
  about: setOf("über zu zum zur von bezüglich"),
  that: setOf("dass daß"),
  and: setOf("und"),
  small: setOf("der die das den dem des ein eine einen denn eigentlich genau alles etwas sich im in artikel text"),
};

const FRENCH: AskingWords = {
  code: "fr",
  who: setOf("qui"),
  what: setOf("que quoi qu'a qu'ont qu'est qu'avait qu'en"),
  why: setOf("pourquoi"),
  auxiliaries: setOf("a ont avait est sont ce que t il elle ils elles qu'il"),
  saying: setOf(
    `dit dite dits disait disent déclaré déclare affirmé affirme parlé parle évoqué évoque annoncé expliqué répondu
    pense qualifié appelé demandé mentionné prononcé nié averti`,
  ),
  quoted: setOf("cité citée cités citées mots phrase paroles"),
  about: setOf("sur de du des concernant"),
  that: setOf("que qu"),
  and: setOf("et"),
  small: setOf("le la les l un une à au aux en donc exactement dans article texte propos cet cette ces"),
};

const SPANISH: AskingWords = {
  code: "es",
  who: setOf("quién quien quiénes quienes"),
  what: setOf("qué que"),
  why: setOf("por porqué"),
  auxiliaries: setOf("ha han había es son fue"),
  saying: setOf(
    `dijo dice dicen dijeron dicho decía habló habla hablado declaró declarado afirmó afirmado mencionó mencionado explicó
    opina piensa anunció llamó calificó pidió respondió negó advirtió comentó`,
  ),
  quoted: setOf("citado citada citados citadas cita palabras frase"),
  about: setOf("sobre de del acerca respecto"),
  that: setOf("que"),
  and: setOf("y e"),
  small: setOf("el la los las un una lo a al en artículo texto exactamente este esta"),
};

const RUSSIAN: AskingWords = {
  code: "ru",
  who: setOf("кто кого чьи чья чей кому"),
  what: setOf("что"),
  why: setOf("почему зачем отчего"),
  auxiliaries: setOf("был была были ли же"),
  saying: setOf(
    `сказал сказала сказали сказало говорил говорила говорили говорит говорят заявил заявила заявили заявляет рассказал
    рассказала упомянул упомянула назвал назвала ответил ответила объявил объявила думает считает утверждал утверждает отрицал
    отрицала`,
  ),
  quoted: setOf("цитируют цитируется цитирует слова фраза процитирован"),
  about: setOf("о об обо про насчёт"),
  that: setOf("что"),
  and: setOf("а и"),
  small: setOf("в на это эти этой статье тексте именно"),
};

export const LANGUAGES: readonly AskingWords[] = [GERMAN, FRENCH, SPANISH, RUSSIAN];
