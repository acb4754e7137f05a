"""The settings of review: what they mean, and how mistakes in them are told."""

import tomllib

import pytest

from pipeline.errors import InputError
from pipeline.ledger.policy import Policy, Reviewer, parse_policy
from pipeline.model import ArticleName, LocaleTag

FULL = """
[review]
require = ["linguist"]
require_signatures = true
source = "approved"
on_change = "withdraw"

[review.locales.pt-BR]
require = ["linguist", "medical"]

[review.articles.dosage]
require = ["legal"]

[reviewers.linguist-br]
locales = ["pt-BR", "zh_Hans"]
name = "A Linguist"
email = "linguist@example.org"
key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGJ5 comment"

[reviewers.board]
roles = ["medical", "legal"]
email = ["one@example.org", "two@example.org"]
"""


def parsed(text: str) -> Policy:
    return parse_policy(tomllib.loads(text), engines=("apertium",))


def test_without_settings_one_linguist_must_approve_and_nobody_can() -> None:
    assert parsed("") == Policy(reviewers={}, require=("linguist",))


def test_everything_that_can_be_said_is_read() -> None:
    policy = parsed(FULL)
    assert policy.reviewers["linguist-br"] == Reviewer(
        name="linguist-br",
        roles=("linguist",),
        locales=(LocaleTag("pt_BR"), LocaleTag("zh_Hans")),
        full_name="A Linguist",
        emails=("linguist@example.org",),
        key="ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGJ5 comment",
    )
    assert policy.reviewers["board"].emails == ("one@example.org", "two@example.org")
    assert (policy.require_signatures, policy.source_approved, policy.withdraw_on_change) == (
        True,
        True,
        True,
    )


@pytest.mark.parametrize(
    ("locale", "article", "roles"),
    [
        ("es", "treatment", ("linguist",)),
        ("pt_BR", "treatment", ("linguist", "medical")),
        ("es", "dosage", ("legal",)),
        ("pt_BR", "dosage", ("linguist", "medical", "legal")),
    ],
)
def test_locale_and_article_each_have_their_say(locale: str, article: str, roles: tuple[str, ...]) -> None:
    assert parsed(FULL).required(LocaleTag(locale), ArticleName(article)) == roles


@pytest.mark.parametrize(
    ("text", "key", "told"),
    [
        ('[review]\nrequires = ["linguist"]', "review.requires", "did you mean “require”?"),
        ("[review]\nrequire = []", "review.require", "names no role"),
        ('[review]\nrequire = ["a b"]', "review.require", "cannot be a name"),
        ("[review]\nrequire = 3", "review.require", "list of texts"),
        ('[review]\non_change = "withdrawn"', "review.on_change", "did you mean “withdraw”?"),
        ("[review]\nsource = 1", "review.source", "known: free, approved"),
        ('[review]\nrequire_signatures = "yes"', "review.require_signatures", "true or false"),
        ("review = 3", "review", "must be a table"),
        ("[review]\nlocales = 3", "review.locales", "must be a table"),
        ('[review.locales."../x"]\nrequire = ["linguist"]', "review.locales.../x", "is no locale"),
        ("[reviewers]\nlinguist = 3", "reviewers.linguist", "must be a table"),
        ("[reviewers.Linguist]", "reviewers.Linguist", "cannot be a name"),
        ('[reviewers."../../etc"]', "reviewers.../../etc", "cannot be a name"),
        ("[reviewers.apertium]", "reviewers.apertium", "an engine never approves"),
        ('[reviewers.linguist]\nrole = ["linguist"]', "reviewers.linguist.role", "did you mean “roles”?"),
        ('[reviewers.linguist]\nlocales = ["Spanish"]', "reviewers.linguist.locales", "is no locale"),
        ('[reviewers.linguist]\nkey = "AAAA"', "reviewers.linguist.key", "no SSH public key"),
        (
            '[review]\nrequire = ["linguists"]\n[reviewers.linguist]',
            "review.require",
            "did you mean “linguist”?",
        ),
    ],
)
def test_a_mistake_is_told_with_its_key_and_what_to_do(text: str, key: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        parsed(text)
    (finding,) = caught.value.findings
    assert finding.key == key
    assert told in f"{finding.reason} {finding.hint}"


def test_all_mistakes_are_told_together() -> None:
    with pytest.raises(InputError) as caught:
        parsed("[review]\nsource = 1\nrequires = 2\n[reviewers.Linguist]\nroles = 3")
    assert [finding.key for finding in caught.value.findings] == [
        "review.requires",
        "reviewers.Linguist",
        "reviewers.Linguist.roles",
        "review.source",
    ]


@pytest.mark.parametrize(
    ("identity", "same"),
    [
        ("A Linguist <other@example.org>", True),
        ("a linguist", True),
        ("Somebody <LINGUIST@example.org>", True),
        ("linguist-br", True),
        ("Somebody <linguist-br@elsewhere.org>", True),
        ("Another Linguist <another@example.org>", False),
        ("Somebody", False),
        ("", False),
        ("<>", False),
    ],
)
def test_a_reviewer_is_known_again_in_git_and_headers(identity: str, same: bool) -> None:
    assert parsed(FULL).reviewers["linguist-br"].answers_to(identity) == same
