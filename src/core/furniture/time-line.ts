/** The words a line about time is made of, in the languages whose pages people paste. */
const TIME_WORDS = new Set(
  `ago am pm a.m p.m at on and updated update published posted modified last first created original originally today
  yesterday just now edited date time min mins minute minutes hour hours hr hrs day days week weeks month months year
  years second seconds sec read reading est edt cst cdt mst mdt pst pdt et ct pt gmt utc bst cet cest ist jst eastern
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec of the an one a st nd rd th
  vor minuten stunden tagen uhr aktualisiert stand veröffentlicht montag dienstag mittwoch donnerstag freitag samstag
  sonntag januar februar märz mai juni juli oktober dezember
  il y publié le mis à jour heure heures jours hace minutos horas días actualizado publicado de
  назад минут минуты минуту час часа часов день дня дней сегодня вчера обновлено опубликовано
  分钟前 小时前 天前 更新于 发布于 更新 发布 年 月 日`.split(/\s+/),
);

/** What alone makes a line of such words one about time. */
const TIME_SIGN =
  /\d\s?(?:min|h|d|m)\b|\d:\d\d|\b(?:19|20)\d\d\b|\d{1,2}[./-]\d{1,2}|\b(?:ago|today|yesterday|just now|vor|hace|il y a|min(?:ute)?s? read)\b|назад|前|\b(?:a|p)\.?m\b|^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu;

const LONGEST_TIME_LINE = 120;

/** "20 minutes ago", "Updated 3 May 2023, 10:15 GMT": nothing but numbers and words of time. */
export function isTimeLine(line: string): boolean {
  if (line.length > LONGEST_TIME_LINE || !TIME_SIGN.test(line)) return false;
  const words = line.toLowerCase().match(/\p{L}[\p{L}.]*/gu) ?? [];
  return /\d|ago|now|today|yesterday|前/.test(line) && words.every((word) => TIME_WORDS.has(word.replace(/\.$/, "")));
}
