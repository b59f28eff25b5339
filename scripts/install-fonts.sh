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
# are unpacked. What is already in FOLDER or installed on the system is skipped.
set -uo pipefail

case "${1:-}" in
-h | --help)
    sed -n '2,12s/^# \{0,1\}//p' "$0"
    exit 0
    ;;
esac

folder="${1:-$HOME/.local/share/fonts/plangen}"
missing=0

say_missing() { # what is lacking in Chinese, the same in English
    printf '缺字体：%s / Missing: %s\n' "$1" "$2" >&2
    missing=1
}

present() { # true where each named file is in FOLDER or in the system's font folders
    local name
    for name in "$@"; do
        [[ -s "$folder/$name" ]] && continue
        [[ -n "$(find /usr/share/fonts /usr/local/share/fonts /usr/share/texmf \
            /usr/share/texlive/texmf-dist/fonts/opentype -name "$name" -size +0 -print -quit \
            2>/dev/null)" ]] && continue
        return 1
    done
}

copy_from_system() { # TeX keeps its fonts where fontconfig does not look
    local name found
    for name in "$@"; do
        [[ -s "$folder/$name" ]] && continue
        found="$(find /usr/share/texlive/texmf-dist/fonts/opentype /usr/share/texmf \
            -name "$name" -size +0 -print -quit 2>/dev/null)"
        [[ -n "$found" ]] && cp "$found" "$folder/$name"
    done
    return 0
}

unpack() { # PACKAGE FILE…: downloads PACKAGE and puts only FILE… into FOLDER
    local package="$1" work name
    shift
    work="$(mktemp -d)" || return 1
    # As root apt drops to the user _apt, who may not write here.
    if ! (cd "$work" && apt-get download -q -o APT::Sandbox::User=root "$package") \
        >"$work/log" 2>&1; then
        tail -n 2 "$work/log" >&2
        rm -rf "$work"
        return 1
    fi
    dpkg-deb --fsys-tarfile "$work/$package"_*.deb |
        tar -x -C "$work" --wildcards "${@/#/*/}" 2>"$work/log"
    for name in "$@"; do
        # Written under another name first: an interrupted copy must not look like a font.
        find "$work" -type f -name "$name" -exec cp {} "$folder/.$name.part" \; -quit
        [[ -s "$folder/.$name.part" ]] && mv "$folder/.$name.part" "$folder/$name"
    done
    rm -rf "$work"
}

fetch() { # PACKAGE "Chinese faces" FILE…
    local package="$1" faces="$2"
    shift 2
    present "$@" && return 0
    if ! command -v apt-get >/dev/null || ! command -v dpkg-deb >/dev/null; then
        say_missing "$faces：本机不是 Debian/Ubuntu，请手工安装 $package 中的 $*" \
            "$faces; not a Debian/Ubuntu system, install these by hand: $*"
        return 0
    fi
    printf '下载 %s / Downloading %s\n' "$package" "$package"
    unpack "$package" "$@"
    present "$@" || say_missing \
        "$faces：取不到软件包 $package，请先运行 apt-get update 并检查网络" \
        "$faces; package $package cannot be had, run apt-get update and check the network"
}

if ! mkdir -p "$folder" || [[ ! -w "$folder" ]]; then
    printf '不能写入文件夹 %s / Cannot write to folder %s\n' "$folder" "$folder" >&2
    exit 3
fi

fandol=(FandolFang-Regular.otf FandolKai-Regular.otf FandolHei-Regular.otf FandolHei-Bold.otf
    FandolSong-Regular.otf FandolSong-Bold.otf)
copy_from_system "${fandol[@]}"
fetch texlive-lang-chinese 仿宋、楷体、黑体、宋体 "${fandol[@]}"
fetch fonts-noto-cjk 小标宋、黑体、宋体 NotoSerifCJK-Bold.ttc NotoSerifCJK-Regular.ttc \
    NotoSansCJK-Regular.ttc
fetch fonts-liberation "西文（与 Times New Roman 等宽）" LiberationSerif-Regular.ttf
fetch fonts-lxgw-wenkai 楷体、生僻字 LXGWWenKai-Regular.ttf LXGWWenKai-Light.ttf

if ((missing)); then
    exit 1
fi
command -v fc-cache >/dev/null && fc-cache "$folder" >/dev/null 2>&1
printf '字体已备齐：%s / Fonts are ready: %s\n' "$folder" "$folder"
