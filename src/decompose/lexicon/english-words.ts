/**
 * Common words of English, in their plain forms: what people use in requests and remarks, whatever a screen is about. A
 * word among them is no slip of a name, however near it is: "closed" is not "cloned", nor "ghost" a "host".
 */
const WORDS = `
abandon ability able aboard abroad absence absent absolute absolutely absorb abstract abuse accept acceptable accepted access accessible accident accommodate
accompany accomplish according accordingly account accountant accurate accurately accuse achieve achievement acid acknowledge acquire acre acronym across act
action active actively activity actor actress actual actually adapt add addition additional address adequate adjust administration admin admire admission
admit adopt adult advance advanced advantage adventure advert advertise advertisement advice advise adviser affair affect afford afraid after afternoon
afterwards again against age agency agenda agent aggressive ago agree agreement ahead aid aim air aircraft airline airport aisle alarm album alcohol alert
alien align alike alive allergy alley allow allowance almost alone along alongside alphabet alphabetical already alright also alter alternative although
altogether always amateur amaze amazing ambition ambitious ambulance among amount amuse amusing analyse analysis analyst analyze ancient and anger angle angry
animal animate animation ankle anniversary announce announcement annoy annoying annual anonymous another answer ant anticipate anxiety anxious any anybody
anyhow anymore anyone anything anyway anywhere apart apartment apologise apologize apology app apparent apparently appeal appear appearance appetite apple
application apply appoint appointment appreciate approach appropriate approval approve approximate approximately april apron arch architect architecture
archive area argue argument arise arm armchair army around arrange arrangement arrest arrival arrive arrow art article artificial artist artistic ash ashamed
aside ask asleep aspect assemble assembly assess assessment asset assign assignment assist assistance assistant associate association assume assumption assure
astonish athlete atmosphere attach attachment attack attempt attend attendance attention attitude attract attraction attractive auction audience audio august
aunt author authority auto automatic automatically autumn available avenue average avoid await awake award aware away awesome awful awkward axis baby back
backdrop background backpack backup backward backwards bacon bad badge badly bag baggage bake baker bakery balance balanced balcony bald ball balloon ban
banana band bandage bang bank banner bar bare barely bargain bark barn barrel barrier base baseball basement basic basically basil basin basis basket
basketball bat batch bath bathe bathroom battery battle bay beach bead beak beam bean bear beard beast beat beautiful beautifully beauty became because become
bed bedroom bee beef been beer before beg began begin beginner beginning begun behave behavior behaviour behind being belief believe bell belly belong beloved
below belt bench bend beneath beneficial benefit berry beside besides best bet better between beverage beyond bicycle bid big bike bill billion billing bin
bind bio biography biology bird birth birthday biscuit bit bite bitter black blade blame blank blanket blast bleed blend bless blind blink block blog blood
bloom blow blue blur blurry board boat body boil bold bolt bomb bond bone bonus book booking bookmark boom boost boot booth border bored boring born borrow
boss both bother bottle bottom bounce bound boundary bow bowl box boxing boy boyfriend bracket brain branch brand brass brave bread break breakfast breast
breath breathe breed breeze brick bride bridge brief briefly bright brilliant bring broad broadcast brochure broke broken bronze brother brought brown browse
browser brush bubble bucket budget bug build builder building built bulb bulk bull bullet bullying bump bunch bundle burden burger burn burst bury bus bush
business busy but butcher butter butterfly button buy buyer buzz by bye bypass cab cabbage cabin cabinet cable cache cafe cage cake calculate calculation
calculator calendar call caller calm calorie came camera camp campaign camping campus can canal cancel cancellation cancer candidate candle candy cannot
canvas cap capable capacity capital caps captain caption capture car carbon card cardboard care career careful carefully careless cargo carpet carriage
carrier carrot carry cart carton cartoon carve case cash cashier cast castle casual cat catalog catalogue catch category cater cattle caught cause caution
cave ceiling celebrate celebration celebrity cell cellar cement center central centre century cereal ceremony certain certainly certificate chain chair chalk
challenge champion championship chance change changed channel chaos chapter character charge charity charm charming chart chase chat cheap cheaper cheat check
checker checklist checkout cheek cheer cheerful cheese chef chemical chemist chemistry cherry chess chest chevron chew chicken chief child childhood children
chill chimney chin chip chocolate choice choir choke choose chop chose chosen chorus christmas chunk church cigarette cinema circle circular circumstance
circus citizen city civil claim clap clarify clarity class classic classical classify classroom claw clay clean cleaner clear clearance clearer clearly clerk
clever click client cliff climate climb clinic clip clock close closed closely closer closest closet closing closure cloth clothes clothing cloud cloudy club
clue clumsy cluster clutter cluttered coach coal coarse coast coat cocktail code coffee coin coincidence cold collaborate collapse collar colleague collect
collection collective college collide column combination combine come comedy comfort comfortable comic coming comma command comment commerce commercial
commission commit commitment committee common commonly communicate communication community companion company compare comparison compartment compete
competition competitive competitor complain complaint complete completely completion complex complicated comply component compose composition comprehensive
compress compromise computer conceal concentrate concept concern concerning concert conclude conclusion concrete condition conduct conference confidence
confident confirm confirmation conflict confuse confused confusing confusion congratulations connect connection conscious consent consequence conserve
consider considerable considerably consideration consist consistency consistent consistently constant constantly constraint construct construction consult
consultant consumer contact contain container content contents contest context continue continuous continuously contract contrast contribute contribution
control convenient convention conventional conversation conversion convert convey convince convincing cook cooker cookie cooking cool cooperate cope copper
copy copyright core corn corner corporate correct corrected correction correctly correspond corridor cost costly costume cotton couch cough could council
count counter country county couple coupon courage courier course court courtesy cousin cover coverage cow crack cradle craft crash crazy cream create
creation creative creator creature credit crew crime criminal crisis crisp criterion critic critical criticism crop cross crossing crowd crowded crown crucial
crude cruel cruise crush cry crystal cube cucumber cultural culture cup cupboard cure curious curl currency current currently curriculum curry cursor curtain
curve cushion custom customer customize cut cute cutlery cutting cycle cyclist dad daily dairy damage damp dance dancer danger dangerous dare dark darkness
dash dashboard data database date daughter dawn day dead deadline deaf deal dealer dealt dear death debate debt decade decay december decent decide decision
deck declare decline decorate decoration decrease dedicate deep deeper deeply deer default defeat defect defence defend defense define definite definitely
definition degree delay delayed delete deliberate deliberately delicate delicious delight delighted deliver delivery demand demo democracy demonstrate denim
dense dentist deny depart department departure depend dependent deploy deposit depress depressed depression depth deputy derive descend describe description
desert deserve design designer desire desk desktop despite dessert destination destroy detail detailed detect determine develop developer development
deviation device devil devote diagonal diagram dial dialog dialogue diamond diary dice dictionary did die diet differ difference different differently
difficult difficulty dig digest digit digital dim dimension dinner dip diploma direct direction directly director directory dirt dirty disabled disadvantage
disagree disappear disappoint disappointed disappointing disaster disc discard discipline disclose disconnect discount discover discovery discuss discussion
disease disgust dish dishonest disk dislike dismiss display dispose dispute distance distant distinct distinction distinguish distract distracting distribute
distribution district disturb dive divide divider division divorce dizzy do doctor document does dog doll dollar domain domestic dominate donate donation done
donkey door dose dot double doubt doubtful dough down download downstairs downtown downward dozen draft drag drain drama dramatic draw drawer drawing drawn
dream dress drew drift drill drink drive driven driver drop dropdown drought drove drown drug drum drunk dry duck due dull dumb dump duplicate duration during
dust dusty duty dye dynamic each eager ear earlier early earn earnings earring earth ease easier easily east eastern easy eat eaten echo economic economical
economy edge edit edition editor educate education educational effect effective effectively efficiency efficient effort egg eight eighteen eighth eighty
either elastic elbow elder elderly elect election electric electrical electricity electronic elegant element elephant elevator eleven eligible eliminate elite
else elsewhere email embarrass embarrassed embarrassing emblem embrace emerge emergency emotion emotional emphasis emphasise emphasize empire employ employee
employer employment empty enable encounter encourage end ending endless enemy energy engage engagement engine engineer engineering english enhance enjoy
enjoyable enlarge enormous enough enquiry ensure enter enterprise entertain entertainment enthusiasm enthusiastic entire entirely entitle entrance entry
envelope environment environmental envy equal equally equipment equivalent era erase error escape especially essay essence essential essentially establish
estate estimate etc evaluate evaluation even evening evenly event eventually ever every everybody everyday everyone everything everywhere evidence evident
evil evolution evolve exact exactly exaggerate exam examination examine example exceed excellent except exception excess excessive exchange excite excited
excitement exciting exclude exclusive excuse execute executive exercise exhausted exhibit exhibition exist existence existing exit exotic expand expansion
expect expectation expected expense expensive experience experienced experiment expert explain explanation explode explore export expose express expression
extend extension extensive extent exterior external extra extract extraordinary extreme extremely eye eyebrow fabric face facility fact factor factory fade
fail failing failure faint fair fairly faith faithful fake fall false fame familiar family famous fan fancy fantastic far fare farm farmer farther fascinating
fashion fashionable fast faster fat fate father fault faulty favor favorite favour favourite fax fear feast feather feature featured february fed federal fee
feed feedback feel feeling feet fell fellow felt female fence ferry festival fetch fever few fewer fiber fibre fiction field fierce fifteen fifth fifty fight
fighter figure file fill filled filler filling film filter final finally finance financial find finding fine finger finish finished fire firework firm firmly
first firstly fish fishing fist fit fitness fitting five fix fixed fixture flag flame flash flashy flat flavor flavour flaw fleet flesh flew flexibility
flexible flight flip float flood floor flour flow flower flown flu fluid flush fly foam focus fog fold folder folk follow follower following fond font food
fool foolish foot football footer footnote for forbid force forecast foreground forehead foreign foreigner forest forever forgave forget forgive forgot
forgotten fork form formal format formation former formerly formula forth fortnight fortunate fortunately fortune forty forum forward fought foul found
foundation founder fountain four fourteen fourth fraction fragile frame framework frankly fraud free freedom freely freeze freight frequency frequent
frequently fresh freshly friday fridge friend friendly friendship frighten fringe frog from front frost frozen fruit frustrated frustrating fry fuel fulfil
fulfill full fully fun function functional fund fundamental funeral funny fur furniture further furthermore fuss future fuzzy gadget gain gallery gallon
gamble game gang gap garage garbage garden garlic gas gate gather gauge gave gay gear geek gender gene general generally generate generation generous genius
gentle gentleman gently genuine geography gesture get ghost giant gift gigantic girl girlfriend give given glad glance glass glimpse glitch global globe
gloomy glory glossy glove glow glue go goal goat god goes gold golden golf gone good goodbye goodness goods gorgeous gossip got gotten govern government
governor grab grace graceful gracious grade gradient gradual gradually graduate grain gram grammar grand grandfather grandmother grandparent grant grape graph
graphic grass grateful grave gravity gravy gray grease greasy great greater greatest greatly greed green greet greeting grew grey grid grief grill grin grip
grocery gross ground group grow grower grown growth guarantee guard guess guest guidance guide guideline guilt guilty guitar gum gun gut gutter guy gym habit
had hair haircut hairy half halfway hall halt ham hammer hand handbag handful handle handmade handsome handwriting handy hang hanging happen happily happiness
happy harbor harbour hard harder hardly hardware harm harmful harmless harmony harsh harvest has hat hate hatred have having hay hazard head headache header
heading headline headphone headquarters heal health healthy heap hear heard hearing heart heartbeat heat heater heating heaven heavily heavy hectic hedge heel
height held helicopter hell hello helmet help helper helpful helpless hence her herb herd here heritage hero herself hesitate hi hidden hide hierarchy high
higher highest highlight highly highway hike hill him himself hint hip hire his historic historical history hit hobby hockey hold holder holding hole holiday
hollow holy home homeless homepage homework honest honestly honesty honey honor honour hook hooray hop hope hopeful hopefully hopeless horizon horizontal
horizontally horn horrible horror horse hose hospital hospitality host hostel hostile hot hotel hour hourly house household housewife housing hover how
however hug huge hum human humble humid humor humour hundred hung hunger hungry hunt hunter hurry hurt husband hut hybrid hygiene hyphen ice icon icy idea
ideal ideally identical identify identity idiot idle if ignorant ignore ill illegal illness illusion illustrate illustration image imaginary imagination
imagine imitate immature immediate immediately immense immigrant immune impact impatient imply impolite import importance important importantly impose
impossible impress impressed impression impressive improve improved improvement impulse in inappropriate inbox inch incident include included including
inclusive income incoming incomplete inconsistent inconvenient incorrect incorrectly increase increasing increasingly incredible incredibly indeed indent
independence independent index indicate indication indicator indirect individual indoor indoors industrial industry inevitable infant infect infection
inferior infinite inflation influence inform informal information informative ingredient inhabitant inherit initial initially initiative inject injure injury
ink inline inn inner innocent innovation innovative input inquire inquiry insect insert inside insight insist inspect inspection inspector inspiration inspire
instagram install installation instance instant instantly instead instinct institute institution instruct instruction instructor instrument insufficient
insult insurance insure intact integrate intelligence intelligent intend intended intense intensive intent intention interact interaction interactive interest
interested interesting interface interfere interior intermediate internal international internet interpret interrupt interval interview intimate into intro
introduce introduction invade invalid invent invention inventory invest investigate investigation investment invisible invitation invite invoice involve
involved iron ironic irregular irrelevant irritate irritating island isolate issue it italic item its itself ivory jacket jail jam january jar jaw jazz
jealous jeans jelly jet jewel jewellery jewelry job jog join joint joke jolly journal journalist journey joy joyful judge judgement judgment juice juicy july
jumbo jump june jungle junior junk jury just justice justify keen keep keeper kept kettle key keyboard keyword kick kid kidney kill killer kilo kilometer
kilometre kind kindly kindness king kingdom kiosk kiss kit kitchen kite knee kneel knew knife knob knock knot know knowledge known lab label labor laboratory
labour lack ladder lady lag lake lamb lame lamp land landing landlord landmark landscape lane language laptop large largely larger largest last lastly late
lately later latest latter laugh laughter launch laundry law lawn lawyer lay layer layout lazy lead leader leadership leading leaf leaflet league leak lean
leap learn learner learning lease least leather leave lecture led left leg legal legend legible leisure lemon lend length lens less lesson let letter lettuce
level lever liable liberal liberty library licence license lid lie life lifestyle lifetime lift light lighter lighting lightly lightning like likely likewise
limb lime limit limitation limited limp line linear linen liner link lion lip liquid list listen listener liter literally literature litre little live lively
liver living load loaf loan lobby local locate location lock locker log logic logical login logo logout lonely long longer longest look lookup loop loose
loosen lord lorry lose loss lost lot lottery loud loudly lounge love lovely lover low lower lowercase lowest loyal loyalty luck luckily lucky luggage lump
lunch lung luxurious luxury lyric machine machinery mad madam made magazine magic magical magnet magnificent mail mailbox main mainly maintain maintenance
major majority make maker makeup male mall man manage manageable management manager mandatory manner manual manually manufacture manufacturer many map marble
march margin marine mark marker market marketing marriage married marry mask mass massive master masterpiece match matching mate material math matter mattress
mature maximum may maybe mayor me meal mean meaning meaningful means meant meantime meanwhile measure measurement meat mechanic mechanical mechanism medal
media medical medication medicine medium meet meeting melody melon melt member membership memo memorable memorial memory men menace mend mental mentally
mention mentor menu merchandise merchant mercy mere merely merge merit merry mess message messy met metal meter method metre metric metro middle midnight
might mild mile military milk mill millimeter million mind mine mineral minimal minimize minimum minister minor minority mint minus minute miracle mirror
misery mislead misleading miss missed missing mission mistake mistaken misunderstand misunderstanding mix mixed mixture mobile mockup mode model moderate
modern modest modify module moist moment monday money monitor monkey monster month monthly mood moon mop moral more moreover morning mortgage mosquito most
mostly mother motion motivate motivation motive motor motorcycle mount mountain mouse mouth move movement movie much mud muddy mug multi multiple multiply mum
murder muscle museum mushroom music musical musician must mustard mutual my myself mysterious mystery myth nail naked name namely nap napkin narrow nasty
nation national nationality native natural naturally nature naughty naval navigate navigation navy near nearby nearest nearly neat neatly necessarily
necessary necessity neck necklace need needle needless negative neglect negotiate neighbor neighborhood neighbour neighbourhood neither nephew nerve nervous
nest net network neutral never nevertheless new newborn newer newest newly news newsletter newspaper next nice nicely nicer niche nickname niece night
nightmare nine nineteen ninety ninth no nobody nod noise noisy none nonetheless nonsense noodle noon nor normal normally north northern nose not notable note
notebook nothing notice noticeable notification notify notion noun novel november now nowadays nowhere nuclear nuisance numb number numerous nurse nursery nut
nylon oak oath obey object objection objective obligation oblige obscure observation observe obsess obsolete obstacle obtain obvious obviously occasion
occasional occasionally occupation occupy occur ocean october odd oddly of off offence offend offensive offer office officer official offline offset often oil
old older oldest olive omit on once one ongoing onion online only onto opacity open opener opening openly opera operate operation operator opinion opponent
opportunity oppose opposed opposite opposition optical optimistic optimize option optional or oral orange order ordinary organ organic organisation organise
organization organize organized orient orientation origin original originally ornament other otherwise ought our ourselves out outbreak outcome outdated
outdoor outdoors outer outfit outgoing outlet outline outlook output outrage outside outstanding oval oven over overall overcome overdue overflow overlap
overlay overlook overnight override overseas oversized overtake overtime overview overweight overwhelm overwhelming owe own owner ownership oxygen pace pack
package packaging packet pad padding page paid pain painful paint painter painting pair palace pale palette palm pan pancake panel panic pants paper parade
paragraph parallel parcel pardon parent park parking parliament part partial partially participant participate participation particular particularly partly
partner partnership party pass passage passenger passion passionate passive passport password past pasta paste pastry pasture patch path patience patient
pattern pause pavement pay payment pea peace peaceful peach peak peanut pear pearl pebble peculiar pedestrian peel peer pen penalty pencil pending penguin
penny pension people pepper per perceive percent percentage perfect perfectly perform performance performer perfume perhaps period periodic permanent
permanently permission permit persist person personal personality personally perspective persuade pet petrol pharmacy phase phenomenon philosophy phone photo
photocopy photograph photographer photography phrase physical physically physics piano pick pickle pickup picnic picture pie piece pier pig pigeon pile pill
pillow pilot pin pinch pine pink pint pioneer pipe pit pitch pity pixel pizza place placed placeholder placement plain plan plane planet planner planning
plant plaster plastic plate platform play player playful playground playlist pleasant please pleased pleasure plenty plot plough plug plumber plural plus
pocket podcast poem poet poetry point pointer pointless poison poisonous pole police policeman policy polish polite politely political politician politics
poll pollution pond pool poor poorly pop popular popularity population popup pork port portable porter portfolio portion portrait pose position positive
positively possess possession possibility possible possibly post postage postal postcard poster postpone pot potato potential potentially pottery pouch pound
pour poverty powder power powerful practical practically practice practise praise pray prayer preach precede precious precise precisely precision predict
prediction prefer preferably preference preferred prefix pregnant premium preparation prepare prepared presence present presentation presently preserve
president press pressure presumably pretend pretty prevent preview previous previously price pricey pride priest primarily primary prime prince princess
principal principle print printer prior priority prison prisoner privacy private privilege prize pro probable probably problem procedure proceed process
produce producer product production productive productivity profession professional professor profile profit profitable program programme programmer progress
progressive prohibit project prominent promise promising promo promote promotion prompt pronounce proof proper properly property proportion proportional
proposal propose prospect protect protection protest prototype proud prove provide provided provider province provision pub public publication publicity
publish publisher pudding pull pulse pump pumpkin punch punctual punctuation punish punishment pupil puppy purchase pure purely purple purpose purse pursue
push put puzzle puzzled pyramid qualification qualified qualify quality quantity quarrel quarter queen query question questionnaire queue quick quickly quiet
quietly quilt quit quite quiz quota quotation quote rabbit race racing rack radical radio radius rage rail railway rain rainbow rainy raise rally ran random
randomly rang range rank rapid rapidly rare rarely rat rate rather rating ratio raw ray razor reach react reaction read readable reader readily reading ready
real realise realistic reality realize really rear rearrange reason reasonable reasonably rebuild recall receipt receive receiver recent recently reception
recipe recipient reckon recognise recognition recognize recommend recommendation record recorder recording recover recovery recruit rectangle rectangular
recycle red reduce reduction redundant refer reference refill refine reflect reflection reform refresh refreshment refrigerator refund refuse regard regarding
regardless region regional register registration regret regular regularly regulate regulation rehearsal reject relate related relation relationship relative
relatively relax relaxed release relevant reliable relief relieve religion religious reload reluctant rely remain remainder remaining remark remarkable remedy
remember remind reminder remote removal remove render rent rental reopen reorder repair repeat repeated repeatedly replace replacement reply report reporter
represent representative reputation request require required requirement rescue research researcher resemble reservation reserve reset reside resident resign
resist resistance resize resolution resolve resort resource respect respectively respond response responsibility responsible responsive rest restaurant
restore restrict restricted restriction result resume retail retailer retain retire retired retirement return reunion reuse reveal revenge revenue reverse
revert review revise revision revolution reward rewrite rhythm rib ribbon rice rich rid ridden riddle ride rider ridge ridiculous rifle right rightly rigid
rim ring rinse ripe rise risen risk risky rival river road roast rob robbery robot robust rock rocket rocky rod rode role roll roller romance romantic roof
room root rope rose rotate rotation rotten rough roughly round rounded route routine row royal rub rubber rubbish rude rug rugby ruin rule ruler rumor rumour
run runner running rural rush rust rusty sack sacred sacrifice sad saddle sadly safe safely safety said sail sailing sailor saint sake salad salary sale
salesman salmon salon salt salty same sample sand sandal sandwich sandy sang sank sat satellite satisfaction satisfactory satisfied satisfy saturday sauce
saucer sausage save saver saving saw say saying scale scan scandal scar scarce scarcely scare scared scarf scary scatter scene scenery scenic scent schedule
scheme scholar scholarship school science scientific scientist scissors scope score scorn scout scramble scrap scrape scratch scream screen screenshot screw
script scroll sculpture sea seal search season seasonal seat second secondary secondly secret secretary section sector secure securely security see seed seek
seem seen segment seize seldom select selected selection self selfish sell seller semester semi senate send sender senior sensation sense sensible sensitive
sent sentence sentiment separate separately separation september sequence series serious seriously servant serve server service session set setting settle
settlement setup seven seventeen seventh seventy several severe severely sew sex shade shadow shady shake shaken shall shallow shame shape shaped share shared
shark sharp sharpen sharply shave she shed sheep sheer sheet shelf shell shelter shepherd shift shine shiny ship shipment shipping shirt shock shocked
shocking shoe shook shoot shop shopper shopping shore short shortage shorten shorter shortly shorts shot should shoulder shout shove shovel show shower shown
shrink shrug shuffle shut shutter shuttle shy sibling sick sickness side sidebar sidewalk sideways sigh sight sightseeing sign signal signature signed
significance significant significantly signup silence silent silently silk silly silver similar similarity similarly simple simpler simplest simplicity
simplify simply simultaneously since sincere sincerely sing singer single sink sip sir sister sit site situated situation six sixteen sixth sixty size sized
sketch ski skill skilled skin skip skirt skull sky slack slam slap slash slave sleep sleeping sleepy sleeve slender slept slice slide slider slight slightly
slim slip slipper slippery slogan slope slot slow slowly small smaller smallest smart smell smile smoke smoking smooth smoothly snack snake snap snow snowy so
soap social society sock socket sofa soft soften softly software soil solar sold soldier sole solely solid solution solve some somebody somehow someone
something sometime sometimes somewhat somewhere son song soon sooner sophisticated sore sorrow sorry sort sought soul sound soup sour source south southern
souvenir space spaced spacing spacious spare spark speak speaker special specialist specialize specially species specific specifically specification specify
spectacular speech speed spell spelling spend spent spice spicy spider spill spin spirit spiritual spit spite splash splendid split spoil spoke spoken sponge
sponsor spoon sport spot spouse spray spread spreadsheet spring sprinkle spy square squeeze stable stack stadium staff stage stain stair staircase stake stale
stall stamp stand standard standing star stare start starter startup starve state statement static station stationery statistic statue status stay steadily
steady steak steal steam steel steep steer stem step stereo stick sticker sticky stiff still stir stitch stock stole stolen stomach stone stood stool stop
storage store storm stormy story stove straight straighten straightforward strain strange stranger strap strategic strategy straw strawberry stream street
strength strengthen stress stressed stretch strict strictly strike string strip stripe striped stroke strong stronger strongly struck structural structure
struggle stubborn stuck student studio study stuff stuffy stumble stupid style stylish sub subject sublime submission submit subscribe subscriber subscription
subsequent subsequently substance substantial substitute subtle subtitle subtract suburb subway succeed success successful successfully such suck sudden
suddenly suffer sufficient sufficiently sugar suggest suggestion suit suitable suitcase suite sum summarise summarize summary summer summit sun sunday
sunglasses sunlight sunny sunrise sunset super superb superior supermarket supervise supervisor supper supplement supplier supply support supporter suppose
supposed supposedly sure surely surf surface surgeon surgery surname surprise surprised surprising surprisingly surround surrounding surroundings survey
survival survive suspect suspend suspicion suspicious sustain sustainable swallow swam swan swap swear sweat sweater sweep sweet swell swept swift swim
swimmer swimming swing switch switched sword symbol symbolic sympathetic sympathy symptom sync syrup system systematic tab table tablet tackle tactic tag tail
tailor take taken tale talent talented talk tall taller tank tap tape target task taste tasty taught tax taxi tea teach teacher teaching team tear tease
technical technician technique technology tedious teenage teenager teeth telephone television tell teller temper temperature template temple temporarily
temporary tempt ten tenant tend tendency tender tennis tense tension tent tenth term terminal terminate terms terrace terrible terribly terrific terrify
territory terror test testimonial testing text textbook texture than thank thankful thanks that the theater theatre theft their them theme themselves then
theory therapy there thereby therefore thermal these they thick thickness thief thigh thin thing think thinking third thirsty thirteen thirty this thorough
thoroughly those though thought thoughtful thousand thread threat threaten three threw thrill thriller thrilling throat throne through throughout throw thrown
thumb thumbnail thunder thursday thus tick ticket tide tidy tie tied tiger tight tightly tile till time timeline timely timer timetable timing tin tiny tip
tired tiring tissue title to toast tobacco today toe together toggle toilet token told tolerate tomato tomorrow ton tone tongue tonight too took tool toolbar
tooltip tooth top topic torch torn toss total totally touch touching tough tour tourism tourist toward towards towel tower town toxic toy trace track tracking
trade trader trading tradition traditional traffic tragedy tragic trail trailer train trainer training tram transaction transfer transform transition
translate translation transparent transport transportation trap trash travel traveler traveller tray treasure treat treatment treaty tree tremendous trend
trendy trial triangle tribe trick tricky tried trigger trim trip triple triumph trivial trolley troop tropical trouble trousers truck true truly trumpet trunk
trust trusted truth try tube tuesday tuition tunnel turn turned turning turtle tutor tutorial twelfth twelve twentieth twenty twice twin twist two type
typical typically typo tyre ugly ultimate ultimately umbrella unable unacceptable uncertain unchanged uncle unclear uncomfortable uncommon under underground
underline underneath understand understandable understanding understood undertake underwear undo uneven unexpected unexpectedly unfair unfamiliar unfinished
unfortunate unfortunately unfriendly unhappy unhealthy uniform unify union unique unit unite united universal universe university unknown unless unlike
unlikely unlimited unlock unlucky unnecessary unpack unpaid unpleasant unpopular unreadable unreasonable unrelated until unusual unusually unwanted unwilling
up upcoming update updated upgrade upload upon upper uppercase upright ups upset upside upstairs upward urban urge urgent urgently us usage use used useful
useless user usual usually utility utter vacancy vacant vacation vague vaguely vain valid validate valley valuable value van vanish variable variant variation
variety various vary vase vast vegetable vegetarian vehicle vendor venture venue verb verify version versus vertical vertically very vessel vet via vibrant
vice victim victory video view viewer viewport village vinegar violence violent violet violin virtual virtually virtue virus visa visibility visible vision
visit visitor visual visually vital vitamin vivid vocabulary voice volcano volume voluntary volunteer vote voter voucher vowel voyage vulnerable wage wagon
waist wait waiter waiting waitress wake walk walker walking wall wallet wallpaper wander want war ward wardrobe warehouse warm warmer warmth warn warning
warranty was wash washing waste watch watcher water waterproof wave wax way we weak weaken weakness wealth wealthy weapon wear weather weave web webpage
website wedding wednesday weed week weekday weekend weekly weep weigh weight weird welcome welfare well went were west western wet whale what whatever wheat
wheel when whenever where whereas wherever whether which whichever while whip whisper whistle white who whoever whole wholesale wholly whom whose why wicked
wide widely widen wider widespread widget widow width wife wild wilderness will willing win wind window windy wine wing winner winter wipe wire wireless
wisdom wise wish wit witch with withdraw within without witness woke wolf woman women won wonder wonderful wood wooden wool word wording wore work worker
working workout workplace works workshop world worldwide worm worn worried worry worrying worse worship worst worth worthless worthwhile worthy would wound
wow wrap wrapped wrapper wreck wrist write writer writing written wrong wrongly wrote xmas yard yawn yeah year yearly yell yellow yes yesterday yet yield yoga
yogurt you young younger youngest your yours yourself yourselves youth zebra zero zip zone zoo zoom
`

let words: ReadonlySet<string> | null = null

function listed(): ReadonlySet<string> {
  return (words ??= new Set(WORDS.trim().split(/\s/)))
}

/** Whether a word, in lower case, is in the list as it stands. O(1). */
export function isListedWord(word: string): boolean {
  return listed().has(word)
}

/** Whether a word, in lower case, is a common word of English or a form of one. O(length). */
export function isEnglishWord(word: string): boolean {
  const known = listed()
  return known.has(word) || plainForms(word).some((form) => known.has(form))
}

/** The forms that a word may be one of: "stopped" of stop, "tries" of try, "making" of make. */
function plainForms(word: string): string[] {
  const forms: string[] = []
  for (const [ending, ...instead] of ENDINGS) {
    if (!word.endsWith(ending) || word.length < ending.length + 2) continue
    const stem = word.slice(0, -ending.length)
    for (const other of instead) forms.push(stem + other)
    // "stopped", "bigger": the last letter is doubled.
    if (/([b-df-hj-np-tv-z])\1$/.test(stem)) forms.push(stem.slice(0, -1))
  }
  return forms
}

/** An ending, and what stands in its place in the plain form. */
const ENDINGS: readonly (readonly [string, ...string[]])[] = [
  ['ies', 'y'],
  ['ied', 'y'],
  ['ier', 'y'],
  ['iest', 'y'],
  ['ily', 'y'],
  ['es', '', 'e'],
  ['s', ''],
  ['ed', '', 'e'],
  ['er', '', 'e'],
  ['est', '', 'e'],
  ['ing', '', 'e'],
  ['ings', '', 'e'],
  ['ers', '', 'e'],
  ['ly', '', 'le'],
  ['ness', ''],
  ['less', ''],
  ['ful', ''],
]
