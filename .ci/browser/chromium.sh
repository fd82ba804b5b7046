# Headless Chromium for the checks of this folder; to be sourced.

# Installs the browser and the fonts that a reader may have.
install_browser() {
    local missing=()
    for package in chromium fonts-liberation fonts-noto-core fonts-dejavu-core nodejs; do
        dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
    done
    command -v node >/dev/null && missing=("${missing[@]/nodejs/}")
    for package in "${missing[@]}"; do
        [ -n "$package" ] || continue
        DEBIAN_FRONTEND=noninteractive $(command -v sudo) apt-get install -y "$package" >/dev/null
    done
}

# Prints the page of a file after its scripts have run; fails where one wrote an error.
page_dom() {
    local log
    log=$(mktemp)
    chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars \
        --window-size="${2:-1600,1200}" --enable-logging=stderr --virtual-time-budget=20000 \
        --dump-dom "file://$1" 2>"$log"
    if grep -E 'CONSOLE.*(Error|error)' "$log" >&2; then
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}

# Prints what a page's scripts left in its element with the id "result".
page_result() {
    page_dom "$@" | node -e '
const page = require("fs").readFileSync(0, "utf8");
const found = /<pre id="result">([^]*?)<\/pre>/.exec(page);
if (!found) { console.error("the page left no result"); process.exit(1); }
const names = { lt: "<", gt: ">", amp: "&", quot: "\"", nbsp: "\u00a0" };
process.stdout.write(found[1].replace(/&(\w+);/g, (all, name) => names[name] ?? all));'
}
