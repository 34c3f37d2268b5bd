"""Given names in use in the UK, as data: where a separator was lost, a given name tells that a person begins here.

It is no list of who can be a person: two capitalised words that mean nothing else are a person with or without it.
"""

from __future__ import annotations

from planbook.interpreting.naming.words import word_set

_BRITISH_AND_IRISH = word_set(
    "aaron abbie abby abigail adam adele adrian agnes aidan aiden aileen aimee alan alasdair alastair albert alec"
    " aled alex alexander alexandra alexis alfie alfred alice alicia alison alistair allan allen alma alun alys alyson"
    " amanda amber amelia amy ana anabel andrea andrew andy angela angie angus anita ann anna annabel anne annette"
    " annie anthea anthony antonia april aran archie arnold arthur arwen ashley audrey barbara barry beatrice becca"
    " becky belinda ben benjamin bernadette bernard beryl bet beth bethan bethany betty bev beverley bill billy blake"
    " bob bobby brenda brendan brett brian bridget brigid briony bronwen bruce bryan bryn caitlin callie callum"
    " cameron carl carla carly carmel carol carole caroline carolyn carrie carys cassandra cat cath catharine"
    " catherine cathy catriona cecilia celia ceri cerys charles charlie charlotte chas chelsea cheryl chloe chris"
    " chrissie christian christina christine christopher ciara cillian claire clara clare claudia clem cliff clifford"
    " clive col colette colin colleen connor conor constance cora corinne craig cynthia daisy dale damian damien dan"
    " daniel danielle daphne darren daryl dave david dawn dawn-marie daz dean deb debbie deborah debra debs declan"
    " deirdre delia delyth denis denise dennis derek dermot desmond diana diane dianne dilys dominic don donald donna"
    " dora doreen doris dorothy dot dougal dougie douglas duncan dylan eamonn ed eddie edith edmund edward edwin"
    " eileen eira elaine eleanor elen eli elise eliza elizabeth ella ellen ellie elliot elsie elspeth eluned emer"
    " emily emlyn emma emrys eoin eric erica erin ernest esme esther ethan ethel euan eunice euphemia eva evan eve"
    " evelyn ewan faith fay faye felicity felix fergus fern ffion finlay finola fiona flo flora florence frances"
    " francesca francis frank fraser fred freda freddie frederick freya gail gareth gary gavin gaynor gaz gemma gena"
    " geoff geoffrey george georgia georgina gerald geraldine gerard gerry gethin gil giles gill gillian gina gladys"
    " glen glenda glenn glenys gloria glynis gordon grace graeme graham grainne grant greg gregory greta gus gwen"
    " gwenda gwilym gwyn gwyneth haf hannah harold harriet harry harvey hayley hazel heather hector hedley heidi helen"
    " helena henrietta henry hettie hilary hilda holly howard hugh hugo huw iain ian idwal ieuan imogen ina ingrid"
    " iola iona irene iris isaac isabel isabella isla isobel ivan ivor ivy iwan jacinta jack jackie jacob jacqueline"
    " jacqui jade jake james jamie jan jane janet janette janice janine jarvis jas jason jasper jay jayne jean"
    " jeanette jeff jeffrey jemima jemma jen jennifer jenny jeremy jess jessica jez jill jim jimmy jo joan joanna"
    " joanne jodie joe joel johanna john johnny jon jonathan jools jordan joseph josephine josh joshua josie joy joyce"
    " juan jude judith judy jules julia julian juliana julie juliet june justin justine karen karin karl kate kath"
    " katharine katherine kathleen kathryn kathy katie katrina katy kay kayleigh keiran keith kelly kelvin ken kenneth"
    " kenny kenton kerry kev kevin kieran kim kimberley kirk kirsten kirstie kirstin kirsty kit kitty kyle lachlan"
    " lana lara laura lauren laurence laurie lawrence leah leanne lee leigh leigh-anne len lena leo leon leonard"
    " lesley lesley-anne leslie lewis liam libby lil lilian lily linda lindsay lindsey lisa liz lizzie lloyd lois"
    " lorna lorna-marie lorraine lou louis louisa louise lucie lucinda lucy luke luned lydia lyn lynda lynn lynne"
    " lynsey lyra mabel maddie maeve mags mairi maisie malcolm mali mandy marc marcia marcus margaret marge maria"
    " marian marie marilyn marina marion marjorie mark marlene marnie martha martin martyn mary mathew matt matthew"
    " maud maura maureen maurice mavis max maxine megan meghan meinir mel melanie melissa menna mererid merle merrill"
    " mervyn mhairi mia michael michaela michelle mick mike mildred millie milly miranda miriam mitchell mo moira"
    " molly mona monica morag moray morgan morwenna muriel murray myra nadia nadine nan nancy naomi nat natalie"
    " natasha nathan ned neil nell nerys nest neville nia niall niamh nicholas nick nicky nicola nigel nina noel nonie"
    " nora noreen norma norman nuala odette olive oliver olivia ollie olwen oonagh orla oscar owain owen paddy padraig"
    " pam pamela pat patience patricia patrick patsy paul paula pauline pearl peggy penelope penny percy pete peter"
    " petra petula phil philip philippa phillip phoebe phyllis pippa polly poppy quentin rach rachael rachel ralph"
    " raquel ray raymond rebecca reg reginald rena reuben rhian rhiannon rhoda rhona rhoswen rhys rian richard rick"
    " ricky rita ritchie rob robbie robert roberta robin robyn rod roderick rodney roger roisin roland ron ronald rory"
    " ros rosa rosalind rosamund rose roseann roseanne rosemary rosie ross rowan rowena roxanne roy roz ruairi rufus"
    " rupert russell ruth ryan sabrina sadie sal sally sam samantha samuel sandra sandy sara sarah saskia scott sean"
    " selina seth shane shannon sharon shaun shauna sheena sheila shel shelley sheridan sheryl shirley shona sian sid"
    " sidney silas silvia simon sinead siobhan sioned siân sofia sonia sophia sophie sorcha stacey stan stanley stefan"
    " stella steph stephanie stephen steve steven stew stewart stu stuart sue susan susannah susie suzanne sylvia"
    " tamara tamsin tania tanya tara tash ted tegan teleri terence teresa terri terry tess tessa thea thelma theo"
    " theresa thomas tiffany tim timothy tina toby todd tom tommy toni tony tracey tracie tracy trev trevor tricia"
    " trina trish trudy ulrica una ursula val valerie vanessa vera verity verna vernon veronica vicki vicky victor"
    " victoria vikki vince vincent violet viv vivian vivien vivienne wayne wendy wilf wilfred will william wilma"
    " winifred winnie winston xavier yolanda ysabel yvette yvonne zac zachary zak zara zelda zena zoe"
)
_FROM_FURTHER = word_set(
    "aamir abdul abdullah abebe abena abiola adaeze adebayo adeola adil adunni agnieszka aisha ajay akash akeem akua"
    " ali alina aliyah alok amara ambreen amelie amina amir amira amit amrit anand anastasia anil anisa anjali anjum"
    " ankit ann-marie anne-marie anwar anya aparna archana arif arjun arun asad asha ashok asif asma ayaan ayesha ayo"
    " azeem aziz babar balbir baljit balwinder beata bhavna bilal billie-jo binita blessing bogdan bushra carlos"
    " carol-ann celine chandra chantal chantelle chiamaka chidi chinedu chioma chukwu deepa deepak devi diego dilip"
    " dinesh divya dmitri ebony efe ekaterina elif emeka emma-jane esi ewa faisal faiza farah farhan farida farooq"
    " fatema fatima fatou femi folake francesco francois funmi ganesh gaurav geeta giorgio giovanni giulia grazyna"
    " gurdeep gurpreet habib hamid hamza hans harbhajan hardeep harjit harpreet hasan hassan hina hussain ibrahim"
    " idris ifeoma ikram imran indira ingeborg iqbal irfan irina ismail jacques jagdeep jaspreet jasvinder javed jaya"
    " jean-paul jerzy jo-anne jose jurgen jyoti kabir kamal kamala kamran karim karolina kasia kavita khadija khalid"
    " kiran klaus kofi krishna krzysztof kulwinder kumar kwame lakshmi lars lata latoya layla lee-anne leila lila lin"
    " ling lucia luis magda magdalena maha mahmood mahmoud malgorzata malik manish manjit manoj manuel mariam marta"
    " mary-ann mary-jane maryam mateusz maya meena meera mehmet mehreen mei michal miguel mina ming mohamed mohammad"
    " mohammed mohan mohsin monika mosammat muhammad mukesh mumtaz mustafa nabila nadeem nadira naeem naheed nalini"
    " nandini naresh narinder nasir nasreen naveed navjot nazia neelam neema neha ngozi nikhil nimra nisha nneka noor"
    " nusrat obinna olga olu oluwaseun omar pablo padma parminder parveen pavel pawel pedro pierre piotr pooja prakash"
    " pratik preeti prem priti priya puja rabia rachna radha rafiq raj raja rajesh rajinder rajiv rakesh ramesh rani"
    " ranjit rashid rashida raul ravi ravinder razia reena rehana rehman rekha renu riaz richa rizwan rohan rohit"
    " rose-marie rubina rukhsana ruksana saba sabah sabina sadia saeed safia sahar saima saira sajid salma samina"
    " samir samira sana sandeep sangeeta sanjay sanjeev santosh sara-jane sarah-jane sarita satnam saud savita seema"
    " sergio shabana shabnam shaheen shahid shaista shamim shanaz shanti sharmila shazia sheetal shilpa shreya sidra"
    " simran sita sobia sofie sohail su sukhdeep sukhwinder suki suleman sultana suman sunil sunita suresh surinder"
    " sushma sven svetlana swati syed tahir tahira tanveer tariq tasneem tatiana temi tobi tomasz tunde uche uma umar"
    " urszula usha usman uzma varsha vijay vikram vinod vishal waheed wai waqar wei xin yana yasmeen yasmin yetunde"
    " yosef yulia yusra yusuf zahid zahra zainab zakir zubair zuzanna"
)
GIVEN_NAMES: frozenset[str] = _BRITISH_AND_IRISH | _FROM_FURTHER

# Words that people write small between given name and surname.
PARTICLES: frozenset[str] = word_set(
    "ab abu al ap bin binti da das de del della den der di dos du e el ferch ibn la le mac mc o san st ten ter ul ur"
    " van von y zu"
)

# Words of the lead vocabulary that are surnames too: after a given name they are read as one.
SURNAMES_TOO: frozenset[str] = word_set(
    "abbott archer ash baker banks bell best bishop black bold bond bridge brown butler carter case cash chambers"
    " chaplain child childs church clerk close constable cook cooper court cross day dean east england english field"
    " fisher fox french gardener gardner gates gentle good gray green grey hall hart head hill holland hope house"
    " hunter ireland king knight lane law life lincoln link little london long lord major march marshall mason may"
    " mayor moody moor neal noble north oak page parish park parker parks pastor play poor pope porter potter power"
    " price priest proctor provost read reading rich rivers sage sales sargent savage sergeant sharp shepherd short"
    " singer south speed spring street strong summer swift turner wales walker ward warden waters wells west white"
    " winter wise wood works york young"
)
