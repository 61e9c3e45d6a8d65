"""Decisions: taken here, or taken elsewhere and only reported; with outcome, method, votes, date, body, subject, addressee."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from protokollgraph.extract import acts, attendance, dates, people, sentences, votes
from protokollgraph.extract.acts import Act
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.extract.gazetteer import Mention
from protokollgraph.model import Decision, DecisionKind, EntityKind, Evidence, Method, Outcome, Votes

_ACTORS = (EntityKind.ORGANISATION, EntityKind.BODY)
_FRAME = re.compile(r"^[^;]{0,160}?(?:,\s(?:dass|wonach)\s|:\s(?=[A-ZÄÖÜ]))")
_OWN_BODY = re.compile(r"\b(?:[Dd]ie|[Dd]en|[Aa]lle)\s(?:\w+\s)?(?:Mitglieder|Werkstattmitglieder|Anwesenden|Teilnehmenden|Ausschussmitglieder|Stimmberechtigten)\b|\b[Dd](?:as|ie|er)\s(?:Gremium|Werkstatt(?!\s\d)|Ausschuss|Versammlung|Runde|Beirat|Gruppe|Plenum)\b|\b[Ee]s\s(?:wird|wurde)\b")
_SAME_SESSION = re.compile(r"\bin\s(?:derselben|der\sselben|gleicher|der\sgleichen|dieser|jener)\sSitzung\b|\bam\s(?:selben|gleichen)\sTage?\b|\bebenfalls\sam\b", re.IGNORECASE)
_THING = re.compile(r"\b(?:[Dd](?:as|em|es|er|ie|en)|[Dd]iese[smrn]?)\s(?:\w+\s)?(?:[\w-]*[Pp]rojekt|[\w-]*[Vv]orhaben|Maßnahme|Antrag|Vorlage|Entscheidung|Empfehlung|Projektskizze|Skizze|Zwischenbericht|Projektantrag|Förderantrag)(?:e?s|e)?\b|\bWeiterleitung\b|\bFörderung\b|\bProjekt\b|\bVorhaben\b")
_MOTION = re.compile(r"\b(?:beantrag(?:t|en|te)|stell(?:t|en|te)\s(?:den|einen)\s(?:\w+\s)?Antrag|schlägt\svor|Antrag\sde[rs]\s[^,]+)\b,?\s*(?P<motion>.*)$", re.DOTALL)
_MOVED = re.compile(r"^(?:(?:Der|Dieser|Ihr|Sein|Dem)\s(?:\w+)?(?:[Aa]ntrag|[Vv]orschlag)\b(?!,)|[Dd]er\sÄnderungsantrag\b)")
_MINUTES = re.compile(r"\b(?:Ergebnis)?(?:[Pp]rotokoll|[Nn]iederschrift)(?:s|es)?\b(?:\s+(?:der|zur|vom)\s+(?:(?P<number>\d{1,3})\.\s*[\w-]*[sS]itzung|letzten\s[\w-]*[sS]itzung)?)?(?:\s*vom\s+(?P<day>[\d.]+(?:\s\w+\s\d{4})?))?")
_AGENDA = re.compile(r"\b(?:Tagesordnung|TO)\b")
_ANY_TO = re.compile(r"\b(?:an|in)\s(?:die|den|das)\s(?:\w+\s)?$|\bbei(?:m)?\s(?:der\s|dem\s)?$")
_SUMMARY = re.compile(r"(?i)^(?:\w+\svon\s(?:den\s)?\d+\s|Von\s(?:den\s)?\d+)|^(?:(?:Insgesamt|Davon|Bisher|Bislang|Seit\s[^,]{3,25}?)\s(?:\w+\s){0,3}?)?(?:(?:rund|über|ca\.|knapp)\s)?(?:\d{1,4}|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\s(?:weitere\s|der\s)?(?:\w+\s)?(?:[\w-]*projekte[n]?|Vorhaben|Anträge[n]?|Maßnahmen|Skizzen)\b")


@dataclass(slots=True)
class _Story:
    """What an item has told so far: decisions to which a vote may still be added, the session last reported of."""

    label: str | None = None
    labelled: bool = False
    group: list[int] = field(default_factory=list)
    """Places in the draft's decisions that the next vote belongs to."""
    body: str | None = None
    day: date | None = None
    project: str | None = None
    vote: tuple[Votes, Method | None, Evidence, str] | None = None
    """A vote told before the decision that it was about."""
    motion: tuple[Unit, int, int, str] | None = None


def read(draft: Draft) -> None:
    """Record the decisions of all treatments."""
    story, item = _Story(), None
    for unit in draft.units:
        if unit.item is None or unit.title:
            continue
        if unit.item != item:
            story, item = _Story(), unit.item
        _unit(draft, unit, story)


def _unit(draft: Draft, unit: Unit, story: _Story) -> None:
    text = unit.passage.text
    start = 0
    lead = acts.label().match(text)
    vote = acts.vote_label().match(text)
    if vote and story.group and not _decides(text[vote.end() :]):
        _attach(draft, unit, story, 0, _first_sentence_end(text, vote.end()))
        start = _first_sentence_end(text, vote.end())
        story.labelled = False
    elif lead:
        story.label, story.labelled, story.group = lead["number"] or story.label, True, []
        start = lead.end()
        if not text[start:].strip():
            return
    for a, b in _periods(text[start:]):
        _sentence(draft, unit, story, start + a, start + b)
    story.label, story.labelled = None, False


_RESUMES = re.compile(r"(?:sie|er|es|diese[rs]?|damit|somit)\s")


def _periods(text: str) -> Iterator[tuple[int, int]]:
    """Sentences; what resumes the subject of the clause before its semicolon stays with it: "…; sie ist damit gewählt"."""
    held: tuple[int, int] | None = None
    for start, end in sentences.split(text):
        if held and text[held[1] - 1] == ";" and _RESUMES.match(text, start):
            held = held[0], end
            continue
        if held:
            yield held
        held = start, end
    if held:
        yield held


def _first_sentence_end(text: str, start: int) -> int:
    ends = sentences.split(text[start:])
    return start + ends[0][1] if ends else len(text)


def _decides(text: str) -> bool:
    """Whether words behind "Abstimmung:" are an act of their own and not just how the vote went."""
    found = acts.act(text, labelled=True)
    return found is not None and not re.search(r"\b(?:angenommen|zugestimmt|beschlossen|abgelehnt|Annahme|Zustimmung|Ablehnung)\b", found.words)


def _sentence(draft: Draft, unit: Unit, story: _Story, start: int, end: int) -> None:
    text = unit.passage.text[start:end]
    number = re.match(r"(?:\d{1,2}[.)]|[a-z]\))\s+", text)
    if number:
        start += number.end()
        text = text[number.end() :]
    if story.group and _only_a_vote(text) and not (_decides(text) and _subject(unit, start, end)):
        _attach(draft, unit, story, start, end)
        return
    inner = acts.label().match(text)
    if inner and inner.end() < len(text):
        story.label, story.labelled, story.group = inner["number"] or story.label, True, []
        start, text = start + inner.end(), text[inner.end() :]
    for decision in _read(draft, unit, story, start, end):
        if not story.labelled or not story.group or draft.decisions[story.group[-1]].label != story.label or story.label is None:
            story.group = [] if not (story.labelled and story.group and number) else story.group
        draft.decisions.append(decision)
        story.group.append(len(draft.decisions) - 1)
    if _TOLD_FIRST.match(text) and not story.group:
        figures, how = votes.count(text), votes.method(text)
        if figures or how:
            story.vote = (figures, how, evidence(unit.passage, "decisions.vote", 0.95, start=start, end=end), _plain(text))
    motion = _MOTION.search(text)
    if motion and not re.search(r"\bAntrag\b.*\b(?:wird|wurde)\b", text):
        words = re.sub(r"^(?:namens|im\sNamen|für)\s[^,]+,\s", "", motion["motion"]).strip(" .,")
        story.motion = (unit, start, end, words)


_TOLD_FIRST = re.compile(r"(?:Für|Gegen)\b[^,;]*\bstimm(?:t|en|te|ten)\b|(?:Die\s)?Abstimmung\s(?:über|zu)\b|(?:Über|Zu|Zum|Zur)\b.*\bbesteht\b.*\b(?:Konsens|Einvernehmen|Einigkeit)\b")


def _only_a_vote(text: str) -> bool:
    """A sentence that only says how the vote before it went: "(8 Ja, 0 Nein)", "Mehrheitlich angenommen bei zwei Gegenstimmen."."""
    figures, method = votes.count(text), votes.method(text)
    if not figures and method is None:
        return False
    return bool(re.match(r"\(|(?:Abst|Einst|einst|Mehrh|mehrh|Ja\b|Nein\b|\d+\s(?:Ja|Stimm)|Im\sKonsens|Konsens|[Ee]invernehml|Stimm|Angenommen|Abgelehnt|Ohne\sGegen|Die\sAbstimmung|Ergebnis)", text)) and len(text) < 160


def _attach(draft: Draft, unit: Unit, story: _Story, start: int, end: int) -> None:
    text = unit.passage.text[start:end]
    figures, method = votes.count(text), votes.method(text)
    where = evidence(unit.passage, "decisions.vote", 0.95, start=start, end=end)
    for index in story.group:
        known = draft.decisions[index]
        merged = Votes(*(new if new is not None else old for new, old in zip((figures.favor, figures.against, figures.abstention), (known.votes.favor, known.votes.against, known.votes.abstention), strict=True)))
        outcome = known.outcome
        if re.search(r"\babgelehnt\b|\bAblehnung\b", text) and known.kind is not DecisionKind.REJECTION and outcome is Outcome.ADOPTED:
            outcome = Outcome.REJECTED
        draft.decisions[index] = replace(
            known,
            votes=merged,
            method=votes.concluded(method or votes.method(known.words), merged),
            outcome=outcome,
            kind=DecisionKind.REJECTION if outcome is Outcome.REJECTED else known.kind,
            words=f"{known.words} {text}",
            evidence=(*known.evidence, where),
        )


# --- one sentence ---------------------------------------------------------------------------------------------------


def _read(draft: Draft, unit: Unit, story: _Story, start: int, end: int) -> Iterator[Decision]:
    text = unit.passage.text
    speaker = next((m for m in unit.mentions if m.kind is EntityKind.PERSON and start <= m.start < end), None)
    frame = _FRAME.match(text[start:end]) if speaker else None
    if frame and speaker and speaker.start >= start + frame.end():
        frame = None
    clause_start, clause_end = start, end
    if frame:
        clause_start = start + frame.end()
    else:
        a, b = acts.main_clause(text[start:end])
        clause_start, clause_end = start + a, start + b
    clause = acts.masked(text[clause_start:clause_end])
    if _SUMMARY.match(clause) or acts.is_conditional(text[start:end]):
        return
    promise = _commitment(draft, unit, start, end)
    if promise:
        yield promise
        return
    lead = _LEAD.match(clause)
    if lead and not frame and acts.act(clause[lead.end() :], labelled=story.labelled):
        clause_start, clause = clause_start + lead.end(), clause[lead.end() :]
    found = acts.act(clause, labelled=story.labelled)
    if found is None:
        found = _noun(unit, clause_start, clause_end)
    if found is None or not _takes_effect(draft, unit, story, clause_start, clause_end, found, framed=bool(frame)):
        return
    border = _second_act(unit, clause_start, clause_end) if not frame else None
    if border is None:
        yield _decision(draft, unit, story, (start, end), (clause_start, clause_end), found)
        return
    actor = _who_and_when(draft, unit, story, (clause_start, clause_end), found)
    for a, b in ((clause_start, border), (border, clause_end)):
        part = acts.act(text[a:b])
        if part:
            yield _decision(draft, unit, story, (a, b), (a, b), part, actor)


_COORDINATED = re.compile(r"\s(?:und|sowie)\s(?=(?:lehnt|beauftragt|verweist|vertagt|stellt|nimmt|empfiehlt|bestätigt|stimmt|leitet|wählt|befürwortet|lehnte|beauftragte|verwies|vertagte)\b)|(?:(?<=ätigt)|(?<=ohlen)|(?<=lehnt)|(?<=immt)|(?<=tagt))\sund\s(?=(?:das|die|den|der)\s)")


def _second_act(unit: Unit, start: int, end: int) -> int | None:
    """Where a second act begins that is about something else: "empfiehlt A und lehnt B ab"; None if there is none."""
    text = unit.passage.text
    for match in _COORDINATED.finditer(text, start, end):
        first, second = acts.act(text[start : match.start()]), acts.act(text[match.end() : end])
        if first is None or second is None:
            continue
        apart = [{m.key for m in unit.mentions if m.kind is EntityKind.PROJECT and a <= m.start < b} for a, b in ((start, match.start()), (match.end(), end))]
        if second.kind is DecisionKind.ASSIGNMENT or all(apart) and not apart[0] & apart[1]:
            return match.end()
    return None


_NOUNS = {"Bewilligung": (DecisionKind.APPROVAL, Outcome.ADOPTED), "Bestätigung": (DecisionKind.CONFIRMATION, Outcome.ADOPTED), "Ablehnung": (DecisionKind.REJECTION, Outcome.REJECTED),
          "Genehmigung": (DecisionKind.APPROVAL, Outcome.ADOPTED), "Empfehlung": (DecisionKind.RECOMMENDATION, Outcome.ADOPTED), "Zurückstellung": (DecisionKind.POSTPONEMENT, Outcome.POSTPONED)}  # fmt: skip
_NOUN = re.compile(rf"^(?P<noun>{'|'.join(_NOUNS)})\s(?:des|der|von)\b")


def _noun(unit: Unit, start: int, end: int) -> Act | None:
    """"Bewilligung des Projektes „X“ durch die ILB am 30. August 2024": an act as a noun, with its agent and its day."""
    match = _NOUN.match(unit.passage.text[start:end])
    if match is None or _agent(unit, start, end) is None or _day(unit, start, end, None) is None:
        return None
    kind, outcome = _NOUNS[match["noun"]]
    return Act(kind, outcome, match.start(), match.end(), match.group())


def _takes_effect(draft: Draft, unit: Unit, story: _Story, start: int, end: int, found: Act, *, framed: bool) -> bool:
    """A person does not decide; an organisation that is no body decides only where it is reported to have done so."""
    text = unit.passage.text
    clause = text[start:end]
    if framed and not acts.is_past(clause) and not _day(unit, start, end, draft.date):
        return False
    subject = _subject(unit, start, end)
    if subject and subject.kind is EntityKind.PERSON and acts.is_note(clause) and "," in text[subject.end : start + found.start]:
        subject = None
    if subject and subject.kind is EntityKind.PERSON:
        if found.outcome is Outcome.WITHDRAWN:
            return True
        if found.kind is DecisionKind.ELECTION:
            return acts.is_passive(clause) and _elects(unit, clause, start, end)
        return acts.is_passive(clause) and found.kind is DecisionKind.ASSIGNMENT
    if re.match(r"(?:Herr|Frau|Ein(?:e)?\s(?:Einwohner|Bürger|Mitglied))\b", clause) and not acts.is_passive(clause):
        return False
    if re.match(r"(?:Auf|Nach|Zur)\s(?:Nachfrage|Frage|Rückfrage|Bitte|Hinweis)\b", clause) and not framed:
        return False
    if subject and subject.kind is EntityKind.ORGANISATION and not acts.is_passive(clause):
        return _organisation_acts(unit, clause, start, end, found)
    if found.kind is DecisionKind.ELECTION:
        return _elects(unit, clause, start, end)
    if found.kind in (DecisionKind.APPROVAL, DecisionKind.CONFIRMATION) and not acts.is_past(clause) and _to_come(clause, draft.date):
        return False
    if re.search(r"\b(?:Frist|Termin|Beginn|Baubeginn|Fertigstellung|Veranstaltung|Konferenz|Feier|Einweihung)\b", clause[: found.start]) and found.kind is DecisionKind.POSTPONEMENT:
        return False
    if subject and subject.key != draft.body and not acts.is_past(clause) and not acts.is_passive(clause):
        return False
    if found.kind is DecisionKind.REFERRAL and not story.labelled and not _refers_to(unit, clause, start, end):
        return False
    if subject and subject.kind is EntityKind.BODY or _agent(unit, start, end) or found.outcome in (Outcome.WITHDRAWN, Outcome.OPEN):
        return True
    if framed:
        return False
    return story.labelled or _nobody_named(unit, clause, start, end, found)


def _organisation_acts(unit: Unit, clause: str, start: int, end: int, found: Act) -> bool:
    """An organisation that is no body decides where it is reported to have done so, on something that is decided on."""
    if found.outcome is Outcome.WITHDRAWN:
        return True
    kinds = (DecisionKind.APPROVAL, DecisionKind.CONFIRMATION, DecisionKind.REJECTION, DecisionKind.RECOMMENDATION, DecisionKind.REFERRAL, DecisionKind.POSTPONEMENT)
    receipt = re.search(r"\b(?:Eingang|Erhalt|Empfang|Teilnahme|Termin)\b", clause)
    return acts.is_past(clause) and found.kind in kinds and not receipt and (found.kind is not DecisionKind.CONFIRMATION or _about(unit, clause, start, end))


_SOMEWHERE = re.compile(
    r"\b(?:an|in)\s(?:die|den|das)\s(?:\w+\s)?(?:\w*(?:[Aa]usschuss|[Ww]erkstatt|[Bb]eirat|[Vv]erwaltung|[Gg]remium|[Kk]ommission"
    r"|[Kk]reis|[Vv]ertretung|[Vv]ersammlung|[Gg]ruppe|Fraktionen)|Ausschüsse|Werkstätten)\b|\bzurück"
)


def _refers_to(unit: Unit, clause: str, start: int, end: int) -> bool:
    """Whether a referral names who gets the matter; "auf die Richtlinie wird verwiesen" refers to a text."""
    text = unit.passage.text
    behind = (m for m in unit.mentions if m.kind in _ACTORS and start <= m.start < end)
    return bool(_SOMEWHERE.search(clause)) or any(
        re.search(r"\b(?:an|in)\s(?:die\s|den\s|das\s)?(?:\w+\s)?$", text[start : m.start]) for m in behind
    )


def _elects(unit: Unit, clause: str, start: int, end: int) -> bool:
    if not (_elected(unit, start, end) or re.search(r"\bWahl\b", clause)):
        return False
    return bool(re.search(r"\b(?:wieder)?gewählt\b|\bwähl(?:t|en|te|ten)\b|\bWahl\b", clause) or acts.offices().search(clause))


def _about(unit: Unit, clause: str, start: int, end: int) -> bool:
    """Whether a clause is about something that bodies decide on."""
    named = any(m.kind in (EntityKind.PROJECT, EntityKind.PAPER) and start <= m.start < end for m in unit.mentions)
    return named or "„" in clause or bool(acts.decidable().search(clause))


_UNKNOWN_AGENT = re.compile(r"\b(?:von|durch)\s(?:den|die|vielen|einigen|mehreren)\s(?!\w*(?:[Mm]itglieder|Anwesenden|Stimmberechtigten))[A-ZÄÖÜ]\w+(?:n|en|er)\b")


def _nobody_named(unit: Unit, clause: str, start: int, end: int, found: Act) -> bool:
    """Without a body that acts: "die Mitglieder" do, or something that is decided on has it done to it."""
    if re.match(r"(?:Sie|Er|Es|Diese|Dieser|Dieses|Letztere)\s(?!wird\b|wurde\b|[A-ZÄÖÜ„])", clause):
        before = [m for m in unit.mentions if m.end <= start and m.kind in (*_ACTORS, EntityKind.PERSON)]
        return bool(before) and before[-1].kind is EntityKind.BODY or bool(_SAME_SESSION.search(clause))
    passive = acts.is_passive(clause)
    if acts.carries(clause) or _OWN_BODY.search(clause) and not re.match(r"Es\s", clause) and (not passive or acts.is_perfect(clause)):
        return True
    if found.kind is not DecisionKind.ASSIGNMENT and (votes.count(clause) != Votes() or votes.method(clause)):
        return True
    if re.match(r"Es\s(?:wird|wurde)\b[^,;]*\bbeschlossen\b", clause):
        return True
    if _SAME_SESSION.search(clause):
        return True
    if not passive or _UNKNOWN_AGENT.search(clause):
        return False
    if found.kind is DecisionKind.REFERRAL and any(m.kind is EntityKind.BODY and start <= m.start < end for m in unit.mentions):
        return True
    if found.kind is DecisionKind.ASSIGNMENT:
        return "beauftragt" in clause or any(m.kind in (*_ACTORS, EntityKind.PERSON) and start <= m.start < end for m in unit.mentions)
    return _about(unit, clause, start, end)


def _to_come(clause: str, meeting: date | None) -> bool:
    """"wird am 14.03. freigegeben": something that will happen on a day, not an act of today."""
    return meeting is not None and any(d.value and d.value > meeting and re.search(r"\b[Aa]m\s(?:\w+,?\s(?:dem\s)?)?$", clause[: d.start]) for d in dates.find(clause, None))


_LEAD = re.compile(r"[^:;.()]{3,90}:\s(?=[A-ZÄÖÜ„])")
_BEHIND_VERB = re.compile(
    r"\b(?!(?:ist|nicht|bittet|fordert|selbst|zuletzt|jetzt|statt|seit|mit)\b)"
    r"[a-zäöüß]+(?:t|te|ten|en|ahl|oss|ach|ahm|ieß|ies|ab|og)\s(?:sich\s)?(?P<article>die|der|das)\s(?:\w+e\s)?$"
)
_FEMININE = re.compile(
    r"(?i)[\w-]*(?:werkstatt|kanzlei|kommission|vertretung|imag|gruppe|versammlung|bank|stadt|gemeinde|agentur|gmbh|kammer|ilb|wrl)\b"
)


def _subject(unit: Unit, start: int, end: int) -> Mention | None:
    """Who acts: the first mention at the beginning of the clause, or right behind its finite verb."""
    text = unit.passage.text
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    own = re.match(r"(?:Die|Der|Das)\s(?:Werkstatt(?!\s\d)|Gremium|Ausschuss|Versammlung|Beirat|Plenum|Mitglieder|Anwesenden)\b", text[start:end])
    inside = [m for m in unit.mentions if start <= m.start < end]
    for mention in inside:
        before = text[start : mention.start]
        if re.fullmatch(r"(?:[Dd](?:ie|er|as|en)\s)?(?:\w+e\s)?[„(]?", before):
            return mention if mention.kind in (*_ACTORS, EntityKind.PERSON) else None
        behind = _BEHIND_VERB.search(before) if mention.kind in _ACTORS else None
        if behind and not own and not (behind["article"] == "der" and _FEMININE.match(text[mention.start : mention.end])):
            return mention
        if mention.kind in _ACTORS and re.search(r"^(?:In|Am|Mit|Auf|Bei|Nach|Zum|Zur)\b[^,]*\b(?:hat|hatte|haben)\s(?:die|der|das)\s(?:\w+e\s)?$", before):
            return mention
    return None


def _agent(unit: Unit, start: int, end: int) -> Mention | None:
    """By whom something was done: "vom Bundesamt …", "durch die IMAG"."""
    text = unit.passage.text
    for mention in unit.mentions:
        if start <= mention.start < end and mention.kind in _ACTORS and re.search(r"\b(?:[Dd]urch(?:\s(?:die|den|das))?|[Vv]om|[Vv]on(?:\s(?:der|dem))?|[Ss]eitens(?:\s(?:der|des))?)\s(?:\w+en\s)?$", text[start : mention.start]):
            return mention
    return None


def _place_of_action(unit: Unit, start: int, end: int) -> Mention | None:
    """"in der federführenden Werkstatt 2 vorgestellt und es wurde … ausgesprochen"."""
    text = unit.passage.text
    for mention in unit.mentions:
        if start <= mention.start < end and mention.kind is EntityKind.BODY and re.search(r"\b(?:[Ii]n\sder|[Ii]m|[Aa]uf\sder)\s(?:\w{5,}en\s)?$", text[start : mention.start]):
            return mention
    return None


def _decision(
    draft: Draft,
    unit: Unit,
    story: _Story,
    sentence: tuple[int, int],
    clause: tuple[int, int],
    found: Act,
    actor: tuple[str | None, date | None, bool] | None = None,
) -> Decision:
    start, end = sentence
    text = unit.passage.text
    body, day, reported = actor or _who_and_when(draft, unit, story, clause, found)
    figures, method = votes.count(text[start:end]), votes.method(text[start:end])
    kind, moved = _kind(found, text[start:end]), story.motion
    words = _plain(text[start:end])
    places = [evidence(unit.passage, f"decisions.{found.kind.value}", 0.9, start=start, end=end)]
    topic: str | None = None
    motion_projects: tuple[str, ...] = ()
    if moved and (_MOVED.match(text[start:end]) or found.outcome is Outcome.WITHDRAWN) and moved[0].item == unit.item:
        topic = moved[3]
        motion_projects = tuple(dict.fromkeys(m.key for m in moved[0].mentions if m.kind is EntityKind.PROJECT and moved[1] <= m.start < moved[2]))
        if moved[0] is unit:
            places = [evidence(unit.passage, f"decisions.{found.kind.value}", 0.9, start=moved[1], end=end)]
            words = _plain(text[moved[1] : end])
        if found.outcome is Outcome.WITHDRAWN and re.search(r"\bempfehl|Empfehlung", topic):
            kind = DecisionKind.RECOMMENDATION
        story.motion = None
    concerns = motion_projects or _concerns(draft, unit, story, clause, sentence, found, topic)
    if story.vote and not figures:
        figures, how, where, told = story.vote
        method, story.vote = method or how, None
        places.append(where)
        words = f"{told} {words}"
    if kind is DecisionKind.ELECTION:
        _office(draft, unit, clause, body)
    outside = reported and (body != draft.body or day != draft.date)
    if outside:
        story.body, story.day = body, day
    return Decision(
        kind=kind,
        words=words,
        evidence=tuple(places),
        item=unit.item,
        label=story.label,
        outcome=found.outcome,
        method=votes.concluded(method, figures),
        votes=figures,
        date=day,
        body=None if found.outcome is Outcome.WITHDRAWN else body,
        concerns=concerns,
        addressee=_addressee(draft, unit, clause, kind, body),
        reported=outside,
    )


def _plain(text: str) -> str:
    return " ".join(text.split())


def _kind(found: Act, text: str) -> DecisionKind:
    if found.outcome is Outcome.WITHDRAWN:
        if re.search(r"\bempfehl|Empfehlung", text):
            return DecisionKind.RECOMMENDATION
        return DecisionKind.CONFIRMATION if re.search(r"Bestätigung", text) else DecisionKind.APPROVAL
    if found.outcome is Outcome.OPEN:
        return DecisionKind.RECOMMENDATION if re.search(r"Empfehlung|Votum", text) else DecisionKind.APPROVAL
    return found.kind


def _who_and_when(draft: Draft, unit: Unit, story: _Story, clause: tuple[int, int], found: Act) -> tuple[str | None, date | None, bool]:
    """The deciding body, its day, and whether the decision may be of another session."""
    start, end = clause
    text = unit.passage.text[start:end]
    past = acts.is_past(text) or bool(_NOUN.match(text))
    subject = _subject(unit, start, end)
    agent = _agent(unit, start, end)
    body = draft.body
    if agent and past:
        body = agent.key
    elif subject and subject.kind in _ACTORS and (not acts.is_passive(text) or re.search(r"\b(?:hat|hatte|haben)\b", text)):
        body = subject.key
    elif past and (place := _place_of_action(unit, start, end)):
        body = place.key
    elif _SAME_SESSION.search(text) and story.body:
        body = story.body
    elif past and re.match(r"(?:Sie|Er|Es|Diese|Dieser|Dieses|Letztere)\s(?:hat|hatte)\b", text) and (last := _last_actor(unit, start)):
        body = last
    if body and draft.gazetteer[body].kind is EntityKind.ORGANISATION and found.outcome is Outcome.WITHDRAWN:
        body = None
    if _SAME_SESSION.search(text) and (story.day or story.body):
        return body, story.day, True
    day = _day(unit, start, end, draft.date) if past else None
    if day:
        return body, day, day != draft.date or body != draft.body
    if past and (body != draft.body and body is not None or _EARLIER.search(text)):
        return body, None, True
    return body, draft.date, False


_EARLIER = re.compile(
    r"\b(?:[Ii]m\sVorjahr|[Dd]amals|[Ss]einerzeit|[Ii]m\sJahre?\s(?:19|20)\d\d|[Ii]n\sder\s(?:letzten|vorigen|vergangenen|vorherigen)\s\w*[Ss]itzung"
    r"|hatten?)\b"
)


def _last_actor(unit: Unit, start: int) -> str | None:
    """Whom "sie" means: the body or organisation of the sentence before."""
    before = [m for m in unit.mentions if m.end <= start and m.kind in _ACTORS]
    return before[-1].key if before else None


def _day(unit: Unit, start: int, end: int, meeting: date | None) -> date | None:
    """The day of a reported act: "am 16.01.2024", "mit Bescheid vom …"; never one to come."""
    text = unit.passage.text[start:end]
    for found in dates.find(text, None):
        before = text[max(0, found.start - 40) : found.start]
        if found.value is None or meeting and found.value > meeting:
            continue
        if re.search(r"(?:\b[Aa]m|\bvom|\bden|\bdem)\s(?:\w+,?\s(?:dem\s|den\s)?)?$", before) and not re.search(r"(?:\b[Ss]eit|\bbis|\bab|Protokoll\w*[^.]{0,30}vom|Niederschrift[^.]{0,30}vom|Sitzung\svom|Frist)\s*(?:zum|dem|vom)?\s*$", before):
            return found.value
    return None


# --- what it is about, to whom --------------------------------------------------------------------------------------


def _concerns(draft: Draft, unit: Unit, story: _Story, clause: tuple[int, int], sentence: tuple[int, int], found: Act, topic: str | None) -> tuple[str, ...]:
    start, end = clause
    text = unit.passage.text
    if found.kind is DecisionKind.ELECTION:
        elected = _elected(unit, start, end)
        return tuple(dict.fromkeys(m.key for m in elected))
    formal = tuple(_formalities(draft, unit, start, end))
    projects = tuple(dict.fromkeys(m.key for m in unit.mentions if m.kind is EntityKind.PROJECT and sentence[0] <= m.start < sentence[1]))
    papers = tuple(dict.fromkeys(m.key for m in unit.mentions if m.kind is EntityKind.PAPER and sentence[0] <= m.start < sentence[1]))
    if formal and not (projects and found.kind is not DecisionKind.CONFIRMATION):
        return formal
    if topic is not None and not projects:
        about = draft.item_projects.get(unit.item or "", [])[:1]
        return (draft.gazetteer.thing(EntityKind.TOPIC, topic[:160]), *about, *papers) if topic else (*about, *papers)
    if projects:
        story.project = projects[-1]
        return (*projects, *papers)
    main = draft.item_projects.get(unit.item or "", []) or ([draft.whole] if draft.whole else [])
    named = _new_project(draft, unit, start, end, found)
    if named:
        return (named, *papers)
    if _THING.search(text[start:end]) or found.kind in (DecisionKind.ASSIGNMENT, DecisionKind.ACKNOWLEDGEMENT):
        if len(main) == 1:
            return (main[0], *papers, *draft.item_papers.get(unit.item or "", []))
        if story.project and (_THING.search(text[start:end]) or found.kind is DecisionKind.ASSIGNMENT):
            return (story.project, *papers)
    subject = _object(text[start:end], found)
    if subject and papers and re.match(r"(?:Beschluss)?[Vv]orlage|Drucksache|BV\b", subject):
        return (*main[:1], *papers)
    actors = {text[m.start : m.end] for m in unit.mentions if m.kind in (*_ACTORS, EntityKind.PERSON) and start <= m.start < end}
    if subject and not any(subject.startswith(name) for name in actors):
        return (draft.gazetteer.thing(EntityKind.TOPIC, subject), *main[:1], *papers, *draft.item_papers.get(unit.item or "", [])[:1])
    return (*main[:1], *papers) or ((draft.whole,) if draft.whole else _item_topic(draft, unit))


def _item_topic(draft: Draft, unit: Unit) -> tuple[str, ...]:
    title = next((item.title for item in draft.agenda if item.number == unit.item), None)
    return (draft.gazetteer.thing(EntityKind.TOPIC, title),) if title else ()


def _formalities(draft: Draft, unit: Unit, start: int, end: int) -> Iterator[str]:
    """The minutes of an earlier session, the agenda."""
    text = unit.passage.text[start:end]
    minutes = _MINUTES.search(text)
    if minutes and not re.search(r"Protokollnotiz", minutes.group()):
        number = int(minutes["number"]) if minutes["number"] else draft.previous.number if draft.previous else None
        day = dates.first(minutes["day"]) if minutes["day"] else None
        if day is None and draft.previous and number in (None, draft.previous.number):
            day = draft.previous.date
        word = "Niederschrift" if "iederschrift" in minutes.group() else "Protokoll"
        name = f"{word} der {number}. Sitzung" if number else f"{word} der Sitzung vom {day:%d.%m.%Y}" if day else f"{word} der letzten Sitzung"
        key = draft.gazetteer.thing(EntityKind.PROTOCOL, name)
        draft.gazetteer[key].date = day
        draft.gazetteer.mention(key, evidence(unit.passage, "decisions.minutes", start=start + minutes.start(), end=start + minutes.end()))
        yield key
    agenda = _AGENDA.search(text)
    if agenda:
        key = draft.gazetteer.thing(EntityKind.TOPIC, "Tagesordnung")
        draft.gazetteer.mention(key, evidence(unit.passage, "decisions.agenda", start=start + agenda.start(), end=start + agenda.end()))
        yield key


_NP = r"(?P<name>[A-ZÄÖÜ][\w-]{4,}(?:\s(?:(?:der|des|im|in|am|für|zum|zur)\s)?(?:[A-ZÄÖÜ][\w-]+|\d{4})){0,5})"
_OBJECT_FIRST = re.compile(rf"^(?:Die|Der|Das|Den)\s{_NP}\s(?:hat|hatte|haben|wird|wurde)\b")
_OBJECT_LATER = re.compile(rf"\b(?:hat|hatte|haben|empfiehlt|bestätigt)\b[^.;]*?\b(?:den|die|das)\s{_NP}(?=\s(?:unter|zur|einstimmig|mehrheitlich|konsensual|im\sKonsens|abgelehnt|empfohlen|bestätigt|befürwortet|zurückgestellt|bewilligt|mit)\b)")
_COMMON = re.compile(r"(?:[\w-]*(?:projekt|vorhaben|antrag|vorlage|änderung|weiterleitung|bericht|protokoll|niederschrift|tagesordnung|förderung|empfehlung|beschluss|entscheidung|konzept|umlage|satzung|haushalt|mittel|präsentation|information|mitteilung|ausführung|sachstand|maßnahme|werkstatt|sitzung|verwaltung|stellungnahme|liste|übersicht|termin|fassung|anregung|variante|bereitstellung|finanz|plan|richtlinie|strategie|frist|aufgabe|skizze|unterlage|geschäftsordnung|ergänzung|verfahren|stand|mitglied|bestätigung|umbenennung)\w*)", re.IGNORECASE)


def _new_project(draft: Draft, unit: Unit, start: int, end: int, found: Act) -> str | None:
    """A proper name that a Werkstatt, the IMAG … recommends, confirms or rejects is a project, quoted or not."""
    if found.kind not in (DecisionKind.RECOMMENDATION, DecisionKind.REJECTION, DecisionKind.CONFIRMATION, DecisionKind.POSTPONEMENT):
        return None
    text = unit.passage.text[start:end]
    for pattern in (_OBJECT_FIRST, _OBJECT_LATER):
        match = pattern.search(text)
        if not match or _COMMON.match(match["name"].split(" ")[0]) or " " not in match["name"] or draft.gazetteer.named(match["name"]):
            continue
        if any(m.start < start + match.end("name") and start + match.start("name") < m.end for m in unit.mentions):
            continue
        key = draft.gazetteer.thing(EntityKind.PROJECT, match["name"])
        draft.gazetteer.mention(key, evidence(unit.passage, "decisions.object", 0.75, start=start + match.start("name"), end=start + match.end("name")))
        return key
    return None


def _object(clause: str, found: Act) -> str | None:
    """The words for what is decided on: the subject of a passive sentence, the object of an active one."""
    bare = re.sub(r"\s*\([^()]*\)", "", clause).strip(" .")
    passive = re.match(r"(?:Der|Die|Das|Dem|Den|Zum|Zur)\s(?P<np>[^,;]{3,110}?)\s(?:wird|werden|wurde|wurden|gilt|gelten|ist|sind)\b", bare)
    if passive:
        return passive["np"]
    active = re.search(r"\b(?:nimmt|nehmen|beschließt|beschlossen|hat|haben|stimmt|lehnt|genehmigt|billigt|bewilligt)\b,?\s(?P<rest>.{3,160})$", bare)
    if not active:
        return None
    rest = re.sub(r"\b(?:einstimmig|mehrheitlich|konsensual|im\sKonsens|einvernehmlich|zustimmend|zur\sKenntnis|am\s[\d.]+(?:\s\w+)?(?:\s\d{4})?|mit\sSchreiben\svom\s[\d.]+|zugestimmt|beschlossen|abgelehnt|bewilligt|genehmigt|bestätigt|empfohlen|zurückgezogen|zurückgestellt|vertagt|verschoben|(?:zurück)?(?:ver|über)wiesen|angenommen|verworfen)\b", " ", active["rest"])
    rest = re.sub(r"\s+(?:zu|ab)\s*$", "", rest)
    rest = re.sub(r"^\s*(?:die|der|das|den|dem|einen|eine)\s", "", " ".join(rest.split()))
    return rest[:140].strip(" ,.") or None if re.match(r"[A-ZÄÖÜ„\d]", rest) else None


def _elected(unit: Unit, start: int, end: int) -> list[Mention]:
    """The people an election is about: the subject of "wird … gewählt", the object of "wählt"."""
    return [m for m in unit.mentions if m.kind is EntityKind.PERSON and start <= m.start < end]


_OFFICE = re.compile(r"\b(?:[Zz]um|[Zz]ur|[Aa]ls)\s(?P<role>(?:\w+(?:en|n)?\s)?(?:stellv\.\s)?[A-ZÄÖÜ][\w/-]+(?:\sder\s(?:Gemeinde|Stadt|Werkstatt)\s[A-ZÄÖÜ\d][\w-]*(?=\s(?:in|im)\s))?)")


def _office(draft: Draft, unit: Unit, clause: tuple[int, int], body: str | None) -> None:
    """The office that the elected take: "zur Sprecherin der Werkstatt 1"."""
    start, end = clause
    text = unit.passage.text[start:end]
    match = _OFFICE.search(text)
    elected = _elected(unit, start, end)
    if not match or len(elected) != 1 or not re.search(r"\b(?:gewählt|wählt|wählte|bestellt|berufen|bestimmt|Wahl)\b", text):
        return
    behind = [m for m in unit.mentions if m.kind in _ACTORS and start + match.end() <= m.start < end and m.start - start - match.end() < 12]
    organisation = behind[0].key if behind else None if _of_another(draft, text[match.end() :], body) else body
    role = _nominative(match["role"])
    title = next((i.title for i in draft.agenda if i.number == unit.item), "")
    fuller = re.search(rf"\b(\w+{re.escape(role.casefold())})\b", title.casefold())
    if fuller:
        role = fuller[1][0].upper() + fuller[1][1:]
    if organisation:
        where = evidence(unit.passage, "decisions.office", 0.9, start=start + match.start("role"), end=start + match.end("role"))
        people.membership(draft, elected[0].key, organisation, role, where)


def _of_another(draft: Draft, behind: str, body: str | None) -> bool:
    """Whether "… des Beirats" behind an office names somebody else than the deciding body."""
    of = re.match(r"\s(?:des|der|im|in\sder|beim?)\s(?P<noun>[A-ZÄÖÜ][\w-]+)", behind)
    if of is None:
        return False
    own = draft.gazetteer[body].name.split()[0].casefold() if body else ""
    return not own.startswith(re.sub(r"e?s$", "", of["noun"]).casefold())


def _nominative(role: str) -> str:
    words = role.split(" ")
    if len(words) > 1 and words[0].endswith("en"):
        words[0] = words[0][:-1]
    words[-1] = re.sub(r"(?i)(?<=vorsitzende)n$", "", words[-1])
    return " ".join(words)


def _addressee(draft: Draft, unit: Unit, clause: tuple[int, int], kind: DecisionKind, body: str | None) -> str | None:
    start, end = clause
    text = unit.passage.text
    inside = [m for m in unit.mentions if start <= m.start < end and m.key != body]
    actors = [m for m in inside if m.kind in _ACTORS]
    if kind is DecisionKind.RECOMMENDATION:
        for mention in actors:
            if re.search(r"\bempf(?:iehlt|ehlen|ahl|ahlen)\b[^,;]{0,70}\s(?:der|dem)\s(?:\w+en\s)?$", text[start : mention.start]) and _dative(unit, start, mention):
                return mention.key
            if re.search(r"\bempf(?:iehlt|ehlen|ahl)\s(?:der|dem|den)\s(?:\w+en\s)?$|\bgegenüber\s(?:der|dem)\s$", text[start : mention.start]):
                return mention.key
        for mention in actors:
            before, after = text[start : mention.start], text[mention.end : end]
            if re.search(r"\b(?:wird|werden|wurde|wurden)\s(?:der|dem)\s(?:\w+en\s)?$", before) or re.fullmatch(r"(?:Dem|Der)\s", before) and re.search(r"\b(?:wird|werden|wurde|wurden)\b.*\bempfohlen\b", after):
                return mention.key
            bound = r"\bzu\sempfehlen\b" if mention.kind is EntityKind.ORGANISATION else r"\b(?:zu\sempfehlen|empfohlen)\b"
            if re.search(r"\b(?:Projekt|Vorhaben)\s(?:der|dem)\s$", before) and re.search(bound, after):
                return mention.key
        for mention in actors:
            if re.search(r"\b(?:Weiterleitung|weiterzuleiten|Empfehlung|Vorlage|Weitergabe|Übergabe|Votum)\b[^;]*\ban\s(?:die|den|das)?\s?(?:\w+\s)?$", text[start : mention.start]):
                return mention.key
    elif kind in (DecisionKind.REFERRAL, DecisionKind.APPROVAL):
        for mention in reversed(actors):
            if _ANY_TO.search(text[start : mention.start]) and re.search(r"\b(?:weiter|zurück|verwiesen|überwiesen|verweist|überweist|vergeben|weitergeleitet|Weiterleitung|abgegeben|leitet|Überweisung|Verweisung)\b", text[start:end]):
                return mention.key
        if kind is DecisionKind.REFERRAL:
            return next((m.key for m in actors if re.search(r"\b(?:an|in)\s(?:die|den|das)?\s?$", text[start : m.start])), None)
    elif kind is DecisionKind.ASSIGNMENT:
        for mention in inside:
            before, after = text[start : mention.start], text[mention.end : end]
            if mention.kind in (*_ACTORS, EntityKind.PERSON) and (re.search(r"\b(?:beauftrag(?:t|en|te|ten)|ersuch(?:t|en)|ermächtigt)\s(?:den|die|das)?\s?$|\b(?:wird|werden|wurden?)\s(?:der|die|das)?\s?$", before) or re.match(r"\s(?:wird|werden)\b", after) or mention.kind is EntityKind.PERSON and re.search(r"beauftragt\s$", before)):
                return mention.key
        return _administration(draft, text[start:end])
    return None


def _dative(unit: Unit, start: int, mention: Mention) -> bool:
    """Whether an actor stands right behind the verb's subject: "empfahl der Arbeitskreis dem Ministerium"."""
    before = [m for m in unit.mentions if start <= m.start and m.end <= mention.start and m.kind in _ACTORS]
    return bool(before) and re.fullmatch(r"\s(?:der|dem)\s(?:\w+en\s)?", unit.passage.text[before[-1].end : mention.start]) is not None


def _administration(draft: Draft, text: str) -> str | None:
    return attendance.administration(draft) if re.search(r"\b(?:[Dd]ie|[Dd]er)\s(?:\w+)?[Vv]erwaltung\b", text) else None


# --- promises of institutions ---------------------------------------------------------------------------------------

_GENERIC = re.compile(r"\b(?:[Dd]er|[Dd]ie|[Dd]as)\s(?P<head>Landkreis|Gemeinde|Stadt|Amt|Hochschule|Universität|Kammer|Verband|Verein|Land)\b")


_DECLARED = re.compile(r"[^,;:]{3,80}\b(?:erklärt|versichert|erklärte|versicherte)\b[^,;:]{0,40},\sdass\s")


def _commitment(draft: Draft, unit: Unit, start: int, end: int) -> Decision | None:
    """An institution's promise. A person's own promise is a task."""
    text = unit.passage.text[start:end]
    declared = _DECLARED.match(text)
    a, b = (declared.end(), len(text)) if declared else acts.main_clause(text)
    if not acts.commits(text[a:b]):
        return None
    promiser: str | None = None
    for mention in unit.mentions:
        if not start <= mention.start < end or mention.kind is not EntityKind.ORGANISATION:
            continue
        before = unit.passage.text[start : mention.start]
        if re.search(r"\b(?:[Ff]ür|[Nn]amens|[Ii]m\sNamen|Zusage)\s(?:die|den|das|der|des)\s$|,\sdass\s(?:sich\s)?(?:die|der|das)\s$|\b(?:hat|haben|sagte|sagt|sicherte|sichert)\s(?:die|der|das)\s$", before) or not before.strip() or re.fullmatch(r"(?:Die|Der|Das)\s(?:\w+e\s)?", before):
            promiser = mention.key
    generic = re.search(rf",\sdass\s{_GENERIC.pattern}", text)
    if promiser is None and generic:
        heads = [r.key for r in draft.gazetteer.of_kind(EntityKind.ORGANISATION) if r.name.startswith(generic["head"] + " ")]
        own = [m.key for m in unit.mentions if start <= m.start < end and m.key in heads]
        promiser = own[0] if own else heads[0] if len(heads) == 1 else None
    if promiser is None or re.search(r"\bZusage\b", text) and not text.startswith("Zusage") or dates.due(text, draft.date, draft.next.date if draft.next else None) and not acts.is_past(text):
        return None
    day = _day(unit, start, end, draft.date) if acts.is_past(text) else None
    projects = tuple(dict.fromkeys(m.key for m in unit.mentions if m.kind is EntityKind.PROJECT and start <= m.start < end))
    main = tuple(draft.item_projects.get(unit.item or "", [])[:1])
    where: Evidence = evidence(unit.passage, "decisions.commitment", 0.85, start=start, end=end)
    return Decision(
        kind=DecisionKind.COMMITMENT,
        words=_plain(text),
        evidence=(where,),
        item=unit.item,
        outcome=Outcome.ADOPTED,
        method=None,
        date=day or draft.date,
        body=promiser,
        concerns=projects or main,
        reported=day is not None and day != draft.date,
    )

