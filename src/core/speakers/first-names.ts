/** What a name, a title or a pronoun tells of a person; null where it tells nothing. */
export type Gender = "f" | "m" | null;

const words = (list: string): readonly string[] => list.split(/\s+/).filter((word) => word !== "");

const FEMALE = words(`
  abigail ada adele adriana agnes aisha alejandra aleksandra alexandra alexis alice alicia alina alison allison
  alyssa amanda amber amelia amina amy ana anastasia andrea angel angela angelina angie anita anja ann anna
  annabelle annalena anne annette annie antonia april ariana arianna ashley astrid audrey aurora ava ayesha barbara
  beata beatrice becky bella benazir bernadette bernice beth bethany betsy betty beverly bianca birgit bonnie brenda
  bridget brigitte britney brittany brooke candace candice carla carly carmen carol carole carolina caroline carolyn
  carrie catalina catherine cathy cecilia celeste celia charlene charlotte chelsea cheryl chloe christa christina
  christine chrystia cindy claire clara clarissa claudia colleen condoleezza connie constance consuelo corazon
  corinne courtney cristina crystal cynthia daisy daniela danielle daphne daria darlene dawn deb debbie debora
  deborah debra deirdre delia denise diana diane dianne dina dolly dolores dominique donna dora doreen doris dorothy
  ebony edith eileen elaine eleanor elena elisa elisabeth elise eliza elizabeth elke ella ellen eloise elsa elsie
  elvira emilia emilie emily emma erica erika erin esmeralda esperanza estelle esther eugenia eva eve evelyn faith
  fatima fatma felicia fiona flora florence frances francesca freda frederica frieda gabriela gabriella gabrielle
  gail galina genevieve georgia georgina geraldine germaine gertrude gina giorgia gisele giulia gladys glenda gloria
  grace graciela greta gretchen guadalupe gwen gwendolyn hailey haley hana hannah harriet hazel heather heidi helen
  helena helene helga heloise henrietta hilary hilda hillary holly hope huma ida ilana ilhan ilona ilse imelda ines
  inga ingrid irena irene irina iris irma isabel isabella isabelle ivanka ivy jackie jacqueline jacquelyn jan jana
  jane janet janice jasmine jean jeanette jeanine jeanne jeannie jenna jennifer jenny jessica jill joan joann joanna
  joanne jocelyn jodi johanna josephine joy joyce juanita judith judy julia juliana julianne julie juliet june
  justine kaitlyn kamala karen karin karla kate katerina katharine katherine kathie kathleen kathryn kathy katie
  katrina katya kay kayla kayleigh keiko kellyanne kerstin khadija kim kimberly kimiko kirsten kirstjen kolinda kris
  kristen kristin kristina kristine krystal ksenia lakshmi lana lara larisa latoya laura lauren laurie lea leah
  leanne leila lena leticia lidia lila lillian lily linda lindiwe lisa liz liza lois lola loretta lorna lorraine
  louise lucia luciana lucille lucy ludmila luisa luz lydia lynda lynette mabel madeleine madeline maggie maite
  malala malia mandy manuela marcela marcia margaret margarita margot maria mariam marian mariana marianne marie
  mariella marilyn marina marine marissa marjorie marla marlene marsha martha martina mary maryam mathilde matilda
  maureen maxine maya meg megan meghan megyn mei melania melanie melinda melissa mercedes meredith mia michaela
  michele michelle mika mildred millicent mindy miranda miriam moira molly mona monica monique muriel myra myrna
  nadezhda nadia nadine nancy naomi natalia natalie natalya natasha nathalie nellie ngozi niamh nicki nicola nicole
  nigella nikki nina nirmala noelle nora noreen norma noura octavia oksana olena olga olivia oprah padma pam pamela
  patricia patty paula paulette pauline pearl peggy penelope penny petra phoebe phyllis pilar polina priscilla priya
  priyanka rachel ramona rania raquel rashida rebecca regina renata renee rhonda rita roberta rochelle rosa rosalie
  rosalind rosario rose rosemary rosie roxanne roz ruth sabine sabrina sadie sahra sally samantha samia sandra sanna
  sara sarah sasha savannah selena serena shannon sharon sheila shelby shelly sheryl shireen shirley silvia simone
  sinead siobhan sofia solange sonia sonja sophia sophie stacey stacy stella stephanie sue sunita susan susana
  susanna susanne sushma susie suzanne svenja svetlana sylvia tabitha tamara tammy tania tanya tara tatiana tatyana
  teresa theresa therese tiffany tina tonya tracey tricia trish trudy tsai tulsi ulrike ursula valentina valeria
  valerie vanessa vera veronica vicki vickie vicky victoria viktoria viola violet virginia vivian wanda wendy
  whitney wilhelmina wilma winifred winnie ximena xiomara yasmin yasmine yelena yoko yolanda yuki yulia yvette
  yvonne zadie zainab zelda zoe zuzana`);

const MALE = words(`
  aaron abbas abdel abdelaziz abdul abdullah abe abraham abu adam aditya adolf adrian ahmad ahmed ahmet ajay akira
  al alain alan alassane albert alberto aldo alec alejandro aleksandar aleksandr aleksei alexander alexandre alexei
  alexis alfonso alfred alfredo ali allan allen alvin amir amit anatoly anders andre andreas andrei andres andrew
  andriy andrzej andy angelo angus anil anthony antoine anton antonin antonio antony anwar archie ari arjun arkady
  armando arnold arsen arthur arturo ashraf asif atal aung austin avi avigdor axel barack barham barry bart
  bartholomew bashar basil beji ben benedict benjamin benny bernard bernardo bernd bernie bert bilal bill billy
  binyamin bjorn bob bobby bojan bola boris borut brad bradley branko brendan brent brett brian brit bruce bruno
  bryan byron caleb calvin carl carlo carlos carter cedric cenk cesar chad charles charlie chester chip christian
  christoph christophe christopher chuck ciaran clarence clark claude clayton clement cliff clifford clint clive
  clyde cody colin conrad constantine corey cornelius craig curt curtis cyril cyrus dacian dale damian damon dan
  daniel danilo danny dario darrell darren darryl dave david davis davor dean declan denis dennis denys derek
  desmond dick diego dieter dimitri dinesh dirk dmitri dmitriy dmitry dmytro dominic don donald donnie doug douglas
  duane duncan dusan dustin dwayne dwight earl ebrahim ed eddie edgar edi edmund edouard eduardo edward edwin efraim
  egor ekrem elbridge eli elias elijah elio elliot elliott elmer elon elvis emanuel emil emilio emmanuel emmerson
  enda enrique eoin eric erich erick erik ernest ernesto ernst ethan eugene evan evo fabian fabio faisal fareed
  farid felipe felix ferdinand ferenc fernando fidel floyd francesco francis francisco franco francois frank
  franklin franz fred freddie frederic frederick friedrich fumio fyodor gabriel gareth gary gavin geert gene gennady
  geoff geoffrey george georges georgy gerald gerard gerhard gerry gianni gilbert giorgio giorgos giovanni giulio
  giuseppe glenn goodluck gordon graham grant greg gregg gregory guido guillermo gunther gus gustav gustavo guy
  habib haider hakan hakim hamad hamdi hamid hamza hank hans harold haroon harry harvey hasan hassan hector heiko
  heinrich heinz helmut henri henrik henry herbert herman herve hiroshi horacio horst hosni howard htin hubert hugh
  hugo humberto hun hussein ian ibrahim ignacio igor ike ilir ilya imad imran ingvar irving isaac isaias ismail ivan
  ivica ivo jaap jacinto jack jacob jacques jaime jair jake jakob jamal james jan janez janos jared jaroslaw jason
  javad javier jay jean-claude jeb jed jeff jefferson jeffrey jens jeremiah jeremy jeroen jerome jerry jesse jesus
  jim jimmy joachim joaquin joe joel joerg joey johan johann johannes john johnny joko jon jonah jonas jonathan
  jorge jose josef joseph josh joshua josip juan juergen jules julian julien julio julius jurgen justin jyrki kais
  kaj kamal karim karl keir keith kemal ken kenji kenneth kenny kent kevin khaled khalid khalifa kieran kirk klaus
  klemens kofi konstantin kurt kyle kyriakos lajos lamar lance larry lars laszlo laurent lawrence lech lee leo leon
  leonard leonardo leonid leopold leroy lester leszek levi liam lincoln lionel lloyd logan lorenzo lou louie louis
  lubomir luca lucas luciano ludovic luis luiz lukas luke lula luther mack macky magnus mahmoud malcolm manfred
  manmohan manuel marc marcel marco marcos marcus mariano mario mariusz mark marko markus marlon marshall martin
  marty marvin masoud mate mateo mateusz mathias matt matteo matthew matthias matti maurice mauricio max maxim
  maximilian mehdi mehmet mel melvin michael micheal michel mick miguel mihai mike mikhail mikheil milan miles milo
  milos milton mitch mitchell mitt mohamed mohammad mohammed mohan moises momir moncef moon moshe muhammad muhammadu
  murray mustafa mykhailo naftali nana narendra nasser nathan nathaniel naveed nawaz neal ned neil nelson newt
  nicholas nick nico nicolae nicolas nigel nikita nikol nikolai nikolas nikolay norbert norman nouri nuri oguz olaf
  oleg oleh oleksandr oleksii oleksiy oliver omar orhan orlando orrin osama oscar oskar osman otto owen pablo
  padraig pal paolo pascal patrick paul paulo pavel pavlo pedro pekka per percy perry pete peter petr petro phil
  philip philippe phillip pierre pietro piotr pranab radoslaw rafael rahul raila raj rajesh rajiv rajnath ralph
  ramon ramush randall randy ranil rashid raul ravi ray raymond recep reggie reince reinhard reinhold rené rex
  reynaldo ricardo richard rick ricky rishi rob robbie robby robert roberto robin rod rodney rodolfo rodrigo roger
  roland rolf roman ron ronald ronnie rory ross roy ruben rudolf rudolph rudy rupert rush russ russell rustam ryan
  saad sajid sal sali salman salvador salvatore samir samuel sanjay sanjiv santiago saul scott sean sebastian
  sebastien selahattin selim serge sergei sergey sergio sergiy seth shaun shawn shimon shinzo sidney siegfried
  sigmar silvio simon sinan solomon stan stanislav stanley stefan stefano stephane stephen sterling steve steven
  stewart stig stuart sukhbir sunil suresh sven syed tad takashi tamim tamir tariq taro tayyip ted teddy terence
  terrence thabo thaddeus theo theodore thierry thom thomas tibor tihomir tim timothy tobias toby todd tom tomas
  tomasz tomislav tommy tony traian travis trent trevor trey troy tucker tyler tyrone uhuru ulf ulrich umar umberto
  uwe vaclav valdis valentin valery vernon victor viktor vince vincent vincenzo vitali vitalii vitaly vivek vlad
  vladimir vladislav volker volodymyr vuk vyacheslav wade wallace walter warren wayne werner wilbur wilfred wilhelm
  will willem william willie winston wolf wolfgang woodrow xavier yahya yair yannis yasser yevgeny yitzhak yosef
  yoshihide yoweri yuri yury yusuf yuval zachary zbigniew zeljko zlatan zoran zsolt`);

/** Names of women and of men alike; of people nevertheless. */
const EITHER = words(`
  addison adrian alex ali ariel avery bailey blair cameron carey casey chris corey dana darcy devon drew dylan eden
  emerson evelyn finley francis frankie gale hadley german harper hayden jackie jamie jan jaime jess jesse jo jody jordan
  kelly kendall kerry kim lane lee leslie lindsay lindsey logan loren lou lynn mackenzie marion maxie micah morgan nat
  nikita noel parker pat paris peyton quinn rae randi reese riley robin rory rowan sam sandy sasha sawyer sidney skyler
  spencer sydney taylor terry toni tracy tristan val yi`);

/** Family names that stand first, in China, Korea and Vietnam; words English has too are left out. */
const FAMILY_FIRST = words(`
  wang li zhang liu chen yang huang zhao wu zhou xu zhu hu guo lin gao luo zheng liang xie tang han feng deng cao peng zeng xiao
  tian yuan cai jiang yu cheng wei ding ren yao shen zhong cui jin xi qin lei qian hao shi xiong moon park choi jung kang cho
  yoon jang lim kwon nguyen tran pham hoang phan vu dang bui`);

const NAMES: ReadonlyMap<string, Gender> = new Map<string, Gender>([
  ...FAMILY_FIRST.map((name): [string, Gender] => [name, null]),
  ...FEMALE.map((name): [string, Gender] => [name, "f"]),
  ...MALE.map((name): [string, Gender] => [name, "m"]),
  ...EITHER.map((name): [string, Gender] => [name, null]),
]);

/** Whether a word, in lower case, commonly begins a person's name; compound ones by their first part. */
export const isFirstName = (word: string): boolean =>
  NAMES.has(word) || (word.includes("-") && NAMES.has(firstPart(word)));

/** Whose first name it commonly is; null for names of both and for names the list does not hold. */
export const genderOfFirstName = (word: string): Gender => NAMES.get(word) ?? NAMES.get(firstPart(word)) ?? null;

const firstPart = (word: string): string => word.split("-", 1)[0] ?? word;
