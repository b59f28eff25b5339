"""How the page looks on a screen, from a phone to a desk: quiet, and with the look of a 公文."""

from __future__ import annotations

# The mark's red on a screen is a little darker than on paper: on a phone a long name is small, and
# small letters in pure red are too faint on white (WCAG 2.2, 1.4.3).
SCREEN_STYLE = """\
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body,h1,h2,h3,h4,h5,h6,p,dl,dd{margin:0}
h1,h2,h3,h4,h5,h6{font-weight:400}
body{font-synthesis:none;line-break:strict;overflow-wrap:break-word;text-autospace:normal}
.signer-of-head+.signer-of-head{margin-left:.75em}
.facts dd,.facts time,.mark span{display:block}
.mark{text-indent:0}
.mark .suffix{flex:none}
.names>.suffix,.single .organ{display:inline}
.head{position:relative}
.attendance dt,.annex-list dt,.roster dt{float:left}
.attendance dt,.roster dt{clear:both}
.attendance,.roster,.facts{display:flow-root}
.issuer{float:left}
.issued{float:right}
.annex-list .numbered{padding-left:1.2em;text-indent:-1.2em}
.roster dd{margin-left:calc(var(--label)*1em + var(--colon));\
padding-left:calc(var(--name)*1em + var(--gap));text-indent:calc(var(--name)*-1em - var(--gap))}
.unlabelled dd{margin-left:0}
.roster span{text-indent:0}
.name{display:inline-block;min-width:calc(var(--name)*1em + var(--gap))}
table{border-collapse:collapse;width:100%}
caption{caption-side:top}
th,td{border:1px solid;vertical-align:middle}
tbody .center,tbody .center p{text-align:center}
tbody .right,tbody .right p{text-align:right}
tbody .justify,tbody .justify p{text-align:justify}
td p{text-indent:0}
.printed{display:flex;justify-content:space-between;column-gap:1em}
@media screen{
html{background:#f3f1ec;color:#111;font-size:112.5%}
body{font-family:var(--fangsong);line-height:1.9;padding:0 0 3rem}
main{background:#fff;margin:0 auto;max-width:46rem;padding:2.5rem 1.25rem 2rem}
a{color:#14539a;text-decoration-thickness:1px;text-underline-offset:.25em}
:focus-visible{outline:3px solid #14539a;outline-offset:2px}
.skip{background:#fff;left:.5rem;padding:.25rem 1rem;position:absolute;top:-5rem;z-index:1}
.skip:focus{top:.5rem}
.unseen{clip-path:inset(50%);height:1px;overflow:hidden;position:absolute;white-space:nowrap;\
width:1px}
.figure{cursor:help;text-decoration:underline dotted #8b867b 1px;text-underline-offset:.3em}
.head{margin-bottom:2.5rem}
.facts{line-height:1.7}
.mark{color:#c00000;display:flex;align-items:center;justify-content:center;gap:.5em;\
font-size:clamp(1.25rem,calc((min(100vw,46rem) - 4.25rem)/var(--cells)),2.75rem);line-height:1.3;\
margin:1.5rem 0;text-align:center}
.joint .organ{text-align-last:justify;text-justify:inter-character}
.rule{border-bottom:2px solid #c00000;padding-bottom:.75rem}
.signed{display:flex;flex-wrap:wrap}
.signed .number{flex:1 0 100%;text-align:left}
.signed dt{flex:none}
.signers-of-head{flex:1}
.pair+.pair{margin-left:.75em}
.double-rule.first{border-bottom:1px solid #c00000;border-top:3px solid #c00000;height:6px;\
margin-bottom:1rem}
.double-rule.second{display:none}
.letter{position:relative}
.letter .number{text-align:right}
.title,.issued-title,.annex-title{line-height:1.5;text-wrap:balance}
.title br,.issued-title br,.annex-title br{display:none}
.title{margin-bottom:2rem}
.issued-title,.annex-title{margin:.5rem 0 2rem}
.part,.annex{border-top:1px solid #d9d4c8;margin-top:3.5rem;padding-top:2.5rem}
h2:not([id]),h3,h4,h5,h6{margin-top:.35em}
.heading1{margin-top:1em}
.annex-list,.attendance{margin:1.5rem 0 0 2em}
.roster{margin-left:0}
.signature{display:flow-root;margin-top:2.5rem}
.signature p{text-align:right;text-indent:0}
.signature .signer,.signature .date{margin-left:auto;min-width:13rem;position:relative;\
text-align:center;width:fit-content}
.signers{display:flex;flex-wrap:wrap;justify-content:flex-end;gap:1rem 1.5rem}
.signers .signer{margin-left:0}
.sealed img{height:var(--height);left:50%;opacity:.85;position:absolute;top:50%;\
transform:translate(-50%,-30%);width:var(--width);mix-blend-mode:multiply}
.sealed{padding-bottom:1.5rem;padding-top:1rem}
.stamped .signer{align-items:center;column-gap:2em;display:flex;justify-content:flex-end}
.stamped img{height:auto;max-width:100%;vertical-align:middle;width:var(--width)}
.note{margin-top:1rem}
.scroll{margin:1rem 0;overflow-x:auto}
table{font-size:.875rem;line-height:1.6}
th,td{border-color:#8b867b;padding:.35em .6em}
th,thead td{background:#f7f5f0}
caption{text-align:start}
caption,.table-caption{padding-bottom:.5rem}
.imprint{line-height:1.7;margin-top:3.5rem}
.imprint .rows{border:solid;border-width:2px 0}
.imprint .row{padding:.4rem 1em}
.imprint .row+.row{border-top:1px solid}
.imprint.unruled .rows,.imprint.unruled .row{border:0}
.printed{flex-wrap:wrap}
}
@media screen and (min-width:48rem){
html{font-size:118.75%}
main{margin-top:2rem;padding:4.5rem 5rem 4rem;box-shadow:0 1px 6px #0002}
.title br,.issued-title br,.annex-title br{display:inline}
.signed .number{flex:1 0 auto;margin-right:2em}
.signers-of-head{flex:none}
.roster{margin-left:2em}
caption{text-align:center}
.mark{font-size:clamp(1.25rem,calc((46rem - 10rem)/var(--cells)),2.75rem)}
}
"""
