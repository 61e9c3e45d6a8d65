"""One fault a line: what is wrong with a graph that otherwise conforms, and the shape that has to say so."""

from __future__ import annotations

P = "<protocol/werkstatt-7/2024-02-08>"
FILE = "<file/0123456789abcdef>"
M = "<meeting/werkstatt-7/2024-02-08>"
ITEM = "<meeting/werkstatt-7/2024-02-08/item/3>"
TREATMENT = "<meeting/werkstatt-7/2024-02-08/treatment/3>"
STAGE = "<project/seilbahn-sued/stage/werkstatt-7/2024-02-08>"
GAP = "<meeting/werkstatt-7/2024-02-08/gap/before>"
PART = "<meeting/werkstatt-7/2024-02-08/participation/mirko-halbach/minute-taker>"
PERSON = "<person/mirko-halbach>"
POST = "<membership/mirko-halbach/landgesellschaft-nord/referent>"
DECISION = "<meeting/werkstatt-7/2024-02-08/decision/1>"
REPORTED = "<meeting/werkstatt-2/2024-01-30/decision/1>"
TASK = "<meeting/werkstatt-7/2024-02-08/task/1>"
FIGURE = "<meeting/werkstatt-7/2024-02-08/figure/1>"
BUDGET = "<project/seilbahn-sued/budget/1200000-eur>"
FINDING = "<protocol/werkstatt-7/2024-02-08/finding/1>"
NOTE = "<protocol/werkstatt-7/2024-02-08/evidence/100-121/1>"
RUN = "<protocol/werkstatt-7/2024-02-08/run>"
TARGET = "<protocol/werkstatt-7/2024-02-08/target/100-121>"
QUOTE = "<protocol/werkstatt-7/2024-02-08/target/100-121/quote>"
POSITION = "<protocol/werkstatt-7/2024-02-08/target/100-121/position>"
PAGE = "<protocol/werkstatt-7/2024-02-08/target/100-121/page>"

# Name of the case; a triple taken away, where * is anything; triples added; the shape that must complain.
FAULTS = [
    # protocol, file, section
    ("protocol without title", f"{P} dct:title *", "", "protocol-title"),
    ("protocol that is no work", f"{P} rdf:type eli:Work", "", "protocol-types"),
    ("protocol of unknown kind", f"{P} eli:work_type *", f"{P} eli:work_type pg:Meeting", "protocol-work-type"),
    ("read protocol without language", f"{P} dct:language *", "", "ProtocolRead"),
    ("date of a protocol as text", f"{P} eli:date_document *", f'{P} eli:date_document "8.2.2024"', "protocol-date"),
    ("protocol taken by a body", "", f"{P} dct:creator <body/werkstatt-7>", "protocol-creator"),
    ("file name with a folder", f"{FILE} dct:title *", f'{FILE} dct:title "minutes/werkstatt-7.txt"', "file-name"),
    ("short digest", f"{FILE} schema:sha256 *", f'{FILE} schema:sha256 "0123456789abcdef"', "file-sha256"),
    ("file without format", f"{FILE} schema:encodingFormat *", "", "file-format"),
    ("section of nothing", "<protocol/werkstatt-7/2024-02-08/section/3> eli:is_part_of *", "", "section-of"),
    # meeting and place
    ("two dates", "", f'{M} dct:date "2024-02-09"^^xsd:date', "meeting-date"),
    ("start without date", f"{M} dct:date *", "", "MeetingDated"),
    (
        "mentioned meeting of which nothing is known",
        "<meeting/werkstatt-7/nr-6> pg:sessionNumber *",
        "",
        "MeetingKnown",
    ),
    (
        "end before start",
        f"{M} dl:activity_end_date *",
        f'{M} dl:activity_end_date "2024-02-08T12:00:00+01:00"^^xsd:dateTime',
        "meeting-start",
    ),
    (
        "end without offset",
        f"{M} dl:activity_end_date *",
        f'{M} dl:activity_end_date "2024-02-08T15:20:00"^^xsd:dateTime',
        "meeting-end",
    ),
    ("number as text", f"{M} pg:sessionNumber *", f'{M} pg:sessionNumber "5"', "meeting-number"),
    ("session zero", f"{M} pg:sessionNumber *", f"{M} pg:sessionNumber 0", "meeting-number"),
    ("previous meeting is the next", "", f"{M} pg:nextMeeting <meeting/werkstatt-7/2023-12-12>", "meeting-previous"),
    ("two next meetings", "", f"{M} pg:nextMeeting <meeting/werkstatt-7/2023-12-12>", "meeting-next"),
    ("meeting of a person", "", f"{M} dl:had_responsible_organization {PERSON}", "meeting-body"),
    ("meeting that is no event", f"{M} rdf:type schema:Event", "", "meeting-types"),
    ("meeting without evidence", f"{NOTE} oa:hasBody {M}", f"{NOTE} oa:hasBody {PERSON}", "evidence"),
    ("place without label", "<place/kulturhaus> rdfs:label *", "", "place-label"),
    (
        "post code as number",
        "<place/kulturhaus/address> locn:postCode *",
        "<place/kulturhaus/address> locn:postCode 3099",
        "address-post-code",
    ),
    # agenda and treatment
    ("item without number", f"{ITEM} skos:notation *", "", "item-number"),
    ("item of no meeting", f"{ITEM} dl:forms_part_of *", "", "item-meeting"),
    ("item of unknown kind", f"{ITEM} dl:had_activity_type *", f"{ITEM} dl:had_activity_type pg:Approval", "item-kind"),
    ("item of two kinds", "", f"{ITEM} dl:had_activity_type pg:Discussion", "one-activity-type"),
    ("item with two orders", "", f"{ITEM} dl:activity_order 4", "one-activity-order"),
    ("item with two identifiers", "", f'{ITEM} dl:activity_id "a", "b"', "one-activity-id"),
    (
        "treatment of two items",
        "",
        f"{TREATMENT} dl:executed <meeting/werkstatt-7/2024-02-08/item/4>",
        "treatment-item",
    ),
    ("treatment of a person as a project", "", f"{TREATMENT} pg:treatsProject {PERSON}", "treatment-project"),
    ("decision taken and reported at once", "", f"{TREATMENT} pg:reports {DECISION}", "treatment-decision"),
    # people
    ("participation in nothing", f"{M} dl:had_participation {PART}", "", "participation-in"),
    ("participation of nobody", f"{PART} dl:had_participant_person *", "", "participation-person"),
    ("participation of two", "", f"{PART} dl:had_participant_person <person/lida-borowjak>", "participation-person"),
    ("two roles", "", f"{PART} dl:participation_role pg:Chair", "one-participation-role"),
    ("unknown role", f"{PART} dl:participation_role *", f"{PART} dl:participation_role pg:Guest", "participation-role"),
    ("unknown attendance", f"{PART} pg:attendance *", f"{PART} pg:attendance pg:Open", "participation-attendance"),
    ("capacity as text", f"{PART} pg:capacity *", f'{PART} pg:capacity "Gast"', "participation-capacity"),
    (
        "substitute for oneself",
        f"{PART} pg:substitutesFor *",
        f"{PART} pg:substitutesFor {PERSON}",
        "participation-substitutes",
    ),
    ("person without name", f"{PERSON} foaf:name *", "", "person-name"),
    ("title in the name", "", f'{PERSON} foaf:name "Prof. Dr.-Ing. Mirko Halbach"', "person-name-without-titles"),
    ("form of address in the name", "", f'{PERSON} foaf:name "Herr Halbach"', "person-name-without-titles"),
    ("person in one vocabulary only", f"{PERSON} rdf:type schema:Person", "", "person-types"),
    ("membership in nothing", f"{POST} org:organization *", "", "membership-organisation"),
    ("membership in two", "", f"{POST} org:organization <organisation/land>", "membership-organisation"),
    ("role without label", "<role/referent> skos:prefLabel *", "", "label"),
    (
        "last seen before first seen",
        f"{POST} pg:lastSeen *",
        f'{POST} pg:lastSeen "2023-01-01"^^xsd:date',
        "membership-first-seen",
    ),
    (
        "membership without evidence",
        f"* oa:hasBody {POST}",
        f"<protocol/werkstatt-7/2024-02-08/evidence/100-121/7> oa:hasBody {PERSON}",
        "evidence",
    ),
    # organisations and projects
    ("organisation without name", "<organisation/land> skos:prefLabel *", "", "label"),
    ("Werkstatt that is no body", "<body/werkstatt-2> rdf:type pg:Body", "", "werkstatt-types"),
    ("number of a body as text", "<body/werkstatt-2> pg:number *", '<body/werkstatt-2> pg:number "2"', "body-number"),
    ("project led by an organisation", "", "<project/seilbahn-sued> pg:leadBody <organisation/land>", "project-lead"),
    ("programme as text", "", '<project/seilbahn-sued> frapo:isFundedBy "PROBE"', "project-programme"),
    ("amount without currency", f"{BUDGET} schema:currency *", "", "amount-currency"),
    ("currency sign", f"{BUDGET} schema:currency *", f'{BUDGET} schema:currency "€"', "amount-currency"),
    ("negative amount", f"{BUDGET} schema:value *", f"{BUDGET} schema:value -5.0", "amount-value"),
    # decisions, tasks, papers, figures, topics, findings
    ("decision without kind", f"{DECISION} pg:decisionKind *", "", "decision-kind"),
    ("outcome as a kind", f"{DECISION} pg:decisionKind *", f"{DECISION} pg:decisionKind pg:Adopted", "decision-kind"),
    (
        "unknown outcome",
        f"{DECISION} dl:decision_outcome *",
        f"{DECISION} dl:decision_outcome pg:Approved",
        "decision-outcome",
    ),
    ("two methods", "", f"{DECISION} dl:decision_method pg:Consensus", "decision-method"),
    (
        "date and time of a decision",
        f"{DECISION} dct:date *",
        f'{DECISION} dct:date "2024-02-08T14:00:00Z"^^xsd:dateTime',
        "decision-date",
    ),
    (
        "negative votes",
        f"{DECISION} dl:number_of_votes_against *",
        f"{DECISION} dl:number_of_votes_against -1",
        "decision-against",
    ),
    (
        "votes as text",
        f"{DECISION} dl:number_of_votes_favor *",
        f'{DECISION} dl:number_of_votes_favor "12"',
        "decision-favor",
    ),
    ("votes without dl:Vote", f"{DECISION} rdf:type dl:Vote", "", "DecisionVoted"),
    ("dl:Vote without votes", "", f"{REPORTED} a dl:Vote", "DecisionVoted"),
    ("decision without words", f"{DECISION} prov:value *", "", "words"),
    ("decision about a meeting", "", f"{DECISION} pg:concerns {M}", "decision-concerns"),
    ("addressee as text", "", f'{REPORTED} pg:addressee "Land"', "decision-addressee"),
    ("decision of ELI-DL only", f"{DECISION} rdf:type pg:Decision", "", "decision-types"),
    (
        "decision taken twice",
        "",
        f"<meeting/werkstatt-7/2024-02-08/treatment/4> prov:generated {DECISION}",
        "decision-taken-once",
    ),
    ("decision without evidence", f"* oa:hasBody {DECISION}", "", "evidence"),
    ("task without words", f"{TASK} prov:value *", "", "words"),
    ("task for a project", "", f"{TASK} pg:assignee <project/seilbahn-sued>", "task-assignee"),
    ("due date as text", f"{TASK} pg:dueDate *", f'{TASK} pg:dueDate "Ende März"', "task-due"),
    ("done as text", f"{TASK} pg:done *", f'{TASK} pg:done "ja"', "task-done"),
    ("paper without identifier and title", "<paper/v-12-2024> dct:identifier *", "", "Paper"),
    ("figure without value", f"{FIGURE} schema:value *", "", "figure-value"),
    ("figure as text", f"{FIGURE} schema:value *", f'{FIGURE} schema:value "72"', "figure-value"),
    ("topic without name", "<topic/tagesordnung> skos:prefLabel *", "", "label"),
    ("finding code with blanks", f"{FINDING} pg:findingCode *", f'{FINDING} pg:findingCode "no date"', "finding-code"),
    ("finding without severity", f"{FINDING} pg:severity *", "", "finding-severity"),
    # what follows from several documents
    ("gap of nobody", f"{GAP} pg:gapIn *", "", "gap-in"),
    ("gap without neighbour", f"{GAP} pg:gapBefore *", "", "SessionGap"),
    ("gap on both sides of one meeting", "", f"{GAP} pg:gapAfter {M}", "gap-after"),
    ("gap before two meetings", "", f"{GAP} pg:gapBefore <meeting/werkstatt-7/2023-12-12>", "gap-before"),
    ("gap with numbers backwards", f"{GAP} pg:lastMissingNumber *", f"{GAP} pg:lastMissingNumber 1", "gap-first"),
    ("number of a gap as text", f"{GAP} pg:lastMissingNumber *", f'{GAP} pg:lastMissingNumber "12"', "gap-last"),
    ("day of a gap as text", "", f'{GAP} dct:date "im Herbst"', "gap-day"),
    ("gap that was guessed", f"{GAP} pg:gapShownBy *", f"{GAP} pg:gapShownBy pg:Inferred", "gap-reason"),
    ("gap that rests on nothing", f"{GAP} prov:wasDerivedFrom *", "", "derived-from"),
    ("approved by a meeting", "", f"{P} pg:approvedBy {M}", "protocol-approved-by"),
    ("stage of nothing", f"{STAGE} pg:stageOf *", "", "stage-of"),
    ("stage of two days", "", f'{STAGE} dct:date "2024-02-09"^^xsd:date', "stage-day"),
    ("position in words", f"{STAGE} schema:position *", f'{STAGE} schema:position "second"', "stage-position"),
    ("stage at two meetings", "", f"{STAGE} pg:atMeeting <meeting/werkstatt-7/2023-12-12>", "stage-meeting"),
    ("stage with a person", "", f"{STAGE} dl:had_responsible_organization {PERSON}", "stage-body"),
    ("stage where nothing happened", f"{STAGE} pg:stageKind *", "", "stage-kind"),
    ("stage of another scheme", "", f"{STAGE} pg:stageKind pg:Welcome", "stage-kind"),
    ("stage that no treatment shows", f"{STAGE} dct:references *", "", "stage-about"),
    ("stage that rests on nothing", f"{STAGE} prov:wasDerivedFrom *", "", "derived-from"),
    # evidence
    ("confidence 2", f"{NOTE} nif:confidence *", f"{NOTE} nif:confidence 2.0", "annotation-confidence"),
    ("no confidence", f"{NOTE} nif:confidence *", "", "annotation-confidence"),
    ("guessed", f"{NOTE} pg:statementKind *", f"{NOTE} pg:statementKind pg:Guessed", "annotation-kind"),
    ("no rule", f"{NOTE} pg:rule *", "", "annotation-rule"),
    ("annotation of two nodes", "", f"{NOTE} oa:hasBody {PERSON}", "annotation-body"),
    ("annotation without target", f"{NOTE} oa:hasTarget *", "", "annotation-target"),
    ("annotation without run", f"{NOTE} prov:wasGeneratedBy *", "", "annotation-run"),
    ("run without software", f"{RUN} prov:wasAssociatedWith *", "", "run-software"),
    ("target without source", f"{TARGET} oa:hasSource *", "", "target-source"),
    ("target without quote", f"{TARGET} oa:hasSelector {QUOTE}", "", "target-quote"),
    ("target without position", f"{TARGET} oa:hasSelector {POSITION}", "", "target-position"),
    ("quote without words", f"{QUOTE} oa:exact *", f'{QUOTE} oa:exact ""', "quote-exact"),
    ("end before start", f"{POSITION} oa:end *", f"{POSITION} oa:end 99", "position-start"),
    ("empty stretch", f"{POSITION} oa:end *", f"{POSITION} oa:end 100", "position-start"),
    ("negative start", f"{POSITION} oa:start *", f"{POSITION} oa:start -1", "position-start"),
    ("page in words", f"{PAGE} rdf:value *", f'{PAGE} rdf:value "page three"', "page-value"),
    # blank nodes
    ("place without IRI", "", '[] a org:Site, dct:Location ; rdfs:label "Saal"', "Node"),
]
