"""The vocabulary of lead cells, as data: what makes a phrase a role, a group, or a part of either.

UK public sector: councils, health, police, probation, schools, charities. A new wording is one word in one line.
Words are in lower case, without possessive 's. Plurals that only add an s need no entry of their own.
"""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a line, as a set."""
    return frozenset(text.split())


# The noun that a role ends on (`Designated Nurse`) or begins with (`Head of Policy`).
ROLES = word_set(
    "lead coach manager officer coordinator co-ordinator organiser director head chair chairperson chairman chairwoman"
    " nurse doctor gp dsl senco sendco iro lado principal teacher headteacher governor clerk registrar advisor adviser"
    " secretary sec treasurer councillor member staff worker practitioner professional consultant commissioner"
    " inspector superintendent constable sergeant leader supervisor administrator admin assistant analyst trainer"
    " facilitator specialist champion representative rep psychologist psychiatrist therapist physician paediatrician"
    " midwife midwives matron visitor auditor accountant solicitor barrister lawyer executive trustee president ceo"
    " cfo coo sro pa deputy bursar tutor lecturer dean provost owner holder parent carer volunteer mentor counsellor"
    " planner surveyor engineer technician librarian caretaker receptionist sponsor convenor convener custodian"
    " guardian caldicott author editor monitor mp mayor vice-chair co-chair headmaster headmistress sendcos sencos"
    " lados iros chairs dcs ht rfo pcc dpo siro ho pso pcso psco dco dho cdo commander warden chaplain vicar"
    " pharmacist dentist optometrist paramedic clinician instructor investigator examiner buyer developer designer"
    " architect curator strategist navigator broker advocate ambassador link assessor moderator verifier invigilator"
    " ta hlta tas hltas colleague student pupil prefect appointee postholder post-holder nominee personnel workforce"
    " employee teaching-assistant researcher scientist statistician dietitian physiotherapist radiographer ot"
)

# The noun that a body's name ends on.
BODIES = word_set(
    "board group subgroup sub-group committee sub-committee subcommittee cttee team service partnership panel forum"
    " network meeting unit cell taskforce task-force workstream work-stream hub steering cabinet function section"
    " division directorate department dept office alliance collaborative collaboration consortium cluster locality"
    " localities task-group assembly commission working-group agency organisation organization partner multi-agency"
    " members body bodies party committees subgroups faculty"
)
INSTITUTIONS = word_set(
    "police trust ccg icb icp ics council academy school college university hospital government authority association"
    " society charity foundation federation constabulary corporation company bureau institute club union church"
    " diocese court centre center surgery clinic nursery practice ltd limited plc cic cio fund mission ministry"
    " borough county primary infant junior academies charities authorities societies universities companies ambulance"
    " fire rescue nhs pharmacy hospice prison hmp barracks library museum theatre registry homes project programme"
    " initiative campaign helpline refuge shelter aid advice concern"
)

# Words of what people work on: they stand before a noun above, and join by `and` (`Rules, Guidance and Learning`).
SUBJECTS = word_set(
    "learning development quality improvement performance finance financial support policy policies procedure"
    " procedures communication communications comms equality diversity inclusion workforce health social care"
    " education skill safeguarding training business intervention early help prevention engagement participation"
    " housing planning environment environmental amenities amenity recreation transport highways legal audit risk"
    " assurance governance commissioning contract contracting procurement information data research intelligence"
    " strategy strategic operation operational delivery transformation change adult child children young people family"
    " families youth justice mental wellbeing well-being welfare drug alcohol substance misuse adolescent adolescents"
    " exploited trafficked abuse violence domestic sexual exploitation neglect community communities safety safer"
    " crime victim offender offending licensing regulatory culture cultural leisure sport tourism economic economy"
    " regeneration human resource resources digital technology estate facility facilities catering nursing medical"
    " clinical patient experience complaint customer corporate democratic electoral emergency resilience preparedness"
    " special need send sen disability disabilities attendance admission behaviour curriculum assessment conduct"
    " student pupil public local regional national area district central joint independent designated named senior"
    " chief principal assistant associate deputy vice acting interim lead head executive non-executive service"
    " services team programme project partnership membership relations pr media marketing press web website it ict hr"
    " qa cpd pshe cse cce csa da dv sv dasv vawg fgm lac cic ehc ehcp eh asb pvp ncs esol pe mca dols cqc ofsted"
    " missing hidden harm trafficking slavery serious case review practice leaving after fostering adoption kinship"
    " placement placements permanence edge protection front door first contact response duty referral looked-after"
    " looked vulnerable complex high street homeless homelessness refugee asylum migration migrant equalities rights"
    " voice feedback insight analytics monitoring evaluation compliance standards standard ethics scrutiny overview"
    " inspection regulation accreditation trading enforcement neighbourhood neighbourhoods neighborhood waste"
    " recycling parks open spaces climate energy sustainability sustainable green property asset assets building"
    " buildings works maintenance repairs infrastructure roads traffic parking event events volunteering voluntary"
    " statutory sector faith third private staff staffing recruitment retention leadership management administration"
    " administrative office systems system process innovation enterprise employment employability careers"
    " apprenticeship apprenticeships work life living maternity midwifery paediatric paediatrics perinatal infant"
    " primary secondary tertiary acute urgent unscheduled planned elective cancer diabetes respiratory stroke cardiac"
    " infection control pharmacy medicines prescribing therapies therapy allied professions safeguarding-children"
    " partnerships locality localities specialist targeted universal core key main relevant appropriate other various"
    " respective appointed elected teaching pastoral boarding sixth form key-stage eyfs foundation stage literacy"
    " numeracy maths english science reading phonics phase year subject middle teacher parental carers parent home"
    " hospital bereavement suicide self-harm self trauma counselling psychology occupational speech language physical"
    " activity nutrition food school-improvement schools school college colleges academy academies nurse police"
    " policing custody investigation investigations probation prison prisons rehabilitation courts witness hate"
    " extremism prevent channel counter terrorism cyber fraud organised county lines gangs knife modern ageing older"
    " dementia frailty end palliative reablement direct payments personalisation brokerage provider providers market"
    " income benefits revenues council tax treasury pensions payroll insurance internal external constitutional"
    " members registration land charges records archive library libraries museums heritage arts music drama outdoor"
    " play childcare nursery years early-years task finish working steering design reviewing conference conferencing"
    " reporting multi-agency multiagency inter-agency interagency single integrated combined shared whole pathway"
    " pathways transition transitions preparing adulthood virtual roadshow week month campaign awareness roll-out"
    " rollout grievance discipline wider multi agency cross-party cross a the our their its all each every any both"
    " section responsible nominated accountable line budget post portfolio action patron shadow honorary hon company"
    " ward parish town city unitary borough metropolitan constituency recovery outreach inreach liaison navigation"
    " link links champion volunteer sessional relief bank peer catholic methodist anglican muslim hindu jewish deaf"
    " blind sensory autism autistic learning-disability camhs operating organisational organizational premises site"
    " sites cemetery cemeteries burial burials allotment allotments footpath footpaths grounds newsletter exam exams"
    " timetable premium computing sports governing eco forest village hall way flood flooding tree trees cleansing od"
    " frontline front-line wellness obesity smoking tobacco immunisation screening vaccination dental in-house"
    " commissioned contracted partner partners anti-bullying bullying online e-safety esafety"
)


# Complete in themselves, though their words are of the list above: `and` after them begins another lead.
STANDALONE = frozenset(
    (
        "public health", "social care", "children social care", "childrens social care", "adult social care", "police",
        "adults social care", "children services", "childrens services", "adult services", "youth justice", "mash",
        "probation", "schools", "all schools", "nhs", "council", "the council", "human resources", "camhs",
        "cafcass", "children centres", "early years", "youth offending", "youth service", "fire and rescue", "ofsted",
    )
)  # fmt: skip
# Agencies by their trade: a list of them with commas is a list of leads.
SECTORS = word_set("health education housing police probation schools fire ambulance camhs cafcass legal hr finance it")
CHARITIES = word_set(
    "barnardos barnardo's nspcc cafcass healthwatch ofsted mencap mind samaritans shelter refuge relate crimestoppers"
    " stonewall kooth humankind headspace mermaids childline homestart home-start catch22 streetwise scope nacro"
    " safelives fearless crisis centrepoint cosla mash marac mappa yot yjs yos camhs cypmhs nhs ccg icb icp gov dfe"
    " dhsc hmpps crc nps cps cqc defra ukhsa phe nhse nhsei lscb lscp lsab sab scp hwb hwbb vcs vcse cvs csp la lea"
    " slt smt ltr elt cmt pct sha eia csc asc cypss ehat aqa uk ltd"
)
ROLE_ACRONYMS = word_set(
    "ht dht aht dcs das dass dph cex ceo cfo coo cio cto rfo pcc dpo siro sro senco sendco dsl ddsl iro lado gp hos"
    " ad psw pa sg pso dco dmo cpo cso docap"
)

# Two words that `and` holds together, though each could stand alone.
COUPLED = frozenset(
    (
        ("police", "crime"), ("fire", "rescue"), ("task", "finish"), ("health", "safety"), ("health", "social"),
        ("roads", "policing"), ("health", "wellbeing"), ("adults", "children"), ("town", "parish"),
        ("devon", "cornwall"), ("avon", "somerset"), ("hampshire", "isle"), ("windsor", "maidenhead"),
        ("brighton", "hove"), ("kent", "medway"), ("tyne", "wear"), ("telford", "wrekin"), ("redcar", "cleveland"),
        ("hammersmith", "fulham"), ("kensington", "chelsea"), ("barking", "dagenham"), ("bath", "north"),
    )
)  # fmt: skip

# How everybody is named, who is nobody (L004).
EVERYBODY = word_set("all each every any everyone everybody relevant various respective appropriate both appointed")
NOBODY_NOUNS = word_set(
    "agencies agency partners partner organisations organizations members managers leads staff directors chairs"
    " professionals practitioners colleagues stakeholders everyone everybody multi-agency providers employees"
    " workforce councils governors parents nominees representatives reps heads headteachers postholders"
)

TITLES = word_set(
    "dr mr mrs ms miss mx prof professor rev revd reverend canon sir dame lord lady baroness cllr councillor cllrs"
    " ald alderman pc wpc dc ds di dci dcs dsu dsupt det detective supt ch chief insp inspector sgt sergeant ps"
    " superintendent commander cmdr acc dcc cc t/dci t/di t/ds t/supt a/supt a/dci a/insp capt captain lt col colonel"
    " major maj fr father sister sr br imam rabbi judge hhj hon rt pcso sqn wg cdr archdeacon bishop nurse matron"
    " constable d/supt d/insp d/sgt"
)
PREPOSITIONS = word_set("of for in at from within to on across")
