"""A catalogue follows its article, and no translation is ever lost on the way."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.catalogue import (
    changed,
    new_header,
    plural_counts,
    plural_forms,
    template_entries,
    update,
    vanished,
)
from pipeline.model import ArticleName, Catalogue, Entry, Kind, LocaleTag, Message, Template

ES = LocaleTag("es")


def message(
    msgid: str, msgctxt: str | None = None, section: str = "", notes: tuple[str, ...] = ()
) -> Message:
    return Message(msgid=msgid, msgctxt=msgctxt, kind=Kind.PARAGRAPH, section=section, notes=notes)


def template(*messages: str | Message) -> Template:
    made = (item if isinstance(item, Message) else message(item) for item in messages)
    return Template(article=ArticleName("a"), messages=tuple({item.key: item for item in made}.values()))


def translated(catalogue: Catalogue, **translations: str) -> Catalogue:
    """Fill every message, in capital letters, as a person would: not fuzzy."""
    entries = (
        entry if entry.msgstr else changed(entry, msgstr=translations.get(entry.msgid, entry.msgid.upper()))
        for entry in catalogue.entries
    )
    return replace(catalogue, entries=tuple(entries))


def catalogue(*messages: str | Message) -> Catalogue:
    return translated(update(template(*messages), None, locale=ES))


def by_id(catalogue: Catalogue, msgid: str) -> Entry:
    return next(entry for entry in catalogue.entries if entry.msgid == msgid)


def live(catalogue: Catalogue) -> list[str]:
    return [entry.msgid for entry in catalogue.entries if not entry.obsolete]


LONG = "Patients with multiple sclerosis sat in the chamber for 60 minutes at 2.4 ATA"


class TestNewCatalogue:
    """Everything untranslated, in the order of the page."""

    def test_entries_and_what_translators_are_told(self) -> None:
        made = update(
            template(message("b", section="Side  effects", notes=("one\ntwo",)), "a"), None, locale=ES
        )
        assert live(made) == ["b", "a"]
        assert made.entries[0].extracted_comments == ("paragraph in “Side effects”", "one", "two")
        assert made.entries[1].extracted_comments == ("paragraph",)
        assert made.entries[0].references == ("source/a.md",)

    def test_header_has_the_plural_rule_and_no_date(self) -> None:
        header = dict(update(template("a"), None, locale=LocaleTag("pt_BR")).header)
        assert header["Language"] == "pt_BR"
        assert header["Plural-Forms"] == "nplurals=2; plural=(n > 1);"
        assert not [name for name in header if "Date" in name]

    @pytest.mark.parametrize(
        "tag", ["es", "fr", "it", "pt_BR", "de", "ar", "zh_Hans", "ja", "en_XA", "ar_XB", "yo"]
    )
    def test_plural_rules_make_sense(self, tag: str) -> None:
        from pipeline.po.rules import plural_forms as count

        assert count(plural_forms(LocaleTag(tag)))

    @pytest.mark.parametrize(
        "tag", ["es", "ar", "ja", "he", "ko", "hi", "th", "fa", "hu", "tr", "cy", "br", "mt"]
    )
    def test_plural_rules_have_as_many_forms_as_cldr(self, tag: str) -> None:
        from pipeline.po.rules import plural_forms as count

        assert count(plural_forms(LocaleTag(tag))) in plural_counts(LocaleTag(tag))

    def test_hebrew_has_a_dual(self) -> None:
        assert plural_forms(LocaleTag("he")).startswith("nplurals=3;")


class TestExact:
    """What the article still has keeps its translation, in whatever state."""

    def test_nothing_changed_returns_the_very_same_catalogue(self) -> None:
        old = catalogue("a", "b")
        assert update(template("a", "b"), old, locale=ES) is old

    def test_order_alone_leaves_the_file_alone(self) -> None:
        old = catalogue("a", "b")
        assert update(template("b", "a"), old, locale=ES) is old

    def test_moved_entries_move_when_the_file_changes_anyhow(self) -> None:
        assert live(update(template("b", "c", "a"), catalogue("a", "b"), locale=ES)) == ["b", "c", "a"]

    @pytest.mark.parametrize("flags", [(), ("fuzzy",), ("x-mine", "fuzzy")])
    def test_state_comments_and_unknown_flags_stay(self, flags: tuple[str, ...]) -> None:
        old = catalogue("a")
        entry = changed(
            old.entries[0], flags=flags, translator_comments=("z", "", "imprimatur: drafted by x", "a")
        )
        new = update(template("b", "a"), replace(old, entries=(entry,)), locale=ES)
        assert by_id(new, "a") is entry

    def test_only_what_the_template_says_is_refreshed(self) -> None:
        old = catalogue("a", "b")
        new = update(template("a", message("b", section="New")), old, locale=ES)
        assert new.entries[0] is old.entries[0]
        assert new.entries[1].extracted_comments == ("paragraph in “New”",)
        assert new.entries[1].msgstr == "B"

    def test_headers_and_comments_of_others_survive(self) -> None:
        old = replace(catalogue("a"), header=(("X-Mine", "1"),), header_comments=("me",), trailer="# end\n")
        new = update(template("a", "b"), old, locale=ES)
        assert (new.header, new.header_comments, new.trailer) == (
            old.header,
            old.header_comments,
            old.trailer,
        )


class TestVanished:
    """Nothing is dropped, and what returns is revived as it was."""

    def test_becomes_obsolete_at_the_end(self) -> None:
        new = update(template("b"), catalogue("a", "b"), locale=ES)
        assert [(entry.msgid, entry.obsolete) for entry in new.entries] == [("b", False), ("a", True)]

    @pytest.mark.parametrize("flags", [(), ("fuzzy",)])
    def test_is_revived_as_it_was(self, flags: tuple[str, ...]) -> None:
        old = catalogue("a", "b")
        old = replace(
            old, entries=(changed(old.entries[0], flags=flags, translator_comments=("t",)), old.entries[1])
        )
        gone = update(template("b"), old, locale=ES)
        assert update(template("a", "b"), gone, locale=ES) == old

    def test_an_untranslated_one_goes_unless_somebody_wrote_a_comment(self) -> None:
        old = update(template("a", "b"), None, locale=ES)
        old = replace(old, entries=(old.entries[0], changed(old.entries[1], translator_comments=("ask",))))
        assert [entry.msgid for entry in update(template("c"), old, locale=ES).entries] == ["c", "b"]

    def test_is_told_for_other_articles(self) -> None:
        old = catalogue("a", "b")
        assert vanished(template("b"), old) == (old.entries[0],)
        assert vanished(template("b"), update(template("b"), old, locale=ES))[0].msgid == "a"


class TestElsewhere:
    """A moved paragraph is the same text; another context makes it a draft."""

    def test_a_moved_paragraph_keeps_its_translation_and_state(self) -> None:
        moved = changed(catalogue(LONG).entries[0], flags=("x",), translator_comments=("t",), obsolete=True)
        new = update(template("a", LONG), catalogue("a"), locale=ES, elsewhere=(moved,))
        entry = by_id(new, LONG)
        assert (entry.msgstr, entry.flags, entry.translator_comments) == (LONG.upper(), ("x",), ("t",))
        assert not entry.obsolete

    def test_also_into_an_entry_that_waits_for_its_translation(self) -> None:
        waiting = update(template(LONG), None, locale=ES)
        new = update(template(LONG), waiting, locale=ES, elsewhere=catalogue(LONG).entries)
        assert new.entries[0].msgstr == LONG.upper()

    def test_the_one_that_is_not_fuzzy_is_preferred(self) -> None:
        good = catalogue(LONG).entries[0]
        draft = changed(good, msgstr="draft", flags=("fuzzy",))
        assert (
            update(template(LONG), None, locale=ES, elsewhere=(draft, good)).entries[0].msgstr == LONG.upper()
        )

    def test_same_text_in_another_context_is_fuzzy(self) -> None:
        new = update(template(LONG, message(LONG, "title")), catalogue(LONG), locale=ES)
        title = new.entries[1]
        assert title.fuzzy
        assert (title.msgstr, title.previous_msgctxt, title.previous_msgid) == (LONG.upper(), None, LONG)
        assert new.entries[0].flags == ()

    def test_a_slug_is_nothing_but_a_slug(self) -> None:
        new = update(template(message("oxygen", "slug"), "oxygen"), catalogue("oxygen"), locale=ES)
        assert new.entries[0].msgstr == ""
        new = update(template("oxygen"), catalogue(message("oxygen", "slug")), locale=ES)
        assert new.entries[0].msgstr == ""

    def test_what_vanished_here_is_used_once_though_it_is_told_as_elsewhere_too(self) -> None:
        old = catalogue(LONG)
        new = update(template(LONG + " twice", LONG + " thrice"), old, locale=ES, elsewhere=old.entries)
        assert sum(entry.previous_msgid == LONG for entry in new.entries) == 1

    def test_a_changed_paragraph_is_found_in_another_article(self) -> None:
        new = update(template(LONG + " twice"), None, locale=ES, elsewhere=catalogue(LONG).entries)
        assert new.entries[0].previous_msgid == LONG


class TestChanged:
    """A changed paragraph keeps its translation as fuzzy, and says what changed."""

    def change(self, new: str, old: str = LONG) -> Entry:
        return update(template(new), catalogue(old), locale=ES).entries[0]

    def test_is_fuzzy_with_the_previous_text(self) -> None:
        entry = self.change(LONG.replace("sat", "rested"))
        assert (entry.fuzzy, entry.previous_msgid, entry.msgstr) == (True, LONG, LONG.upper())
        assert entry.translator_comments == ()

    def test_a_number_alone_is_stale_too(self) -> None:
        entry = self.change(LONG.replace("2.4", "2.0"))
        assert entry.fuzzy
        assert entry.translator_comments == ("imprimatur: source changed: number 2.4 ATA → 2.0 ATA",)

    def test_a_negation_alone_is_stale_too(self) -> None:
        entry = self.change(LONG.replace("sat", "never sat"))
        assert entry.fuzzy
        assert entry.translator_comments == ("imprimatur: source changed: negation added: never",)

    def test_case_alone_is_stale_too(self) -> None:
        assert self.change(LONG.lower()).fuzzy

    def test_another_paragraph_is_not_drafted_from_it(self) -> None:
        assert self.change("Nothing of this kind was ever seen by anybody else in any trial").msgstr == ""

    def test_keeps_the_text_that_the_translation_was_made_for(self) -> None:
        first, second = LONG.replace("2.4", "2.0"), LONG.replace("2.4", "1.5")
        once = update(template(first), catalogue(LONG), locale=ES)
        twice = update(template(second), once, locale=ES)
        entry = twice.entries[0]
        assert entry.previous_msgid == LONG
        assert entry.translator_comments == ("imprimatur: source changed: number 2.4 ATA → 1.5 ATA",)
        assert [entry.msgid for entry in twice.entries] == [second, LONG], "an untouched copy is not kept"

    def test_changed_back_it_is_as_it_was(self) -> None:
        old = catalogue(LONG)
        once = update(template(LONG.replace("2.4", "2.0")), old, locale=ES)
        assert update(template(LONG), once, locale=ES).entries[0] == old.entries[0]

    def test_work_on_the_changed_one_is_kept_when_it_is_changed_back(self) -> None:
        first = LONG.replace("2.4", "2.0")
        once = update(template(first), catalogue(LONG), locale=ES)
        worked = replace(once, entries=(changed(once.entries[0], msgstr="new words"), once.entries[1]))
        back = update(template(LONG), worked, locale=ES)
        assert [(entry.msgstr, entry.obsolete) for entry in back.entries] == [
            (LONG.upper(), False),
            ("new words", True),
        ]

    def test_the_remark_goes_when_a_translator_has_done_the_work(self) -> None:
        once = update(template(LONG.replace("2.4", "2.0")), catalogue(LONG), locale=ES)
        entry = changed(once.entries[0], flags=(), previous_msgid=None, translator_comments=(
            "mine", *once.entries[0].translator_comments
        ))  # fmt: skip
        done = update(template(entry.msgid), replace(once, entries=(entry,)), locale=ES)
        assert done.entries[0].translator_comments == ("mine",)

    def test_one_to_one_the_most_alike_first(self) -> None:
        old = catalogue(LONG, LONG + " every day")
        new = update(template(LONG + " every week", LONG.replace("sat", "rested")), old, locale=ES)
        assert [entry.previous_msgid for entry in new.entries[:2]] == [LONG + " every day", LONG]

    def test_of_equals_the_nearest(self) -> None:
        cells = [f"{LONG} in group {letter}" for letter in "abcd"]
        old = catalogue(*cells)
        new = update(template(*(cell.replace("sat", "rested") for cell in cells)), old, locale=ES)
        assert [entry.previous_msgid for entry in new.entries[:4]] == cells

    def test_only_within_the_same_context(self) -> None:
        new = update(template(message(LONG + " twice", "title")), catalogue(LONG), locale=ES)
        assert new.entries[0].msgstr == ""


WORDS = ("oxygen", "not", "50%", "12 mg", "therapy", "in", "the", "chamber", "*is*", "safe")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
MESSAGES = st.builds(message, TEXTS, st.sampled_from([None, None, None, "title", "slug"]))
TEMPLATES = st.lists(MESSAGES, max_size=6).map(lambda made: template(*made))


@given(TEMPLATES, TEMPLATES, TEMPLATES, st.booleans())
def test_updating_twice_is_updating_once(
    first: Template, second: Template, other: Template, fill: bool
) -> None:
    old = update(first, None, locale=ES)
    old = translated(old) if fill else old
    elsewhere = translated(update(other, None, locale=ES)).entries
    once = update(second, old, locale=ES, elsewhere=elsewhere)
    assert update(second, once, locale=ES, elsewhere=elsewhere) is once


@given(st.lists(st.tuples(TEMPLATES, st.integers(0, 2**16)), min_size=1, max_size=8))
def test_no_translation_is_ever_lost(steps: Sequence[tuple[Template, int]]) -> None:
    entered: set[str] = set()
    at_hand: Catalogue | None = None
    for step, seed in steps:
        at_hand = update(step, at_hand, locale=ES)
        keys = [entry.key for entry in at_hand.entries]
        assert len(keys) == len(set(keys)), "gettext refuses a doubled message"
        assert set(live(at_hand)) == {item.msgid for item in step.messages}
        assert entered <= {entry.msgstr for entry in at_hand.entries}
        chance, entries = random.Random(seed), []
        for entry in at_hand.entries:
            if not entry.obsolete and not entry.msgstr and chance.random() < 0.7:
                flags = ("fuzzy",) if chance.random() < 0.3 else ()
                entry = changed(entry, msgstr=f"{entry.msgid} #{len(entered)}", flags=flags)
                entered.add(entry.msgstr)
            entries.append(entry)
        at_hand = replace(at_hand, entries=tuple(entries))


@given(TEMPLATES, TEMPLATES)
def test_nothing_is_carried_but_as_fuzzy(first: Template, second: Template) -> None:
    known = {item.key for item in first.messages}
    for entry in update(second, translated(update(first, None, locale=ES)), locale=ES).entries:
        if entry.msgstr and entry.key not in known:
            assert entry.fuzzy
            assert entry.previous_msgid is not None


def test_template_entries_are_untranslated() -> None:
    entries = template_entries(template("a", message("b", "title")))
    assert [(entry.key, entry.msgstr) for entry in entries] == [((None, "a"), ""), (("title", "b"), "")]


def test_new_headers_name_utf_8() -> None:
    assert ("Content-Type", "text/plain; charset=UTF-8") in new_header("a", ES)
