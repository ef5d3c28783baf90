"""A drawing on a page: its shapes and nothing else, each mark a link, and how it stands when it is seen nearer."""

import re

import pytest

from dashboard.briefing.html.drawing import DrawnMark, inline_svg, simplify_path

MARKS = {
    "data-mark 4/0": DrawnMark("Talks <in> Quito,\n4 September", "#E-talks"),
    "data-mark 4/1": DrawnMark("Nothing is told of it", ""),
    "data-name 7/0": DrawnMark("Quito, 4 events", "#E-talks", is_name=True),
}


def drawn(inside, marks=None, **given):
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="358" height="200">{inside}</svg>'
    return inline_svg(svg, MARKS if marks is None else marks, "map-358", "Map", **given).html


def test_only_what_is_known_to_be_a_shape_is_taken_over():
    """No script, no link, no picture and no address of elsewhere, whatever a library wrote."""
    written = drawn(
        '<script>alert(1)</script><foreignObject><p>a</p></foreignObject><image href="http://example.invalid/x"/>'
        '<a href="http://example.invalid"><path d="M1,1L2,2"/></a><style>* { display: none }</style>'
        '<rect x="1" onclick="alert(2)" style="fill: url(http://example.invalid/y); behavior: url(#z)"/>'
        '<text x="1">&lt;b&gt; &amp; c<tspan dy="1em">d</tspan>e</text>'
    )
    assert re.findall("<([a-z]+)", written) == ["svg", "rect", "text", "tspan"]
    assert "example.invalid" not in written
    assert "alert" not in written
    assert "&lt;b&gt; &amp; c<tspan" in written
    assert written.endswith("d</tspan>e</text></svg>")


@pytest.mark.parametrize(
    "style",
    [
        "fill: URL(http://example.invalid/y)",
        "fill: u\\72l(http://example.invalid/y)",
        "fill: url(#here); stroke: url(http://example.invalid/y)",
    ],
)
def test_no_colour_is_an_address_of_elsewhere(style):
    """However it is written."""
    assert drawn(f'<rect x="1" style="{style}"/>').count("style") == 0


def test_a_mark_is_a_link_with_its_name():
    """One of which nothing is told can be reached all the same; a name beside it leads there, and is no stop."""
    written = drawn(
        '<path data-mark="4/0" d="M1,1L2,2"/><path data-mark="4/1" d="M1,1L2,2"/><path data-mark="9/9" d="M1,1L2,2"/>'
        '<text data-name="7/0">Quito</text>'
    )
    assert '<a href="#E-talks" class="pressed"><title>Talks &lt;in&gt; Quito,\n4 September</title><path ' in written
    assert '<g tabindex="0" role="img" class="pressed"><title>Nothing is told of it</title><path ' in written
    assert '<a href="#E-talks" tabindex="-1" aria-hidden="true"><text>Quito</text></a>' in written
    assert written.count('class="pressed"') == 2


def test_what_nobody_sees_is_left_out_but_where_it_is_pressed():
    """A ground that is wholly transparent is what a mark of a timeline is pressed by."""
    clear = 'd="M1,1L2,2" style="fill: rgb(0, 0, 0); fill-opacity: 0; stroke-width: 0px; stroke: red; opacity: 1;"'
    written = drawn(f'<g class="a"><g/></g><path d="M0,0"/><path {clear}/><path data-mark="4/0" {clear}/>')
    assert re.findall("<path[^>]*>", written) == ['<path d="M1,1L2,2" style="fill:rgb(0, 0, 0);fill-opacity:0">']
    assert "<g" not in written


def test_ids_belong_to_one_drawing():
    """Several drawings stand on one page."""
    written = drawn('<clipPath id="clip"><rect width="9"/></clipPath><g clip-path="url(\'#clip\')"><rect y="1"/></g>')
    assert '<clipPath id="map-358-clip">' in written
    assert '<g clip-path="url(#map-358-clip)">' in written


def test_signs_and_words_of_a_map_can_keep_their_size():
    """They turn about where they stand; the legend stays, and what is drawn again in a frame goes."""
    word = '<g transform="translate(-14,3)"><text transform="translate(40.1234,50)">Manta</text></g>'
    written = drawn(
        f'<g class="geolayer"><g class="geo geo"><path transform="translate(9,9)" d="M1,1L2,2"/>{word}</g>'
        '<g class="geo geo2"><path d="M3,3L4,4"/></g></g><g class="layer-above"><g class="shape-group" data-index="0">'
        '<path d="M5,5L6,6"/></g><g class="shape-group" data-index="1"><path d="M7,7L8,8"/></g></g>',
        inset=[1],
    )
    assert '<path class="still" transform="translate(9,9)" d="M1,1L2,2"></path>' in written
    assert '<g class="still" transform="translate(40.12,50)"><text transform="translate(-14,3)">Manta</text>' in written
    assert '<g class="at-rest"><path d="M3,3L4,4">' in written
    assert '<g class="over"><path d="M5,5L6,6"></path><g class="at-rest"><path d="M7,7L8,8"></path></g></g>' in written


def test_a_timeline_grows_as_a_whole():
    """Its words lie as close as they can: they would cover each other."""
    written = drawn('<g class="geolayer"/><g class="layer-above"><path transform="translate(9,9)" d="M1,1L2,2"/></g>')
    assert "class" not in written.partition(">")[2]


def points_of(path):
    """Where the points of a simplified path of one line are: across, down, across, down."""
    steps = [float(each) for each in re.findall(r"-?\d*\.?\d+", path)]
    return [sum(steps[index % 2 : index + 1 : 2]) for index in range(len(steps))]


def test_an_outline_is_shorter_and_stands_where_it_stood():
    """No point of a line is drawn further beside it than anybody sees; corners stay."""
    line = [(index / 10, 10 if index < 500 else 60.25) for index in range(1000)]
    path = "M" + "L".join(f"{x},{y}" for x, y in line)
    shorter = simplify_path(path)
    assert points_of(shorter) == pytest.approx([0, 10, 49.9, 10, 50, 60.2, 99.9, 60.2], abs=0.06)
    closed = simplify_path(f"{path}L0,60Z")
    assert closed.endswith("z")
    assert points_of(closed)[:8] == pytest.approx(points_of(shorter), abs=0.06)


@pytest.mark.parametrize("path", ["M1.234,2L3,4", "M0,0A1,1 0 1,1 0,0Z" * 200])
def test_short_and_curved_paths_stay_as_they_are(path):
    """Signs, and what has an arc in it."""
    assert simplify_path(path) == path


def test_an_island_that_nobody_sees_is_left_out():
    """The rest of the path is there."""
    land = "M0,0" + "".join(f"L{index},{index % 7}" for index in range(600))
    assert simplify_path(f"{land}M5,5L5.01,5Z").count("M") == 1
