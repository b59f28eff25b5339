#!/usr/bin/env bash
# Free stand-in fonts for the faces that GB/T 9704-2012 asks for (GPL with font exception: Fandol;
# OFL: Noto, LXGW WenKai, Liberation). They are stand-ins: a document set in them
# must not be called fully conforming.
#
#   仿宋 FandolFang   楷体 FandolKai, LXGW WenKai   黑体 FandolHei, Noto Sans CJK SC
#   宋体 FandolSong   小标宋 Noto Serif CJK SC Bold   Times New Roman: Liberation Serif
#
# Usage: scripts/install-fonts.sh [FOLDER]        default: ~/.local/share/fonts/plangen
#
# Works without root and without TeX: the Debian packages are downloaded, and only their font files
# are unpacked. What is already in FOLDER or installed on the system is skipped; where the true
# fonts of Windows or WPS are installed nothing is fetched. Where fonts cannot be fetched it says
# so, and fails (exit code 1) only if 仿宋, 楷体, 黑体, 小标宋 or 宋体 has no font at all.
set -uo pipefail

case "${1:-}" in
-h | --help)
    sed -n '2,14s/^# \{0,1\}//p' "$0"
    exit 0
    ;;
esac

folder="${1:-$HOME/.local/share/fonts/plangen}"
failed="" # packages that could not be had
reason="" # what apt said of the last of them
fetched="" # whether FOLDER got new files

fandol=(FandolFang-Regular.otf FandolKai-Regular.otf FandolHei-Regular.otf FandolHei-Bold.otf
    FandolSong-Regular.otf FandolSong-Bold.otf)
noto=(NotoSerifCJK-Bold.ttc NotoSerifCJK-Regular.ttc NotoSansCJK-Regular.ttc)
wenkai=(LXGWWenKai-Regular.ttf LXGWWenKai-Light.ttf)
liberation=(LiberationSerif-Regular.ttf)

# For each role: the files of the true fonts, then those of fonts that can stand in (patterns of
# grep -E, for whole names in small letters).
roles=(仿宋 楷体 黑体 小标宋 宋体)
true_fonts=(
    'simfang\.ttf|fangsong(_gb2312)?\.ttf|仿宋(_gb2312)?\.ttf'
    'simkai\.ttf|kaiti(_gb2312)?\.ttf|楷体(_gb2312)?\.ttf'
    'simhei\.ttf|黑体\.ttf'
    'fzxbsjw\.ttf|fzxbsk\.ttf|方正小标宋.*\.ttf'
    'simsun\.tt[cf]|宋体\.tt[cf]'
)
stand_ins=(
    'fandolfang-regular\.otf|stfangso(ng)?\.ttf|fzfs(k|jw)\.ttf|zhuquefangsong.*\.ttf'
    'fandolkai-regular\.otf|stkaiti\.ttf|kaiti\.ttc|fzkt(k|jw)\.ttf|lxgwwenkai(gb)?-regular\.ttf|ukai\.ttc'
    'fandolhei-regular\.otf|notosanscjk.*|notosanssc.*|sourcehansans.*|fzht(k|jw)\.ttf|stheiti.*|pingfang\.ttc|msyh\.ttc'
    'notoserifcjk.*bold.*|notoserifsc.*|sourcehanserif.*bold.*|stzhongs\.ttf|songti\.ttc|fandolsong-bold\.otf'
    'fandolsong-regular\.otf|notoserifcjk.*regular.*|notoserifsc.*|sourcehanserif.*regular.*|stsong\.ttf|songti\.ttc|fzss(k|jw)\.ttf|uming\.ttc'
)

in_folder() { # true where each named file is in FOLDER
    local name
    for name in "$@"; do
        [[ -s "$folder/$name" ]] || return 1
    done
}

font_files() { # every font file of the system, of this folder and of the workspace's own
    find -L "$folder" "$(dirname "$0")/../fonts" "$HOME/.fonts" "$HOME/.local/share/fonts" \
        "$HOME/Library/Fonts" /Library/Fonts /System/Library/Fonts /System/Library/AssetsV2 \
        /usr/share/fonts /usr/local/share/fonts /opt/kingsoft/wps-office/office6/fonts \
        /mnt/c/Windows/Fonts /usr/share/texmf/fonts/opentype \
        /usr/share/texmf-dist/fonts/opentype /usr/share/texlive/texmf-dist/fonts/opentype \
        -maxdepth 9 -type f -size +0 \( -iname '*.ttf' -o -iname '*.ttc' -o -iname '*.otf' \) \
        2>/dev/null
}

look_around() { # what is installed: paths, and names in small letters
    installed="$(font_files)"
    names="$(sed 's|.*/||' <<<"$installed" | tr '[:upper:]' '[:lower:]')"
}

is_there() { # true where each named file is in FOLDER or installed for all users
    local name
    for name in "$@"; do
        [[ -s "$folder/$name" ]] && continue
        grep -v "^$HOME/" <<<"$installed" | grep -q "/$name\$" || return 1
    done
}

without_font() { # PATTERN…: the roles whose pattern fits no installed font, one for each role
    local place=0 pattern
    for pattern in "$@"; do
        grep -qxE "$pattern" <<<"$names" || printf '%s ' "${roles[place]}"
        place=$((place + 1))
    done
}

copy_from_tex() { # TeX keeps its fonts where fontconfig does not look
    local name found
    for name in "${fandol[@]}"; do
        [[ -s "$folder/$name" ]] && continue
        found="$(grep -m 1 "/tex.*/$name\$" <<<"$installed")" && put "$found" "$name" && fetched=yes
    done
    return 0
}

put() { # FILE NAME: copies FILE into FOLDER as NAME
    # Written under another name first: an interrupted copy must not look like a font.
    cp "$1" "$folder/.$2.part" && mv "$folder/.$2.part" "$folder/$2"
}

unpack() { # PACKAGE FILE…: downloads PACKAGE and puts only FILE… into FOLDER
    local package="$1" work name found
    shift
    work="$(mktemp -d)" || return 1
    # As root apt drops to the user _apt, who may not write here.
    if ! (cd "$work" && apt-get download -q -o APT::Sandbox::User=root "$package") \
        >"$work/log" 2>&1; then
        reason="$(tail -n 1 "$work/log")"
        rm -rf "$work"
        return 1
    fi
    dpkg-deb --fsys-tarfile "$work/$package"_*.deb |
        tar -x -C "$work" --wildcards "${@/#/*/}" 2>"$work/log"
    for name in "$@"; do
        found="$(find "$work" -type f -name "$name" -size +0 | head -n 1)"
        [[ -n "$found" ]] && put "$found" "$name"
    done
    rm -rf "$work"
    in_folder "$@"
}

fetch() { # PACKAGE FILE…
    is_there "${@:2}" && return 0
    if ! command -v apt-get >/dev/null || ! command -v dpkg-deb >/dev/null; then
        failed="$failed $1"
        return 0
    fi
    printf '下载 %s / Downloading %s\n' "$1" "$1"
    unpack "$@" && fetched=yes || failed="$failed $1"
}

if ! mkdir -p "$folder" || [[ ! -w "$folder" ]]; then
    printf '不能写入文件夹 %s / Cannot write to folder %s\n' "$folder" "$folder" >&2
    exit 3
fi

if in_folder "${fandol[@]}" "${noto[@]}" "${wenkai[@]}" "${liberation[@]}"; then
    printf '字体已备齐：%s / Fonts are ready: %s\n' "$folder" "$folder"
    exit 0
fi

look_around
if [[ -z "$(without_font "${true_fonts[@]}")" ]]; then
    printf '已装有正式字体，不需要替代字体 / The true fonts are installed, no stand-ins are needed\n'
    exit 0
fi
copy_from_tex
fetch texlive-lang-chinese "${fandol[@]}"
fetch fonts-noto-cjk "${noto[@]}"
fetch fonts-liberation "${liberation[@]}"
fetch fonts-lxgw-wenkai "${wenkai[@]}"
[[ -n "$fetched" ]] && command -v fc-cache >/dev/null && fc-cache "$folder" >/dev/null 2>&1

if [[ -z "$failed" ]]; then
    printf '字体已备齐：%s / Fonts are ready: %s\n' "$folder" "$folder"
    exit 0
fi

look_around
either=()
for place in "${!roles[@]}"; do
    either+=("${true_fonts[place]}|${stand_ins[place]}")
done
lacking="$(without_font "${either[@]}")"
if [[ -n "$lacking" ]]; then
    printf '缺字体：%s：取不到软件包%s；有 apt 的系统先运行 apt-get update 并检查网络，其他系统请手工安装其中的字体 / Missing fonts: packages%s cannot be had\n' \
        "${lacking% }" "$failed" "$failed" >&2
    [[ -n "$reason" ]] && printf '%s\n' "$reason" >&2
    exit 1
fi
printf '提醒：没有取到软件包%s，用已安装的字体代替 / Note: packages%s could not be had, installed fonts are used\n' \
    "$failed" "$failed" >&2
exit 0
