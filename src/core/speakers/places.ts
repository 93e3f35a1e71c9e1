const words = (list: string): readonly string[] =>
  list
    .split(",")
    .map((word) => word.trim().replace(/\s+/g, " "))
    .filter((word) => word !== "");

/** States and unions of states: each stands for its government where it speaks. */
const STATES =
  words(`afghanistan, albania, algeria, andorra, angola, argentina, armenia, australia, austria, azerbaijan,
  bahrain, bangladesh, belarus, belgium, belize, benin, bhutan, bolivia, bosnia, botswana, brazil, britain, great britain,
  brunei, bulgaria, burkina faso, burma, burundi, cambodia, cameroon, canada, chad, chile, china, colombia, congo,
  costa rica, croatia, cuba, cyprus, czechia, czech republic, denmark, djibouti, dominican republic, ecuador, egypt,
  el salvador, england, eritrea, estonia, eswatini, ethiopia, european union, eu, e.u, fiji, finland, france, gabon, gambia,
  georgia, germany, ghana, greece, greenland, grenada, guatemala, guinea, guyana, haiti, holland, honduras, hong kong, hungary,
  iceland, india, indonesia, iran, iraq, ireland, northern ireland, israel, italy, ivory coast, jamaica, japan, jordan,
  kazakhstan, kenya, kosovo, kuwait, kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya, liechtenstein, lithuania,
  luxembourg, madagascar, malawi, malaysia, mali, malta, mauritania, mauritius, mexico, moldova, monaco, mongolia,
  montenegro, morocco, mozambique, myanmar, namibia, nepal, netherlands, new zealand, nicaragua, niger, nigeria,
  north korea, south korea, north macedonia, norway, oman, pakistan, palestine, panama, paraguay, peru, philippines, poland,
  portugal, qatar, romania, russia, rwanda, saudi arabia, scotland, senegal, serbia, sierra leone, singapore,
  slovakia, slovenia, somalia, south africa, soviet union, spain, sri lanka, sudan, south sudan, suriname, sweden,
  switzerland, syria, taiwan, tajikistan, tanzania, thailand, togo, tunisia, turkey, turkmenistan, uganda, ukraine,
  united arab emirates, uae, u.a.e, united kingdom, uk, u.k, united states, united states of america, us, u.s, u.s.a, usa, uruguay,
  uzbekistan, vatican, venezuela, vietnam, wales, yemen, zambia, zimbabwe, united nations, un, u.n, nato`);

/** Capitals and seats that stand for a government: "Beijing", "the Kremlin". */
const SEATS =
  words(`kremlin, white house, pentagon, downing street, whitehall, elysee, élysée, capitol hill, brussels, beijing,
  moscow, washington, london, paris, berlin, kyiv, kiev, tehran, teheran, jerusalem, ankara, riyadh, tokyo, seoul, pyongyang,
  new delhi, islamabad, kabul, baghdad, damascus, cairo, warsaw, prague, budapest, vienna, rome, madrid, athens,
  lisbon, ottawa, canberra, taipei, hanoi, minsk, bern, stockholm, helsinki, oslo, copenhagen, dublin, bucharest,
  belgrade, sofia, zagreb, caracas, havana, brasilia, bogota, buenos aires, pretoria, nairobi, addis ababa, doha,
  abu dhabi, beirut, amman, tripoli, tunis, rabat, algiers, wall street, state department, foggy bottom`);

const REGIONS =
  words(`africa, antarctica, asia, europe, north america, south america, latin america, middle east, far east, west,
  east, north, south, midwest, northeast, southeast, southwest, northwest, west bank, gaza, crimea, donbas, siberia, balkans,
  alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, hawaii, idaho, illinois, indiana,
  iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi, missouri, montana,
  nebraska, nevada, new hampshire, new jersey, new mexico, new york, new york city, north carolina, north dakota, ohio,
  oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas, utah, vermont, virginia,
  west virginia, washington state, wisconsin, wyoming, puerto rico, guam, district of columbia, d.c, washington d.c,
  ontario, quebec, alberta, british columbia, bavaria, saxony, catalonia, normandy, tuscany, sicily, new england,
  queensland, new south wales, manhattan, brooklyn, queens, bronx, harlem, staten island, hollywood, silicon valley,
  los angeles, san francisco, san diego, san antonio, san jose, las vegas, new orleans, st louis, st. louis, st paul, st. paul,
  salt lake city, santa fe, santa barbara, santa monica, fort worth, fort lauderdale, palm beach, long island, baton rouge,
  des moines, cedar rapids, ann arbor, chicago, houston, dallas, austin, philadelphia, boston, atlanta, miami, seattle, denver,
  detroit, cleveland, cincinnati, columbus, pittsburgh, baltimore, milwaukee, minneapolis, orlando, tampa, phoenix, portland,
  sacramento, oakland, charlotte, charleston, raleigh, nashville, memphis, louisville, indianapolis, omaha, tulsa,
  albuquerque, tucson, honolulu, anchorage, burlington, manchester, birmingham, liverpool, leeds, glasgow, edinburgh,
  cardiff, belfast, munich, frankfurt, hamburg, cologne, dresden, leipzig, stuttgart, geneva, zurich, davos, milan, naples,
  turin, venice, florence, barcelona, seville, marseille, lyon, nice, strasbourg, amsterdam, rotterdam, antwerp, hague,
  the hague, istanbul, aleppo, mosul, kandahar, mumbai, delhi, kolkata, shanghai, guangzhou, shenzhen, wuhan, lviv, odesa,
  odessa, kharkiv, mariupol, bakhmut, kherson, donetsk, luhansk, st petersburg, st. petersburg, sydney, melbourne,
  toronto, montreal, vancouver, mexico city, rio de janeiro, sao paulo, são paulo, cape town, johannesburg, lagos, benghazi,
  ferguson, flint, newtown, guantanamo bay, guantánamo bay, ground zero, pacific, atlantic, mediterranean, arctic, earth, america,
  asia-pacific, indo-pacific, south china sea, black sea, red sea, persian gulf, gulf, silk road, cold war, world war`);

/** Adjectives of nations, faiths and parties, which stand before a name and are no part of it. */
const ADJECTIVES =
  words(`american, african-american, african, asian, european, british, english, scottish, welsh, irish,
  french, german, austrian, swiss, dutch, belgian, danish, swedish, norwegian, finnish, icelandic, spanish, portuguese,
  italian, greek, turkish, cypriot, polish, czech, slovak, hungarian, romanian, bulgarian, serbian, croatian, bosnian,
  albanian, ukrainian, russian, soviet, belarusian, moldovan, georgian, armenian, azerbaijani, kazakh, uzbek, estonian,
  latvian, lithuanian, chinese, taiwanese, japanese, korean, north korean, south korean, vietnamese, thai, indonesian,
  malaysian, filipino, indian, pakistani, afghan, iranian, persian, iraqi, syrian, lebanese, jordanian, israeli,
  palestinian, egyptian, libyan, tunisian, algerian, moroccan, saudi, yemeni, qatari, emirati, kuwaiti, sudanese, ethiopian,
  kenyan, nigerian, ghanaian, somali, south african, zimbabwean, canadian, mexican, cuban, brazilian, argentine, chilean,
  colombian, venezuelan, peruvian, australian, new zealand, western, eastern, northern, southern, central, latino, hispanic,
  muslim, islamic, christian, catholic, protestant, orthodox, jewish, arab, kurdish, sunni, shiite, buddhist, hindu,
  republican, democratic, democrat, democrats, republicans, gop, labour, tory, liberal, conservative, green, libertarian,
  socialist, communist, texan, californian, floridian, iowan, wall`);

const STATE: ReadonlySet<string> = new Set(STATES);
const SEAT: ReadonlySet<string> = new Set(SEATS);
const PLACE: ReadonlySet<string> = new Set([...STATES, ...SEATS, ...REGIONS]);
const ADJECTIVE: ReadonlySet<string> = new Set(ADJECTIVES);

/** A state or a union of states, in lower case without a final point: "china", "u.s". */
export const isState = (name: string): boolean => STATE.has(name);

/** A building or capital that stands for a government, in lower case. */
export const isSeat = (name: string): boolean => SEAT.has(name);

/** Anything on a map the list holds, in lower case: never a person. */
export const isPlace = (name: string): boolean => PLACE.has(name);

/** An adjective of origin or party, in lower case. */
export const isAdjectiveOfOrigin = (word: string): boolean => ADJECTIVE.has(word);

/** The Associated Press' short forms of the United States' states, as in "(R-Fla.)". */
const STATE_TAGS: ReadonlyMap<string, string> = new Map(
  `ala alabama|ariz arizona|ark arkansas|calif california|colo colorado|conn connecticut|del delaware|fla florida|ga georgia|
  ill illinois|ind indiana|kan kansas|ky kentucky|la louisiana|md maryland|mass massachusetts|mich michigan|minn minnesota|
  miss mississippi|mo missouri|mont montana|neb nebraska|nev nevada|n.h new hampshire|n.j new jersey|n.m new mexico|
  n.y new york|n.c north carolina|n.d north dakota|okla oklahoma|ore oregon|pa pennsylvania|r.i rhode island|s.c south carolina|
  s.d south dakota|tenn tennessee|tex texas|vt vermont|va virginia|wash washington|w.va west virginia|wis wisconsin|wyo wyoming|
  alaska alaska|hawaii hawaii|idaho idaho|iowa iowa|maine maine|ohio ohio|texas texas|utah utah`
    .split("|")
    .map((entry): [string, string] => {
      const [tag = "", ...name] = entry.trim().split(" ");
      return [tag, name.join(" ")];
    }),
);

/** The state in a party tag, in lower case: "r-fla" → "florida"; null for any other word. */
export const stateOfTag = (word: string): string | null =>
  /^[rdi][-–]./.test(word) ? (STATE_TAGS.get(word.slice(2).replace(/\.$/, "")) ?? null) : null;
