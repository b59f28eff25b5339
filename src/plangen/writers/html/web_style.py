"""How a report looks: on a screen from a phone to a desk, and on A4 paper across."""

from __future__ import annotations

from string import Template

from plangen.fonts.roles import FontRole
from plangen.writers.html.sheet_style import font_stack

_STYLE = Template("""\
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{color:#111;font-family:$song;font-synthesis:none;line-break:strict;line-height:1.7;margin:0;\
overflow-wrap:break-word;text-autospace:normal}
h1,h2,h3,h4,h5,h6,th,caption,figcaption{font-family:$hei;font-weight:400}
h1{font-size:1.7em;line-height:1.4;margin:0 0 .7em}
h2{border-bottom:2px solid #c00000;font-size:1.35em;line-height:1.5;margin:1.6em 0 .6em}
h3{font-size:1.1em;margin:1.3em 0 .5em}
p{margin:.5em 0}
table{border-collapse:collapse;font-size:.875em;line-height:1.5;width:100%}
caption{caption-side:top;padding-bottom:.4em;text-align:start}
th,td{border:1px solid #8b867b;padding:.3em .5em;text-align:start;vertical-align:top}
th{background:#eeeae0}
.number{text-align:end}
.good{background:#ddf0df}
.mixed{background:#fff0c9}
.bad{background:#f9d9d5}
.open{background:#e3e9f5}
.aside{background:#ececec}
.charts{display:flex;flex-wrap:wrap;gap:1.2em 2em}
figure{margin:0;max-width:100%}
figcaption{font-size:.95em}
.bars{width:480px}
.steps{width:320px}
figure>svg{display:block;height:auto;max-width:100%}
.legend{display:flex;flex-wrap:wrap;font-size:.8em;gap:0 1.1em;list-style:none;margin:.2em 0 .4em;\
padding:0}
.legend svg{margin-right:.4em;vertical-align:middle}
.swatch{display:inline-block;height:.8em;margin-right:.4em;width:.8em}
.unseen{clip-path:inset(50%);height:1px;overflow:hidden;position:absolute;white-space:nowrap;\
width:1px}
@media screen{
html{background:#f3f1ec}
main{background:#fff;margin:0 auto;max-width:84rem;padding:2rem 1.25rem 3rem}
.scroll{margin:.8rem 0;overflow-x:auto}
:focus-visible{outline:3px solid #14539a;outline-offset:2px}
.skip{background:#fff;color:#14539a;left:.5rem;padding:.25rem 1rem;position:absolute;top:-5rem;\
z-index:1}
.skip:focus{top:.5rem}
}
@media screen and (min-width:48rem){
main{padding:3rem 3.5rem 4rem}
}
@media print{
@page{size:A4 landscape;margin:16mm 14mm 18mm;\
@bottom-center{content:"— " counter(page) " —";font-family:$song;font-size:10pt}}
html{font-size:10.5pt}
.skip,.unseen{display:none}
.charts{display:block;orphans:1;widows:1}
figure{display:inline-block;margin:0 .6em .9em 0;vertical-align:top}
h2,h3,figcaption,caption{break-after:avoid}
figure,tr{break-inside:avoid}
thead{display:table-header-group}
.scroll table{min-width:0!important}
.good,.mixed,.bad,.open,.aside,th,.swatch{print-color-adjust:exact}
}
""")


def web_style() -> str:
    """The rules of the page."""
    hei, song = font_stack(FontRole.HEITI), font_stack(FontRole.SONGTI)
    return _STYLE.substitute(hei=hei, song=song)
