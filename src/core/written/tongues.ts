import { plain, type Run } from "../reply.ts";

/** What is said around words that are shown in another language than they were written in. */
export interface Tongue {
  /** As the model is told it. */
  readonly name: string;
  /** Stands before every translation: it is ours, and nobody's words. */
  readonly ours: string;
  readonly found: string;
  readonly yes: string;
  readonly no: string;
  readonly none: string;
  readonly quoted: string;
  readonly silent: string;
}

/** Languages an answer or a briefing can be given in, by ISO 639-1. */
export const TONGUES = {
  en: {
    name: "English",
    ours: "our translation",
    found: "The article has this:",
    yes: "Yes. The article has this:",
    no: "No. The article has this:",
    none: "Nobody says anything of this in the article.",
    quoted: "These people are quoted in the article:",
    silent: "Named in the article, and not quoted:",
  },
  de: {
    name: "German",
    ours: "unsere Übersetzung",
    found: "Im Artikel steht:",
    yes: "Ja. Im Artikel steht:",
    no: "Nein. Im Artikel steht:",
    none: "Dazu sagt im Artikel niemand etwas.",
    quoted: "Im Artikel werden zitiert:",
    silent: "Im Artikel genannt, aber nicht zitiert:",
  },
  fr: {
    name: "French",
    ours: "notre traduction",
    found: "On lit dans l’article :",
    yes: "Oui. On lit dans l’article :",
    no: "Non. On lit dans l’article :",
    none: "Personne n’en parle dans l’article.",
    quoted: "Sont cités dans l’article :",
    silent: "Nommé dans l’article, mais pas cité :",
  },
  es: {
    name: "Spanish",
    ours: "traducción nuestra",
    found: "El artículo dice:",
    yes: "Sí. El artículo dice:",
    no: "No. El artículo dice:",
    none: "Nadie dice nada de eso en el artículo.",
    quoted: "En el artículo se cita a:",
    silent: "El artículo lo nombra, pero no lo cita:",
  },
  ru: {
    name: "Russian",
    ours: "наш перевод",
    found: "В статье сказано:",
    yes: "Да. В статье сказано:",
    no: "Нет. В статье сказано:",
    none: "В статье об этом никто не говорит.",
    quoted: "В статье приведены слова:",
    silent: "В статье упоминается, но не цитируется:",
  },
  zh: {
    name: "Chinese",
    ours: "我们的译文",
    found: "文章中写道：",
    yes: "是的。文章中写道：",
    no: "不是。文章中写道：",
    none: "文章中没有人谈到这一点。",
    quoted: "文章引用了以下人士的话：",
    silent: "文章提到了，但没有引用其话语：",
  },
} as const satisfies Readonly<Record<string, Tongue>>;

export type TongueCode = keyof typeof TONGUES;

export const tongueCodes = ["de", "en", "es", "fr", "ru", "zh"] as const satisfies readonly TongueCode[];

export const isTongue = (code: string | null): code is TongueCode => code !== null && Object.hasOwn(TONGUES, code);

/** ` (unsere Übersetzung: …)`, outside every quotation mark; nothing without a translation. */
export const translationRun = (language: TongueCode, translation: string | null | undefined): readonly Run[] =>
  translation === null || translation === undefined ? [] : [plain(` (${TONGUES[language].ours}: ${translation})`)];
