"""What a page's style and script are spared, and what they are not."""

from importlib import resources

from sourcecompare.report.assets import SCRIPTS
from sourcecompare.report.lean import SCRIPT, lean_script, lean_style


def test_what_stands_in_quotation_marks_stays_as_it_is() -> None:
    script = 'say("a  = b; // no", `x  > ${ y } /* no */`); // yes\n/* yes */ go( 1 , 2 );\n'
    assert lean_script(script) == ('say("a  = b; // no",`x  > ${ y } /* no */`);go(1,2);')
    assert lean_style('a::after { content: " · "; } /* yes */') == 'a::after{content:" · "}'


def test_a_regular_expression_is_none_of_what_it_looks_like() -> None:
    assert (
        lean_script('a.replace(/[ ="/] = /g, b / c / d);') == 'a.replace(/[ ="/] = /g,b / c / d);'
    )


def test_a_descendant_and_a_calculation_keep_their_blanks() -> None:
    style = (
        "a :hover > b { margin: calc(1rem + 2px) -1px; } @media (min-width: 3rem) and (hover) { }"
    )
    assert lean_style(style) == (
        "a :hover>b{margin:calc(1rem + 2px) -1px}@media (min-width:3rem) and (hover){}"
    )


def test_a_statement_that_no_sign_ends_keeps_its_line() -> None:
    assert lean_script("function a() {\n  b();\n}\n\n// why\nlet c = 1\nlet d") == (
        "function a(){b();}\nlet c=1\nlet d"
    )


def test_no_template_of_ours_holds_another_one() -> None:
    """Where one did, its text would be taken for the script's own words."""
    folder = resources.files("sourcecompare.report").joinpath("script")
    for name in SCRIPTS:
        kept = [found["kept"] or "" for found in SCRIPT.finditer(folder.joinpath(name).read_text())]
        templates = [one for one in kept if one.startswith("`")]
        assert [one for one in templates if one.count("${") > one.count("}")] == [], name
