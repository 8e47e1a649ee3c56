"""The reader of pages has to see what it is there for."""

import pytest

from zonakita.surfaces.staff_site.tests.markup import complaints_about

CLEAN = '<html lang="id"><h1>Judul</h1><script src="/static/a.js"></script></html>'


def test_it_accepts_a_clean_page() -> None:
    assert complaints_about(CLEAN) == []


@pytest.mark.parametrize(
    "dirt",
    [
        "<style>p{}</style>",
        '<p style="color:red">x</p>',
        "<script>alert(1)</script>",
        '<a onclick="x()">x</a>',
        '<img src="https://luar.example/x.png">',
        '<i id="a"></i><i id="a"></i>',
        "<h1>Lagi</h1>",
    ],
)
def test_it_refuses_what_the_policy_refuses(dirt: str) -> None:
    assert len(complaints_about(CLEAN.replace("</h1>", f"</h1>{dirt}"))) == 1
