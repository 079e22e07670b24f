"""A RELAX NG grammar of TBX-Basic in our own words, for each of its three dialects.

It says what the published descriptions say: the core structure of ISO 30042 (2008 and 2019), the levels and values of the
data categories of TBX-Basic. Unlike the published grammars it holds the levels too (there they are Schematron rules), and
it allows no elements that TBX-Basic has no use for.
"""

from __future__ import annotations

from lxml import etree

RNG = "http://relaxng.org/ns/structure/1.0"
TYPES = "http://www.w3.org/2001/XMLSchema-datatypes"
CORE = "urn:iso:std:iso:30042:ed-2"
MIN, BASIC = "http://www.tbxinfo.net/ns/min", "http://www.tbxinfo.net/ns/basic"

NAMES = {
    "tbx2": ("martif", "martifHeader", "termEntry", "langSet", "tig", "refObjectList"),
    "tbx": ("tbx", "tbxHeader", "conceptEntry", "langSec", "termSec", "refObjectSec"),
    "tbx-dct": ("tbx", "tbxHeader", "conceptEntry", "langSec", "termSec", "refObjectSec"),
}
LOCATIONS = (
    "checkBox comboBox comboBoxElement dialogBox groupBox informativeMessage interactiveMessage menuItem progressBar "
    "pushButton radioButton slider spinBox tab tableText textBox toolTip user-definedType"
)
CATEGORIES = [
    # metadata element, data category, module, levels, values (empty: any text), target
    ("termNote", "administrativeStatus", MIN, "term",
     "preferredTerm-admn-sts admittedTerm-admn-sts deprecatedTerm-admn-sts supersededTerm-admn-sts", ""),
    ("termNote", "partOfSpeech", MIN, "term", "noun verb adjective adverb other", ""),
    ("termNote", "termType", BASIC, "term", "fullForm acronym abbreviation shortForm variant phrase", ""),
    ("termNote", "grammaticalGender", BASIC, "term", "masculine feminine neuter other", ""),
    ("termNote", "geographicalUsage", BASIC, "term", "", ""),
    ("termNote", "termLocation", BASIC, "term", LOCATIONS, ""),
    ("admin", "customerSubset", MIN, "term", "", ""),
    ("admin", "projectSubset", BASIC, "term", "", ""),
    ("admin", "source", BASIC, "entry section term", "", ""),
    ("descrip", "subjectField", MIN, "entry", "", ""),
    ("descrip", "definition", BASIC, "entry section", "", ""),
    ("descrip", "context", BASIC, "term", "", ""),
    ("ref", "crossReference", BASIC, "entry term", "", "IDREF"),
    ("xref", "externalCrossReference", BASIC, "entry term", "", "anyURI"),
    ("xref", "xGraphic", BASIC, "entry", "", "anyURI"),
    ("transac", "transactionType", BASIC, "transaction", "origination modification", ""),
    ("transacNote", "responsibility", BASIC, "note", "", "IDREF"),
]  # fmt: skip


def grammar(style: str) -> etree.RelaxNG:
    """The grammar of a dialect."""
    root, header, entry, section, term, people = NAMES[style]
    core = "" if style == "tbx2" else CORE
    version = {"tbx": 'style="dca"', "tbx-dct": 'style="dct"'}.get(style, "")
    attribute = f"<attribute name='style' ns=''><value>{version[7:10]}</value></attribute>" if version else ""
    identified = "<attribute name='id' ns=''><data type='ID'/></attribute>"
    language = "<attribute name='xml:lang'><data type='language'/></attribute>"
    text = "<data type='string'><param name='minLength'>1</param></data>"
    describing = (
        "<element name='encodingDesc'><element name='p'><attribute name='type' ns=''><value>XCSURI</value></attribute>"
        "<text/></element></element>"
        if style == "tbx2"
        else ""
    )
    notes = f"<element name='note'>{text}</element>"
    transaction = (
        f"<element name='transacGrp'>{_categories(style, 'transaction')}<zeroOrMore><choice>"
        f"<element name='date'><data type='date'/></element>{_categories(style, 'note')}</choice></zeroOrMore></element>"
    )

    def auxiliary(level: str) -> str:
        return f"<zeroOrMore><choice>{_categories(style, level, notes=False)}{transaction}{notes}</choice></zeroOrMore>"

    def choice(options: str) -> str:
        return f"<zeroOrMore><choice>{options}</choice></zeroOrMore>"

    source = f"""<grammar xmlns="{RNG}" datatypeLibrary="{TYPES}" ns="{core}"><start>
      <element name="{root}">
        <attribute name="type" ns=""><value>TBX-Basic</value></attribute>{attribute}{language}
        <element name="{header}"><element name="fileDesc"><element name="sourceDesc">
          <oneOrMore><element name="p"><text/></element></oneOrMore></element></element>{describing}</element>
        <element name="text">
          <element name="body"><oneOrMore><element name="{entry}">{identified}
            {auxiliary("entry")}
            <oneOrMore><element name="{section}">{language}{auxiliary("section")}
              <oneOrMore><element name="{term}"><element name="term">{text}</element>
                {choice(_categories(style, "term", notes=True))}{auxiliary("term")}
              </element></oneOrMore></element></oneOrMore></element></oneOrMore></element>
          <optional><element name="back"><element name="{people}">
            <attribute name="type" ns=""><value>respPerson</value></attribute>
            <oneOrMore><element name="refObject">{identified}<element name="item">
              <attribute name="type" ns=""><value>fn</value></attribute><text/></element></element></oneOrMore>
          </element></element></optional>
        </element></element></start></grammar>"""
    return etree.RelaxNG(etree.fromstring(source))


def _categories(style: str, level: str, *, notes: bool | None = None) -> str:
    """The data categories of a level, as elements that a choice may hold; ``notes``: those of terms only, or none."""
    found = []
    for meta, name, module, levels, values, target in CATEGORIES:
        if level not in levels.split() or notes not in (None, meta == "termNote"):
            continue
        content = "<choice>" + "".join(f"<value>{each}</value>" for each in values.split()) + "</choice>"
        if not values:
            content = "<data type='string'><param name='minLength'>1</param></data>"
        if target:
            pattern = "<param name='pattern'>https?://.+</param>" if target == "anyURI" else ""
            content += f"<attribute name='target' ns=''><data type='{target}'>{pattern}</data></attribute>"
        if style == "tbx-dct":
            found.append(f"<element name='{name}' ns='{module}'>{content}</element>")
        else:
            kind = f"<attribute name='type' ns=''><value>{name}</value></attribute>"
            found.append(f"<element name='{meta}'>{kind}{content}</element>")
    return f"<choice>{''.join(found)}</choice>" if found else "<notAllowed/>"
