"""The order in which ECMA-376 wants the children of an element: Word refuses any other."""

SEQUENCES: dict[str, tuple[str, ...]] = {
    "pPr": (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"),
        *("numPr", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens"),
        *("kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN"),
        *("bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing"),
        *("mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
        *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
    ),
    "rPr": (
        *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike"),
        *("outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish"),
        *("webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight"),
        *("u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang"),
        *("eastAsianLayout", "specVanish", "oMath"),
    ),
    "tblPr": (
        *("tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize"),
        *("tblStyleColBandSize", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd"),
        *("tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription"),
    ),
    "tcPr": (
        *("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap"),
        *("tcMar", "textDirection", "tcFitText", "vAlign", "hideMark"),
    ),
    "tblBorders": ("top", "left", "bottom", "right", "insideH", "insideV"),
    "tblCellMar": ("top", "left", "bottom", "right"),
    "pBdr": ("top", "left", "bottom", "right", "between", "bar"),
    "sectPr": (
        *("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz"),
        *("pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt"),
        *("vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid"),
    ),
    "tbl": ("tblPr", "tblGrid", "tr"),
    "tr": ("tblPrEx", "trPr", "tc"),
    "tc": ("tcPr", "p"),
    "styles": ("docDefaults", "latentStyles", "style"),
    "docDefaults": ("rPrDefault", "pPrDefault"),
    "rPrDefault": ("rPr",),
    "pPrDefault": ("pPr",),
    "style": (
        *("name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority"),
        *("semiHidden", "unhideWhenUsed", "qFormat", "locked", "rsid", "pPr", "rPr", "tblPr"),
        *("trPr", "tcPr", "tblStylePr"),
    ),
    "settings": (
        *("writeProtection", "view", "zoom", "mirrorMargins", "defaultTabStop"),
        *("evenAndOddHeaders", "characterSpacingControl", "printTwoOnOne"),
        *("strictFirstAndLastChars", "noLineBreaksAfter", "noLineBreaksBefore"),
        *("savePreviewPicture", "updateFields", "footnotePr", "endnotePr", "compat", "docVars"),
        *("rsids", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator"),
    ),
    "font": (
        *("altName", "panose1", "charset", "family", "notTrueType", "pitch", "sig"),
        *("embedRegular", "embedBold", "embedItalic", "embedBoldItalic"),
    ),
    "anchor": (
        *("simplePos", "positionH", "positionV", "extent", "effectExtent", "wrapNone"),
        *("docPr", "cNvGraphicFramePr", "graphic"),
    ),
    "wsp": ("cNvPr", "cNvSpPr", "spPr", "style", "txbx", "bodyPr"),
    "spPr": ("xfrm", "prstGeom", "noFill", "solidFill", "ln"),
    "xfrm": ("off", "ext"),
    "prstGeom": ("avLst",),
    "ln": ("noFill", "solidFill", "prstDash"),
}
"""Each name but the repeated ones stands at most once."""

REPEATED = {"headerReference", "footerReference", "tr", "tc", "p", "style"}

FIRST = {"p": "pPr", "r": "rPr"}
"""Elements whose properties come first, before children in any order."""

FREE = {
    *("document", "body", "hdr", "ftr", "drawing", "tabs", "tblGrid", "trPr", "compat", "fonts"),
    *("graphic", "graphicData", "solidFill", "positionH", "positionV"),
    *("Types", "Relationships", "coreProperties", "Properties"),
}
"""Elements whose children are of one kind, or may stand in any order."""
