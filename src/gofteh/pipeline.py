"""From an article to its statements: the whole extraction, as a row of declared stages.

Each stage is a pure function of what the stages before it found. The reasons for their order stand
beside them in `STAGES`; ``docs/design.md`` tells the way of an article in prose.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from gofteh.readers import Reader
from gofteh.records import ELLIPSIS, Article, Because, Failure, Reading, Span, Speaker, Statement
from gofteh.repairing.reading import Slip, reading_edits
from gofteh.repairing.repair import Repaired, repair
from gofteh.speakers.records import speaker_of
from gofteh.speakers.resolve import Resolution, resolve
from gofteh.speakers.told import StatementJudge, Told, told_by_rules
from gofteh.speakers.trace import steps
from gofteh.stages import Stage, assemble, inserted_behind, replaced
from gofteh.statements.answered import told_by_answerers
from gofteh.statements.asserted import asserted
from gofteh.statements.bounds import bounded
from gofteh.statements.context import ArticleFacts, InArticle
from gofteh.statements.cues import Cue
from gofteh.statements.dialogue import Dialogue, dialogue
from gofteh.statements.drafts import Draft
from gofteh.statements.findings import DraftChooser, Findings, SourcedSentences, SourceFinder
from gofteh.statements.first_pass import known_speakers
from gofteh.statements.gather import gather
from gofteh.statements.known_speakers import KnownSpeakers
from gofteh.statements.nesting import nest
from gofteh.statements.paragraph_drafts import ParagraphDrafts, find_drafts
from gofteh.statements.provenance import Provenance, find_provenance
from gofteh.statements.relayed import with_relayed
from gofteh.statements.settled import settling
from gofteh.statements.sources import name_sources
from gofteh.statements.titles import headlines
from gofteh.statements.viable import viable_cues
from gofteh.text.furniture import is_furniture
from gofteh.text.layout import Layout, lay_out
from gofteh.text.levels import Level
from gofteh.text.quotations import Quotations, quotations
from gofteh.text.tokens import Range


@dataclass(slots=True)
class Work:
    """An article on its way through the stages: what it came with, then what each stage adds.

    Asking for what no stage has added yet is an ``AttributeError``; `STAGES` is checked for that.
    """

    article: Article
    explain: bool = False
    slips: tuple[Slip, ...] = field(init=False)
    layout: Layout = field(init=False)
    furniture: list[bool] = field(init=False)
    cues: list[list[Cue]] = field(init=False)
    headlines: dict[int, tuple[Draft, ...]] = field(init=False)
    known: KnownSpeakers = field(init=False)
    provenance: Provenance = field(init=False)
    dialogue: Dialogue = field(init=False)
    findings: Findings = field(init=False)
    sentences: SourcedSentences = field(init=False)
    paragraph_drafts: ParagraphDrafts = field(init=False)
    drafts: Sequence[Draft] = field(init=False)
    resolutions: list[Resolution] = field(init=False)
    told: tuple[Told, ...] = field(init=False)
    speakers: dict[int, Speaker] = field(init=False)
    quotations: Quotations = field(init=False)
    statements: tuple[Statement, ...] = field(init=False)


def extract(
    article: str | Article,
    *,
    explain: bool = False,
    repaired: Level | str | None = None,
    reader: Reader | str = Reader.BOTH,
    stages: Sequence[Stage[Work]] | None = None,
) -> Reading:
    """Return what an article reports somebody to have said.

    A plain string is read as a body without a title. ``explain`` adds to each statement's
    ``because`` what each sieve answered when it was asked for the speaker. ``repaired`` adds
    the text repaired up to a level, the article's and each content's; raw words and offsets stay.
    ``reader`` says who reads: the ``grammar`` alone, the learned ``reader`` alone, or ``both``,
    with a choice between them. ``stages`` take the place of those that `stages_of` gives for it.
    Raises ``ValueError`` for an unknown level or reader, ``TypeError`` for what is no article.
    """
    article = _article(article)
    work = run(stages_of(reader) if stages is None else stages, article, explain=explain)
    reading = reading_of(work)
    return _with_repaired(reading, repair(article.raw, repaired)) if repaired else reading


def _article(given: object) -> Article:
    if isinstance(given, Article):
        return given
    if isinstance(given, str):
        return Article(text=given)
    hint = ""
    if isinstance(given, Mapping):
        hint = "; make an article of its fields: gofteh.Article(text=…, title=…, …)"
    elif isinstance(given, bytes):
        hint = "; decode it first"
    elif isinstance(given, Failure):
        hint = f": {given.item} could not be read ({given.message})"
    raise TypeError(f"extract takes a str or a gofteh.Article, not {type(given).__name__}{hint}")


def run(stages: Sequence[Stage[Work]], article: Article, *, explain: bool = False) -> Work:
    """Return an article's work, done by stages that `assemble` has checked."""
    work = Work(article, explain)
    for stage in stages:
        setattr(work, stage.adds, stage.run(work))
    return work


def reading_of(work: Work) -> Reading:
    """Return the reading of an article whose stages have all run."""
    agency = work.provenance.agency
    return Reading(
        article=work.article,
        statements=work.statements,
        speakers=tuple(sorted(set(work.speakers.values()), key=lambda s: s.id)),
        provenance=_span(work.layout, agency) if agency else None,
    )


def surest(reading: Reading, least: float) -> Reading:
    """Return a reading with only the statements whose confidence is ``least`` or more.

    A statement embedded in one that is left out is no longer embedded.
    """
    kept = [s for s in reading.statements if s.confidence >= least]
    ids = {s.id for s in kept}
    alone = (s if s.embedded_in in ids else replace(s, embedded_in=None) for s in kept)
    return replace(reading, statements=tuple(alone))


def _with_repaired(reading: Reading, fixed: Repaired) -> Reading:
    def rendered(statement: Statement) -> str:
        places = (fixed.to_repaired((span.start, span.end)) for span in statement.content)
        return ELLIPSIS.join(fixed.text[start:end] for start, end in places)

    statements = tuple(replace(s, repaired=rendered(s)) for s in reading.statements)
    return replace(reading, statements=statements, repaired=fixed.text)


def _speakers(layout: Layout, told: Sequence[Told]) -> dict[int, Speaker]:
    unique = {id(t.resolution.entity): t.resolution.entity for t in told}
    return {key: speaker_of(layout, e, i) for i, (key, e) in enumerate(unique.items())}


def _statement(work: Work, key: str, told: Told) -> Statement:
    layout, draft, resolution = work.layout, told.draft, told.resolution
    content = tuple(_span(layout, r) for r in draft.content)
    cue = tuple(_span(layout, r) for r in draft.cue)
    first_cue = cue[0].start if cue else -1
    place = f"{key}:{content[0].start}-{content[-1].end}:{first_cue}:{draft.rule.id}"
    return Statement(
        id=hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        content=content,
        cue=cue,
        source=_span(layout, draft.source) if draft.source else None,
        speaker=work.speakers[id(resolution.entity)],
        manner=draft.manner,
        act=str(draft.act),
        lemma=draft.lemma,
        confidence=told.confidence,
        because=Because(draft.rule.id, resolution.rule, steps(layout, resolution), draft.by),
        polarity=draft.polarity,
        quoted=work.quotations.of(layout.view.raw, content, cue, draft.manner),
    )


def _span(layout: Layout, tokens: Range) -> Span:
    return Span.of(layout.view.raw, *layout.raw_span(*tokens))


def _findings(work: Work) -> Findings:
    whole = ArticleFacts(work.known, work.provenance)
    return Findings(work.layout, work.furniture, work.cues, whole, work.headlines, work.dialogue)


def _statements(work: Work) -> tuple[Statement, ...]:
    key = work.article.key  # without an id a hash of the whole text: once an article
    return nest([_statement(work, key, told) for told in work.told])


_GIVEN = ("article", "explain")

# What a stage needs must stand before it. Where that leaves its place open, the reason for it is
# told beside the stage.
STAGES: tuple[Stage[Work], ...] = assemble(
    (
        # Before anything else: every later stage reads the text as its writer meant it.
        Stage(
            "slips", lambda w: tuple(reading_edits(w.article.raw, w.article.body_start)),
            needs=("article",), adds="slips", does="slips that are read through",
        ),
        Stage(
            "layout", lambda w: lay_out(w.article.raw, w.article.body_start, w.slips),
            needs=("article", "slips"), adds="layout",
            does="letters, words, sentences, paragraphs, quotation marks",
        ),
        Stage(
            "furniture", lambda w: is_furniture(w.layout),
            needs=("layout",), adds="furniture", does="footers, links, section labels",
        ),
        # All cues of the article before any source: only the cues around a word tell whether it
        # belongs to a content or to the sentence that reports it.
        Stage(
            "cues", lambda w: viable_cues(w.layout),
            needs=("layout",), adds="cues", does="words that signal a saying", score="cues",
        ),
        Stage(
            "headlines", lambda w: headlines(w.layout),
            needs=("layout",), adds="headlines", does="headlines that name their speaker",
        ),
        # A first pass for the sure cases, so that the second can tell a subject from an object.
        Stage(
            "known speakers", lambda w: known_speakers(w.layout, w.cues, w.headlines),
            needs=("layout", "cues", "headlines"), adds="known",
            does="mentions that stand alone beside a marked cue somewhere",
        ),
        Stage(
            "provenance", lambda w: find_provenance(w.layout, w.cues),
            needs=("layout", "cues"), adds="provenance", does="the byline: whose report it is",
        ),
        # Before the sentences are read: in an interview or a letter whole paragraphs are one
        # speaker's words, and statements found in them are embedded in those.
        Stage(
            "dialogue", lambda w: dialogue(InArticle(w.layout, w.cues, w.furniture, w.known)),
            needs=("layout", "cues", "furniture", "known"), adds="dialogue",
            does="interviews, labelled turns, declarations",
        ),
        Stage(
            "findings", _findings,
            needs=("layout", "furniture", "cues", "known", "provenance", "headlines", "dialogue"),
            adds="findings", does="bundles all of that for the stages behind",
        ),
        # All sources in one stage, whose place another implementation can take: `with_sources`.
        Stage(
            "sources", lambda w: name_sources(w.findings),
            needs=("findings",), adds="sentences", does="the mention that names each cue's speaker",
            score="sources",
        ),
        # Behind the sources: an object or a clause begins where the subject before it ends.
        Stage(
            "constructions", lambda w: find_drafts(w.findings, w.sentences),
            needs=("findings", "sentences"), adds="paragraph_drafts",
            does="the content of each cue", score="contents",
        ),
        # Over all paragraphs in their order: the only stage that looks at the paragraphs before.
        Stage(
            "running on", lambda w: gather(w.findings, w.sentences, w.paragraph_drafts),
            needs=("findings", "sentences", "paragraph_drafts"), adds="drafts",
            does="speeches that go on in the next paragraphs", score="drafts",
        ),
        # A choice among these drafts and others stands here: see `with_choice`. What follows
        # applies to its drafts as well: nobody says what stands in a question or a condition.
        Stage(
            "asserted", lambda w: asserted(w.findings, w.drafts),
            needs=("findings", "drafts"), adds="drafts",
            does="leaves out questions, conditions, wishes: what is not told as said",
        ),
        # Behind the choice, whose contents it takes over.
        Stage(
            "relayed", lambda w: with_relayed(w.findings, w.drafts),
            needs=("findings", "drafts"), adds="drafts",
            does="whose words somebody passes on: X citing Y",
        ),
        # Of the drafts of a choice too, and before the bounds, which trim whatever source is left.
        Stage(
            "answered", lambda w: told_by_answerers(w.findings, w.drafts),
            needs=("findings", "drafts"), adds="drafts",
            does="who answers somebody's words, and whose they are",
        ),
        Stage(
            "bounds", lambda w: bounded(w.findings, w.drafts),
            needs=("findings", "drafts"), adds="drafts",
            does="sources without the signs beside them, contents without footers",
        ),
        # All drafts before any speaker: whether a name is meant depends on who else speaks.
        Stage(
            "speakers", lambda w: resolve(w.layout, w.drafts, traced=w.explain),
            needs=("layout", "drafts"), adds="resolutions",
            does="who is meant: mentions, names, offices, pronouns", score="speakers",
        ),
        # Behind the speakers, since a judge weighs them too: see `with_judge`. Who spoke in what is
        # not told was heard all the same, so that a pronoun may mean him.
        Stage(
            "told", lambda w: told_by_rules(w.layout, w.drafts, w.resolutions),
            needs=("layout", "drafts", "resolutions"), adds="told",
            does="how sure each statement is, and which are told",
        ),
        Stage(
            "speakers' records", lambda w: _speakers(w.layout, w.told),
            needs=("layout", "told"), adds="speakers", does="the frozen types of speakers",
        ),
        Stage(
            "quotation marks", lambda w: quotations(w.article.raw),
            needs=("article",), adds="quotations", does="what stands in quotation marks",
        ),
        Stage(
            "statements", _statements,
            needs=("article", "layout", "told", "speakers", "quotations"),
            adds="statements",
            does="the frozen types of statements, one within another",
        ),
    ),
    given=_GIVEN,
)  # fmt: skip


def with_sources(stages: Sequence[Stage[Work]], names: SourceFinder) -> tuple[Stage[Work], ...]:
    """Return the stages with another implementation of *sources*: see `SourceFinder`."""
    return assemble(replaced(stages, "sources", lambda w: names(w.findings)), given=_GIVEN)


def with_choice(stages: Sequence[Stage[Work]], choice: DraftChooser) -> tuple[Stage[Work], ...]:
    """Return the stages with a choice among drafts behind *running on*: see `DraftChooser`."""
    stage: Stage[Work] = Stage(
        "choice", lambda w: choice(w.findings, w.drafts),
        needs=("findings", "drafts"), adds="drafts",
        does="which drafts count, of the grammar's and others", score="drafts",
    )  # fmt: skip
    return assemble(inserted_behind(stages, "running on", stage), given=_GIVEN)


def with_judge(stages: Sequence[Stage[Work]], judge: StatementJudge) -> tuple[Stage[Work], ...]:
    """Return the stages with another implementation of *told*: see `StatementJudge`."""
    judged = replaced(stages, "told", lambda w: judge(w.layout, w.drafts, w.resolutions))
    return assemble(judged, given=_GIVEN)


@cache
def stages_of(reader: str) -> tuple[Stage[Work], ...]:
    """Return the stages of a reader: ``grammar``, ``reader`` or ``both``, which is judged.

    Raises ``ValueError`` for another name.
    """
    if reader not in set(Reader):
        raise ValueError(f"nobody called {reader!r} reads: choose grammar, reader or both")
    if reader == Reader.GRAMMAR:
        return STAGES
    # Imported here, since the grammar needs neither numpy nor the network's weights.
    from gofteh.reader.choose import chooser
    from gofteh.reader.judge import judge
    from gofteh.reader.stage import choice
    from gofteh.reader.weights import weights

    choose = choice(weights(), chooser(), Reader(reader))
    if reader == Reader.LEARNED:
        return with_choice(STAGES, choose)
    return with_judge(with_choice(STAGES, settling(choose)), judge())
