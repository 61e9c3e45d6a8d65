"""What announces a project's name, what tells its former one, and what rules a project out."""

from __future__ import annotations

import re

from protokollgraph.extract.names import UPPER

CUE = r"(?:[\w-]*(?:[Pp]rojekt|[Vv]orhaben)(?:e[sn]?|s|en)?|Maßnahmen?|Antrag(?:e?s)?\s+(?:zu|zum|zur))"

NOT_PROJECT = re.compile(
    r"(?:[\w-]*(?:[Pp]rogramm|[Aa]ufruf|[Kk]onferenz|[Tt]agung|[Vv]eranstaltung|[Rr]ichtlinie|[Ww]orkshop|[Rr]eihe"
    r"|[Tt]hema|[Tt]hemen|[Ss]atzung|[Bb]ebauungsplan|[Mm]esse|[Ff]orum|[Aa]usstellung|[Ff]achtag|[Ss]tudie"
    r"|[Bb]roschüre|[Pp]reis|[Ww]ettbewerb|[Gg]esetz|[Aa]ufgabe|[Vv]ortrag|[Ff]ilm|[Ff]est|[Kk]ita|[Ss]chule|[Hh]aus"
    r"|[Cc]afé|[Gg]asthof|[Gg]aststätte|[Hh]otel|[Zz]entrum|[Gg]esellschaft|[Vv]erein|[Aa]usschuss(?:es)?"
    r"|[Bb]eirat(?:s|es)?|[Uu]nterausschuss|Arbeitsgruppe|[Dd]okument|[Pp]apier|[Ll]eitfaden|[Ss]teckbrief"
    r"|[Ff]ördersatz|[Ss]trategie|[Aa]genda|[Mm]otto|[Bb]egriff|[Kk]riterium|[Pp]unkt|[Tt]itel|[Nn]amen?|[Nn]etzwerk|AG"
    r"|TOP|Werkstatt\s\d{1,2}|Fraktion|Liste|[Ff]onds|[Bb]udget|[Ll]inie|[Bb]austein|[Ss]äule|[Ww]oche|[Ss]erie"
    r"|[Nn]ewsletter|[Pp]ortal|[Pp]lattform|[Zz]eitung|[Kk]ampagne|[Ff]achtagung|[Pp]odium)(?:e[sn]?|s|n|en)?)\s*"
    r"[–:-]?\s*$"
)

RUNNING_TEXT = re.compile(
    r"(?:Die|Der|Das|Herrn?|Frau|Es|Sie|Er|In|Im|Am|Für|Mit|Zur|Zum|Werkstatt|Werkstätten|TOP|Januar|Februar|März|April"
    r"|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Anfang|Mitte|Ende)\b"
)

FORMER_WORD = (
    r"(?:vormals|ehemals|ehemalig\w*|früher(?:er\s+Name)?|frühere[rn]?|bisher(?:ige[rn]?)?|zuvor|vorher|zunächst"
    r"|Arbeitstitel:?|alt:|ehem\.)"
)

FORMER = re.compile(
    rf"{FORMER_WORD}\s*:?\s*(?:unter\s+dem\s+(?:Arbeitst|T)itel\s+|als\s+|Projekt\s+|Arbeitstitel:?\s+)?"
    rf"(?:„(?P<quoted>[^„“”]{{3,120}})[“”]|(?P<bare>[{UPPER}][^,;()„]{{2,80}}))"
)

FORMER_BEFORE = re.compile(rf"{FORMER_WORD}\s*:?\s*(?:unter\s+dem\s+(?:Arbeitst|T)itel\s+)?$|Arbeitstitel\s*:?\s*$")
