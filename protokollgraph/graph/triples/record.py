"""The protocol, its file, its sections, the run that read it, and what was found amiss."""

from __future__ import annotations

from protokollgraph.graph.triples.frame import Frame, concept, german, node, number, plain
from protokollgraph.model import Evidence, Role
from protokollgraph.ontology.namespaces import DCT, ELI, FOAF, PG, PROV, SCHEMA

GERMAN = node("http://publications.europa.eu/resource/authority/language/DEU")
PROTOCOL = (node(PG.Protocol), node(ELI.Work), node(FOAF.Document), node(PROV.Entity))
RECORD = (node(PG.Record), node(FOAF.Document), node(PROV.Entity))
_FILE = (node(PG.SourceFile), node(ELI.Manifestation), node(PROV.Entity))
_FINDING = (node(PG.Finding),)
_SECTION = (node(ELI.WorkSubdivision),)
_TITLE, _IDENTIFIER, _CREATOR = node(DCT.title), node(DCT.identifier), node(DCT.creator)


def write_record(frame: Frame, version: str) -> None:
    """Write everything but what the protocol, or the record, is about."""
    if frame.extraction.record:
        _write_data(frame)
    else:
        _write_protocol(frame)
        _write_sections(frame)
    _write_file(frame)
    _write_findings(frame)
    run = node(frame.iris.run(frame.protocol))
    software = node(frame.iris.software(version))
    frame.types(run, (node(PROV.Activity),))
    frame.add(run, node(PROV.used), frame.file)
    frame.add(run, node(PROV.wasAssociatedWith), software)
    if frame.extraction.style is not None:
        frame.add(run, node(PG.style), plain(frame.extraction.style))
    frame.types(software, (node(PROV.SoftwareAgent),))


def _write_protocol(frame: Frame) -> None:
    extraction, protocol = frame.extraction, node(frame.protocol)
    frame.types(protocol, PROTOCOL)
    title = extraction.title or extraction.document.name
    frame.add(protocol, _TITLE, german(title) if extraction.title else plain(title))
    frame.add(protocol, _IDENTIFIER, plain(frame.protocol.removeprefix(frame.iris.entity("protocol", ""))))
    frame.add(protocol, node(DCT.language), GERMAN)
    frame.add(protocol, node(ELI.work_type), node(PG.ResultMinutes if extraction.result_minutes else PG.Minutes))
    frame.add(protocol, node(PROV.wasDerivedFrom), frame.file)
    if extraction.written is not None:
        frame.add(protocol, node(ELI.date_document), number(extraction.written))
    if extraction.meeting is not None and extraction.meeting.body is not None:
        frame.add(protocol, node(ELI.passed_by), frame.entity(extraction.meeting.body))
    for each in extraction.participations:
        if each.role is Role.MINUTE_TAKER and each.item is None:
            frame.add(protocol, _CREATOR, frame.entity(each.person))


def _write_data(frame: Frame) -> None:
    record = node(frame.protocol)
    frame.types(record, RECORD)
    frame.add(record, _TITLE, plain(frame.extraction.document.name))
    frame.add(record, node(PROV.wasDerivedFrom), frame.file)


def _write_file(frame: Frame) -> None:
    document = frame.extraction.document
    frame.types(frame.file, _FILE)
    frame.add(frame.file, _TITLE, plain(document.name))
    frame.add(frame.file, node(SCHEMA.sha256), plain(document.sha256))
    frame.add(frame.file, node(SCHEMA.encodingFormat), plain(document.media_type))


def _write_sections(frame: Frame) -> None:
    for treatment in frame.extraction.treatments:
        section = node(frame.iris.section(frame.protocol, treatment.number))
        frame.types(section, _SECTION)
        frame.add(section, node(ELI.is_part_of), node(frame.protocol))
        frame.add(section, node(ELI.number), plain(treatment.number))


def _write_findings(frame: Frame) -> None:
    for n, finding in enumerate(frame.extraction.findings, 1):
        each = node(frame.iris.finding(frame.protocol, n))
        frame.types(each, _FINDING)
        frame.add(node(frame.protocol), node(PG.hasFinding), each)
        frame.add(each, node(PG.findingCode), plain(finding.code))
        frame.add(each, node(PG.severity), concept(finding.severity))
        frame.add(each, node(DCT.description), plain(finding.message))
        if finding.span is not None:
            frame.prove(each, Evidence(finding.span, f"findings.{finding.code}"))
