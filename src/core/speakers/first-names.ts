/** What a name, a title or a pronoun tells of a person; null where it tells nothing. */
export type Gender = "f" | "m" | null;

const words = (list: string): readonly string[] => list.split(/\s+/).filter((word) => word !== "");

const FEMALE = words(`
  abigail ada adele adriana agnes aisha aleksandra alejandra alexandra alexis alice alicia alina alison allison alyssa
  amanda amber amelia amina amy ana anastasia andrea angel angela angelina anita anja ann anna annabelle anne annette
  annie antonia april ariana arianna ashley astrid audrey aurora ava barbara beatrice becky bella bernadette bernice
  beth bethany betsy betty beverly bianca birgit bonnie brenda bridget brigitte brittany brooke candace candice carla
  carly carmen carol carole carolina caroline carolyn carrie catalina catherine cathy cecilia celeste celia charlene
  charlotte chelsea cheryl chloe christa christina christine chrystia cindy claire clara clarissa claudia colleen
  connie constance consuelo corinne courtney cristina crystal cynthia daisy danielle daphne daria darlene dawn deb
  debbie debora deborah debra deirdre delia denise diana diane dianne dina dolores dominique donna dora doreen doris
  dorothy ebony edith eileen elaine eleanor elena elisa elisabeth elise eliza elizabeth ella ellen eloise elsa elsie
  elvira emilia emily emma erica erika erin esperanza estelle esther eugenia eva eve evelyn faith fatima fatma felicia
  fiona flora florence frances francesca freda frederica frieda gabriela gabriella gabrielle gail galina genevieve
  georgia georgina geraldine germaine gertrude gina gisele giorgia giulia gladys glenda gloria grace graciela greta
  gretchen guadalupe gwen gwendolyn hailey haley hannah harriet hazel heather heidi helen helena helene helga henrietta
  hilary hilda hillary holly hope ida ilana ilse imelda ines inga ingrid irena irene irina iris irma isabel isabella
  isabelle ivanka ivy jackie jacqueline jacquelyn jana jane janet janice jasmine jean jeanette jeanine jeanne jeannie
  jenna jennifer jenny jessica jill joan joann joanna joanne jocelyn jodi johanna josephine joy joyce juanita judith
  judy julia juliana julianne julie juliet june justine kaitlyn kamala karen karin karla kate katerina katharine
  katherine kathleen kathryn kathy katie katrina katya kay kayla kayleigh keiko kellyanne kerstin khadija kim
  kimberly kirsten kirstjen kris kristen kristin kristina kristine krystal ksenia lana lara larisa latoya laura lauren
  laurie lea leah leila lena leticia lidia lila lillian lily linda lisa liz liza lois lola loretta lorna lorraine louise
  lucia lucille lucy ludmila luisa luz lydia lynda lynette mabel madeleine madeline maggie malala malia mandy manuela
  marcia margaret margarita margot maria mariam marian mariana marianne marie mariella marilyn marina marine marissa
  marjorie marla marlene marsha martha martina mary maryam mathilde matilda maureen maxine maya meg megan meghan melania
  melanie melinda melissa mercedes meredith mia michaela michele michelle mildred millicent mindy miranda miriam moira
  molly mona monica monique muriel myra myrna nadia nadine nadezhda nancy naomi natalia natalie natalya natasha nellie
  nicola nicole nikki nina noelle nora noreen norma octavia olena olga olivia oksana pam pamela patricia patty paula
  paulette pauline pearl peggy penelope penny petra phoebe phyllis pilar polina priscilla rachel ramona raquel rebecca
  regina renata renee rhonda rita roberta rochelle rosa rosalie rosalind rosario rose rosemary rosie roxanne ruth
  sabine sabrina sadie sally samantha sandra sanna sara sarah sasha savannah selena serena shannon sharon sheila shelby
  shelly sheryl shirley silvia simone sofia sonia sonja sophia sophie stacey stacy stella stephanie sue susan susana
  susanna susanne susie suzanne svetlana sylvia tabitha tamara tammy tania tanya tara tatiana tatyana teresa theresa
  therese tiffany tina tonya tracey tricia trudy ulrike ursula ursula valentina valeria valerie vanessa vera veronica
  vicki vickie vicky victoria viktoria viola violet virginia vivian wanda wendy whitney wilhelmina wilma winifred
  ximena xiomara yasmin yelena yolanda yulia yvette yvonne zainab zelda zoe`);

const MALE = words(`
  aaron abbas abdel abdul abdullah abe abraham adam adolf adrian ahmad ahmed al alain alan albert alberto aldo alec
  alejandro aleksandr aleksei alexander alexandre alexei alfonso alfred alfredo ali allan allen alvin amir anatoly anders
  andre andreas andrei andres andrew andriy andrzej andy angelo angus anthony antoine anton antonin antonio antony
  archie ari arkady armando arnold arsen arthur arturo asif austin avi axel barack barry bart bartholomew bashar
  basil ben benedict benjamin benny bernard bernardo bernd bernie bert bilal bill billy bjorn bob bobby boris brad
  bradley brendan brent brett brian bruce bruno bryan byron caleb calvin carl carlo carlos carter cedric cesar chad
  charles charlie chester chip christian christoph christophe christopher chuck clarence clark claude clayton clement
  cliff clifford clint clive clyde cody colin conrad constantine corey cornelius craig curt curtis cyril cyrus dale damian
  damon dan daniel danny dario darrell darren darryl dave david davis dean dennis denys derek dick diego dieter dimitri dirk
  dmitri dmitriy dmitry dmytro dominic don donald donnie doug douglas duane duncan dustin dwayne dwight earl ed eddie
  edgar edmund eduardo edward edwin efraim egor elbridge eli elias elijah elliot elliott elmer elon elvis emanuel
  emilio emmanuel enrique eric erich erik ernest ernesto ernst ethan eugene evan fabian fabio faisal farid felipe felix
  fernando fidel floyd francesco francis francisco franco francois frank franklin franz fred freddie frederic frederick
  friedrich fyodor gabriel gareth gary gavin gennady geoff geoffrey george georges georgy gerald gerard gerhard gerry
  gianni gilbert giorgio giovanni giuseppe glenn gordon graham grant greg gregg gregory guido guillermo gunther gus
  gustav gustavo guy habib hakim hamid hamza hank hans harold haroon harry harvey hasan hassan hector heiko heinrich
  heinz helmut henri henrik henry herbert herman herve horacio horst howard hubert hugh hugo humberto hussein ian ibrahim
  ignacio igor ike ilya imran irving isaac ismail ivan jack jacob jacques jacob jaime jair jake jakob jamal james jan
  janos jared jason javad javier jay jean-claude jeb jed jeff jefferson jeffrey jens jeremiah jeremy jerome jerry jesse
  jesus jim jimmy joachim joaquin joe joel joerg joey johan johann johannes john johnny jon jonah jonas jonathan jorge
  jose josef joseph josh joshua josip juan juergen jules julian julien julio julius jurgen justin kamal karim karl
  keith ken kenneth kenny kent kevin khaled khalid kieran kirk klaus kofi konstantin kurt kyle lamar lance larry lars
  laurent lawrence lech lee leo leon leonard leonardo leonid leopold leroy lester levi liam lincoln lionel lloyd logan
  lorenzo lou louie louis luca lucas luciano luis luiz lukas luke luther mack magnus mahmoud malcolm manfred manuel marc
  marcel marco marcos marcus mariano mario mark marko markus marlon marshall martin marty marvin mateo mateusz mathias
  matt matteo matthew matthias maurice mauricio max maxim maximilian mehdi mehmet mel melvin michael michel mick miguel
  mike mikhail mikheil miles milo milos milton mitch mitchell mitt mohamed mohammad mohammed moises moon moshe muhammad
  murray mustafa mykhailo nasser nathan nathaniel neal ned neil nelson newt nicholas nick nico nicolae nicolas nigel
  nikita nikol nikolai nikolas nikolay norbert norman oleg oleh oleksandr oleksiy oleksii oliver olaf omar orlando orrin
  oscar oskar osman otto owen pablo paolo pascal patrick paul paulo pavel pavlo pedro percy perry pete peter petr petro
  phil philip philippe phillip pierre pietro piotr rafael rahul raj rajiv ralph ramon randall randy rashid raul ray
  raymond recep reggie reinhard reinhold rené rex reynaldo ricardo richard rick ricky rob robert roberto robbie rod rodney
  rodolfo rodrigo roger roland rolf roman ron ronald ronnie rory ross roy ruben rudolf rudolph rudy rupert russ russell
  rustam ryan saad salman salvador salvatore sal sajid samir samuel sanjay santiago saul scott sean sebastian serge
  sergei sergey sergio sergiy seth shaun shawn shimon shinzo sidney siegfried sigmar silvio simon sinan solomon stan
  stanislav stanley stefan stefano stephen stephane sterling steve steven stewart stuart sven syed tariq tayyip ted
  teddy terence terrence thaddeus theo theodore thierry thom thomas tim timothy tobias toby todd tom tomas
  tomasz tommy tony travis trent trevor trey troy tucker tyler tyrone ulrich umar valentin valery vaclav vernon victor
  viktor vince vincent vincenzo vitali vitaly vitalii vlad vladimir vladislav volker volodymyr vyacheslav wade wallace
  walter warren wayne werner wilbur wilfred wilhelm will willem william willie winston wolfgang woodrow xavier yahya
  yair yannis yasser yevgeny yitzhak yosef yuri yury yusuf zachary zbigniew`);

/** Names of women and of men alike; of people nevertheless. */
const EITHER = words(`
  addison adrian alex ali ariel avery bailey blair cameron carey casey chris corey dana darcy devon drew dylan eden
  emerson evelyn finley francis frankie gale hadley harper hayden jackie jamie jan jaime jess jesse jo jody jordan
  kelly kendall kerry kim lane lee leslie lindsay lindsey logan loren lou lynn mackenzie marion maxie micah morgan nat
  nikita noel parker pat paris peyton quinn rae randi reese riley robin rory rowan sam sandy sasha sawyer sidney skyler
  spencer sydney taylor terry toni tracy tristan val yi`);

const NAMES: ReadonlyMap<string, Gender> = new Map<string, Gender>([
  ...FEMALE.map((name): [string, Gender] => [name, "f"]),
  ...MALE.map((name): [string, Gender] => [name, "m"]),
  ...EITHER.map((name): [string, Gender] => [name, null]),
]);

/** Whether a word, in lower case, is a first name people commonly have; compound ones by their first part. */
export const isFirstName = (word: string): boolean => NAMES.has(word) || NAMES.has(firstPart(word));

/** Whose first name it commonly is; null for names of both and for names the list does not hold. */
export const genderOfFirstName = (word: string): Gender => NAMES.get(word) ?? NAMES.get(firstPart(word)) ?? null;

const firstPart = (word: string): string => word.split("-", 1)[0] ?? word;
