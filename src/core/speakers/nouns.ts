import type { Gender } from "./first-names.ts";

/** What a noun phrase stands for, by its head noun. */
export type NounKind = "person" | "group" | "organization" | "document";

const words = (list: string): readonly string[] => list.split(/\s+/).filter((word) => word !== "");

/** Nouns for one woman or one man. */
const WOMEN = words(`woman lady girl wife mother mom daughter sister aunt niece grandmother widow girlfriend actress
  hostess heiress queen princess duchess duchess nun waitress businesswoman chairwoman spokeswoman congresswoman
  councilwoman assemblywoman saleswoman policewoman stateswoman committeewoman frontwoman firstlady ms mrs miss dame
  madam`);
const MEN = words(`man gentleman guy boy husband father dad son brother uncle nephew grandfather widower boyfriend actor
  heir king prince duke monk waiter businessman chairman spokesman congressman councilman assemblyman salesman policeman
  statesman committeeman frontman cameraman mr sir lord pope bishop archbishop cardinal imam rabbi ayatollah sheikh emir
  sultan priest father-in-law son-in-law`);

/** Offices, trades and relations, for women and men alike. */
const PEOPLE = words(`
  abductor academic accountant accuser activist adm administrator admiral adviser advisor advocate ag agent aide
  ally amb ambassador analyst anchor anchorman announcer anthropologist appointee arbitrator archaeologist architect
  artist assistant associate astronaut astronomer athlete attacker attendee attorney atty author aviator backer
  baker banker baron billionaire biographer biologist blogger boss botanist broadcaster broker butcher caller
  candidate capt captain captor cardiologist carpenter cartoonist caucusgoer celebrity centrist ceo cfo chair
  chairperson challenger champion chancellor chef chemist chief child choreographer cinematographer citizen cleric
  clerk client climatologist cmdr co-author co-chair co-chairman co-founder co-host coach col collaborator colleague
  colonel columnist comedian commander commentator commissioner competitor composer conductor congressmember
  congressperson conservative consultant contender contestant contractor coordinator coroner correspondent
  councillor councilmember counsel counselor counterpart cousin creator critic curator dean defendant defender
  delegate democrat demographer demonstrator dentist deputy designer detective developer dictator diplomat dir
  director dissident doctor donor dr driver ecologist economist editor editor-in-chief educator elder elector
  emissary employee employer engineer engraver entrepreneur environmentalist envoy epidemiologist evaluator
  evangelist examiner executive expert explorer farmer feminist fighter figure filmmaker financier firebrand
  firefighter fisherman foe forester founder friend front-runner frontrunner fugitive fundraiser gardener gen
  general geographer geologist goalkeeper golfer gov governor govs graduate grocer guard guest guide guitarist
  gunman hacker hairdresser hawk head historian homeowner hon hopeful host human-rights humorist hunter hydrologist
  illustrator immigrant immunologist incumbent independent individual innovator insider inspector instructor
  intellectual interviewer inventor investigator investor jailer janitor jeweler journalist judge juror justice kid
  kidnapper labourer landlord lawmaker lawyer leader lecturer legislator liberal libertarian lieutenant linguist
  lobbyist logger looter loyalist lt magnate maj maker manager marine marshal maverick mayor mechanic mediator medic
  member mentor merchant messrs dci dsi pc insp meteorologist midwife migrant millionaire miner minister missionary moderate
  moderator mogul monarch mountaineer musician nationalist native naturalist negotiator neighbor neighbour
  neurologist neurosurgeon newcomer newsman nominee novelist nurse observer officer official oncologist operative
  operator opponent optometrist orator organiser organizer outsider owner painter paramedic parent participant
  partner passenger pastor pathologist patient patriarch pediatrician performer person pharmacist philanthropist
  philosopher photographer physician physicist physiologist pianist pilot planner player playwright plumber pm
  podcaster poet politician pollster populist potter pragmatist predecessor prefect premier pres presenter president
  president-elect prime-minister principal prisoner producer prof professor programmer progressive propagandist
  prosecutor protector protester protestor psychiatrist psychologist publicist publisher pundit quarterback racer
  radiologist rancher ranger rapper realtor recruiter rector referee refugee rep reporter representative reps
  republican researcher resident rev reverend reviewer rival robber rower runner sailor satirist scholar scientist
  secretary seismologist sen senator sens sergeant sgt shepherd sheriff shooter shopkeeper singer skeptic skier
  smuggler socialist sociologist soldier solicitor soloist songwriter source speaker specialist spectator
  spokesperson sponsor spouse spy staffer star statesperson statistician steward strategist striker strongman
  student stylist successor suffragan superdelegate superintendent supermodel superstar supervisor supporter supt
  surgeon surveyor survivor suspect swimmer tailor tanner taoiseach taxpayer teacher technician technocrat teen
  teenager theologian theorist therapist thief toddler tourist toxicologist trader trafficker trainer treasurer
  tribune trucker trustee tutor twin tycoon undersecretary user usher vendor veteran veterinarian vice-chairman
  vice-president viceroy victim viewer violinist virologist visitor vlogger vocalist volcanologist volunteer voter
  vp warden watchdog weaver welder whistle-blower whistleblower winner witness woodworker worker wrestler writer
  youngster youth zookeeper zoologist
  anaesthetist archivist bailiff barista barrister beekeeper cashier cleaner constable deacon docker electrician
  forecaster gamekeeper harbourmaster headmaster headteacher magistrate mate midfielder notary ombudsman postman
  radiographer registrar skipper stationmaster stoker trawlerman verger vicar`);

const ORGANIZATIONS =
  words(`academy administration affiliate agency airline alliance army assembly association authority
  bank board body branch brand broadcaster bureau business cabinet camp campaign center centre chain chamber charity church
  club coalition college commission committee community company confederation conference conglomerate congregation congress
  consortium consultancy cooperative corporation council country court daily delegation department directorate division
  embassy enterprise establishment executive-branch faction factory faculty federation firm force forum foundation fund
  government group guard hospital house industry initiative inspectorate institute institution insurer junta
  laboratory lab league legislature maker manufacturer ministry mission monitor monitoring-group movement museum nation
  network newspaper ngo nonprofit non-profit office opposition organisation organization orchestra outlet pac paper parliament
  partnership party platform police politburo practice presidency press programme publisher publication regime regulator
  retailer school secretariat senate service shop site society staff startup start-up state studio super-pac supplier
  tabloid taskforce team think-tank thinktank trade-union treasury tribunal trust union university utility venue watchdog
  website weekly wing world-body`);

/** Words that end the name of an organization: "Clinton Foundation", "Los Angeles Times". */
const NAME_ENDINGS = words(`times post journal news tribune herald gazette globe mirror guardian telegraph chronicle
  observer inquirer review magazine press radio tv television networks industries systems technologies labs motors airlines airways
  group inc corp corporation co company ltd llc plc gmbh ag holdings partners brothers sons bros pictures
  records entertainment media nations union states congress senate house parliament caucus pac society society's
  coalition lobby act bill center centre plan project programme program initiative college clinic hospital
  services agencies departments commission committee board council court bureau office administration authority
  ministry service force forces guard police army navy corps command party front movement brotherhood
  legion league club association federation foundation institute institution university school academy museum library
  bank fund reserve exchange trust stores restaurants hotels hotel resorts casino resort street avenue road
  tower towers square park hall building bridge airport station stadium arena theater theatre church cathedral
  county city town village island islands river lake valley mountain mountains beach coast bay harbor port
  street's war games olympics cup championship award awards prize conference convention summit debate primary caucuses
  election amendment treaty agreement accord accords pact show daily beast caller blaze hill wire examiner
  fair express monitor standard dispatch democrat-gazette sun star-tribune courier bulletin register
  sentinel observer-dispatch republic advocate-general week today tonight live report network channel
  campaign team camp ad poll survey day eve era revolution dynasty alliance pact organisation organization states
  kingdom republic emirates federation`);

/** Words that end the name of a company: what it makes or sells, or its form in law. */
const COMPANY_ENDINGS =
  words(`airlines airways ag capital chemicals co company corp corporation electric electricity energy entertainment
  ferries financial foods gas gmbh holdings hotels inc industries insurance lines llc logistics ltd mining motors oil
  pharma pharmaceuticals plc rail railways resorts restaurants shipping software steel stores systems technologies
  telecom telecommunications textiles water`);

const DOCUMENTS =
  words(`ad affidavit advertisement agreement analysis announcement appeal article assessment average bill
  biography blog book brief briefing bulletin census charter column comment commercial communique communiqué complaint
  constitution contract copy count data decision declaration decree deposition dispatch document documentary
  draft editorial email e-mail essay estimate evidence examination fact-check file filing film findings flyer footage
  forecast guideline guidelines headline inquiry indictment index interview investigation invitation invoice law lawsuit
  leaflet ledger legislation letter mailer manifesto manuscript measure memo memoir memorandum message motion narrator news
  newsletter note notice op-ed opinion order page pamphlet paper passage petition placard plan platform poll polling polls
  post poster posting press-release profile proposal proposition protocol provision questionnaire rating readout record
  records regulation release report reports request research resolution result results review rule ruling script sign
  screenshot series song speech statement statistic statistics story study submission subpoena suit summary survey surveys
  tally tape testimony text timeline transcript translation treaty tweet tweets verdict version video
  warrant wire accounts minutes`);

/** Plurals that do not end in "s", and words that mean several. */
const GROUPS =
  words(`people police men women children public media electorate audience crowd majority minority plurality
  half third quarter percent lot number handful dozens hundreds thousands millions many some several few most all both
  others those these everyone everybody nobody none couple pair trio chorus clergy staff youth leadership
  mainstream elite left right base generation wave twins countries allies press population folks brass
  rest two three four five six seven eight nine ten dozen millennials us them they we`);

const GENDER: ReadonlyMap<string, Gender> = new Map<string, Gender>([
  ...WOMEN.map((word): [string, Gender] => [word, "f"]),
  ...MEN.map((word): [string, Gender] => [word, "m"]),
]);
const PERSON: ReadonlySet<string> = new Set([...WOMEN, ...MEN, ...PEOPLE]);
const GROUP: ReadonlySet<string> = new Set(GROUPS);
const DOCUMENT: ReadonlySet<string> = new Set(DOCUMENTS);
const ORGANIZATION: ReadonlySet<string> = new Set(ORGANIZATIONS);
const COMPANY_ENDING: ReadonlySet<string> = new Set(COMPANY_ENDINGS);
const ENDING: ReadonlySet<string> = new Set([...NAME_ENDINGS, ...COMPANY_ENDINGS, ...ORGANIZATIONS]);

/** A noun for one person: an office, trade or relation, in lower case; compound ones by their last part. */
export const isPersonNoun = (word: string): boolean =>
  PERSON.has(word) || (word.includes("-") && PERSON.has(lastPart(word)));

/** Whether a woman or a man is meant, as far as the noun says. */
export const genderOfNoun = (word: string): Gender => GENDER.get(word) ?? GENDER.get(lastPart(word)) ?? null;

/** The last word, in lower case, of a name that is no person's: "Foundation", "Tower". */
export const endsName = (word: string): boolean => ENDING.has(word);

/** The last word, in lower case, of a company's name: "Airlines". */
export const endsCompany = (word: string): boolean => COMPANY_ENDING.has(word);

/** What a head noun, in lower case, stands for; null for one the lists do not hold. */
export function kindOfNoun(word: string): NounKind | null {
  if (GROUP.has(word)) return "group";
  if (DOCUMENT.has(word)) return "document";
  if (isPersonNoun(word)) return "person";
  if (ORGANIZATION.has(word)) return "organization";
  const singular = singularOf(word);
  if (singular === null) return null;
  return isPersonNoun(singular) || ORGANIZATION.has(singular) ? "group" : DOCUMENT.has(singular) ? "document" : null;
}

/** "companies" → "company", "voters" → "voter"; null for a word without a plural's ending. */
export function singularOf(word: string): string | null {
  if (word.endsWith("men")) return `${word.slice(0, -3)}man`;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.endsWith("s") && /[^su]s$/.test(word) ? word.slice(0, -1) : null;
}

const lastPart = (word: string): string => word.slice(word.lastIndexOf("-") + 1);
