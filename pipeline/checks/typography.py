"""How each language ends its sentences, quotes and spaces: tables for the checks of text.

After CLDR's delimiters and the style guides of the languages; a language that is not named here
gets what its script shares. Where both are in use in published prose, as “ ” and « » are in Spanish and
Italian, both belong; Brazil prints “ ” alone, and French “ ” within « ».
"""

from dataclasses import dataclass

from pipeline.model import Locale

ENDS = {
    "full stop": ".。．।۔",
    "question mark": "?？؟\u037e",
    "exclamation mark": "!！¡",
    "colon": ":：",
    "semicolon": ";；؛",
    "comma": ",，、،",
    "ellipsis": "…",
}
"""What each class of end punctuation looks like in any language."""

CLOSERS = "\"'”’»«“‹›)）］]」』】》〉*_ \u00a0\u202f\u200f\u200e"
"""What may stand after the end punctuation: quotation marks, brackets, spaces."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Typography:
    """The habits of one language."""

    wrong: str = ""
    """Punctuation of other scripts that is a slip in running text of this language."""
    quotes: str = "“”‘’"
    """Quotation marks that belong here."""
    inner: str = ""
    """Those of them that stand only within the first two."""
    inverted: bool = False
    """Whether ¿ and ¡ open questions and exclamations."""
    spaced: str = ""
    """Signs before which a no-break space belongs."""
    length: tuple[float, float] = (0.55, 2.1)
    """Least and most that a translation from English measures, in code points for each."""
    stops: bool = True
    """Whether sentences end with a stop."""


_EAST_ASIA = {"wrong": ",;:?!"}
_TABLE = {
    "en": Typography(quotes="“”‘’"),
    "es": Typography(quotes="«»“”‘’", inverted=True),
    "gl": Typography(quotes="«»“”‘’"),
    "ca": Typography(quotes="«»“”‘’"),
    "fr": Typography(quotes="«»“”‘’‹›", inner="“”", spaced=";:!?»"),
    "it": Typography(quotes="«»“”‘’"),
    "pt": Typography(quotes="«»“”‘’"),
    "pt_BR": Typography(quotes="“”‘’"),
    "de": Typography(quotes="„“‚‘»«›‹’"),
    "nl": Typography(quotes="“”‘’„"),
    "pl": Typography(quotes="„”»«’"),
    "ru": Typography(quotes="«»„“"),
    "el": Typography(quotes="«»“”’"),
    "ar": Typography(wrong=",;?", quotes="«»“”‘’", length=(0.4, 1.6)),
    "fa": Typography(wrong=",;?", quotes="«»", length=(0.4, 1.7)),
    "ur": Typography(wrong=",;?", quotes="“”‘’", length=(0.4, 1.8)),
    "he": Typography(quotes="“”‘’״׳", length=(0.4, 1.5)),
    "zh": Typography(**_EAST_ASIA, quotes="“”‘’《》〈〉「」『』", length=(0.14, 0.85)),  # type: ignore[arg-type]
    "ja": Typography(**_EAST_ASIA, quotes="「」『』“”‘’〈〉《》", length=(0.2, 1.25)),  # type: ignore[arg-type]
    "ko": Typography(quotes="“”‘’「」『』《》〈〉", length=(0.25, 1.2)),
    "th": Typography(quotes="“”‘’", stops=False, length=(0.5, 1.8)),
    "hi": Typography(quotes="“”‘’", length=(0.5, 1.9)),
}
_OTHER = Typography(quotes="“”‘’„«»‹›‚")

WORDS = {
    "en": "the of and to in is that for with as are be by this or from an at which not can may have it has "
    "on was many people who their they more than these such but should when if before after during "
    "about every no only also other been used into never each below above between both within were "
    "did does had its you your we our them there here then very any some most out up under through "
    "because while where how what",
    "es": "el la los las de que y en un una por con para es se del al lo como más o pero sus su no son está "
    "muchas muchos personas cada día puede pueden desde hasta entre sobre durante ser también otros "
    "antes después cuando si este esta estos porque muy sin hay fue han ha había donde ambos según "
    "menos mismo todos todas nunca ni le les cual ella ellos",
    "fr": "le la les de des et en un une du que qui dans pour par est sur au aux avec ce cette se ne pas "
    "plus ou sont beaucoup personnes chaque jour peut peuvent depuis entre pendant être aussi avant "
    "après quand si ces leur leurs elle il sans très mais où comme tout tous toute nous vous ils ont "
    "était aucun jamais même sous vers chez moins deux",
    "it": "il lo la i gli le di che e in un una per con del della dei delle è si da al alla nel come più "
    "non o sono molte molti persone ogni giorno può possono fra tra durante essere anche prima dopo "
    "quando se questo questa questi loro senza molto ma dove tutto tutti ha hanno era stato mai "
    "stesso sotto verso meno degli agli dalla dalle dai nelle negli sulla alle ai",
    "pt": "o a os as de que e em um uma para com do da dos das é se no na nos nas por ao mais como não ou "
    "são muitas muitos pessoas cada dia pode podem desde até entre sobre durante ser também antes "
    "depois quando este esta estes seus sem muito mas onde tudo todos há foi tem nunca mesmo sob "
    "menos pela pelo pelos pelas à às aos numa num ela eles",
    "de": "der die das und in den von zu mit dem des ist ein eine nicht auch auf für im sich als bei oder "
    "werden sind zur viele menschen jeden jede tag kann können seit bis zwischen über während wird "
    "vor nach wenn diese dieser dieses einer eines einem nur ohne sehr aber wie alle hat haben hatte "
    "war wurde wurden nie unter gegen weniger jeder durch noch mehr kein keine dass es wir sie ihr er "
    "am beim",
}
"""The commonest function words, by which the language of a Latin-script text is told."""

TRADITIONAL = frozenset(
    "個們為這來時說國會對發學體與療壓氧應還過現實後開關無經將當種術環點兩質從類題電變單總藥臟檢"
    "診護風險機構設備廠據觀顯證異響導致損傷復齡歲"
) - frozenset("氧致據機環")
"""Characters that simplified Chinese writes otherwise."""

SIMPLIFIED = frozenset(
    "个们为这来时说国会对发学体与疗压应还过现实后开关无经将当种术点两质从类题电变单总药检诊护风险构设备证"
)
"""Characters that traditional Chinese writes otherwise."""


def language(locale: Locale) -> str:
    """Return the language subtag of a locale: `pt` of `pt_BR`."""
    return locale.tag.partition("_")[0]


def typography(locale: Locale) -> Typography:
    """Return the habits of a locale, or of its language."""
    return _TABLE.get(locale.tag) or _TABLE.get(language(locale), _OTHER)
