const LETTERS: ReadonlyMap<string, string> = new Map(
  `а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы y э e
  ю yu я ya і i ї yi є ye ґ g ў u`
    .trim()
    .split(/\s+/)
    .reduce<[string, string][]>((pairs, letter, index, all) => {
      if (index % 2 === 0) pairs.push([letter, all[index + 1] ?? ""]);
      return pairs;
    }, []),
);

/**
 * A lower-case name in Cyrillic letters as English newspapers spell it (after the BGN/PCGN tables of 1947): "лавров" is
 * "lavrov". Other letters stay; the hard and the soft sign go.
 */
export const romanize = (word: string): string =>
  /\p{Script=Cyrillic}/u.test(word)
    ? Array.from(
        word.replace(/й(?=[аеиоуыэюя])/g, "y").replace(/[ъь]/g, ""),
        (letter) => LETTERS.get(letter) ?? letter,
      ).join("")
    : word;
