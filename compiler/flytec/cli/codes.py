"""`flytec codes`: what the codes of findings mean."""

import sys

import click

from flytec.cli.invocation import style_for
from flytec.codes import Code, all_codes
from flytec.render.explanation import write_codes, write_explanation


@click.command()
@click.argument("names", nargs=-1, metavar="[CODE]...")
def codes(names: tuple[str, ...]) -> None:
    """Explain codes, each with an example of the mistake and of its mend.

    CODE is a number such as FTC304 or a name such as mismatching-types; without one, all of them are listed.
    """
    from flytec.explain import explanation_of

    style = style_for(sys.stdout)
    if not names:
        write_codes(all_codes(), sys.stdout, style)
        return
    for index, code in enumerate([_code(name) for name in names]):
        sys.stdout.write("\n" if index else "")
        write_explanation(explanation_of(code), sys.stdout, style)


def _code(name: str) -> Code:
    by_name = {text.lower(): code for code in all_codes() for text in (code.id, code.slug)}
    found = by_name.get(name.lower())
    if found is None:
        from difflib import get_close_matches

        # Of what was left unfinished, the beginning counts.
        begun = [text for text in by_name if text.startswith(name.lower())]
        near = begun or get_close_matches(name.lower(), by_name, n=1)
        meant = f" Did you mean {by_name[near[0]]}?" if near else ""
        raise click.BadParameter(f"{name!r} is no code, expected one that `flytec codes` lists.{meant}")
    return found
