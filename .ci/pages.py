"""Drives pages in headless Chromium by the DevTools protocol; only the standard library.

usage: pages.py FOLDER PAGE.html...   Pictures go into the folder; exit code 1 where a check fails.
"""

import base64
import json
import os
import pathlib
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import time
import unicodedata
import urllib.request


class Browser:
    """One tab of a headless Chromium."""

    def __init__(self):
        self.profile = tempfile.mkdtemp()
        self.process = subprocess.Popen(
            ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--disable-dev-shm-usage", "--remote-debugging-port=0", f"--user-data-dir={self.profile}",
             "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        port = self.wait(lambda: self.port())
        request = urllib.request.Request(f"http://127.0.0.1:{port}/json/new?about:blank", method="PUT")
        address = self.wait(lambda: json.load(urllib.request.urlopen(request)))["webSocketDebuggerUrl"]
        self.connect(port, address.split(str(port), 1)[1])
        self.number, self.events = 0, []
        for domain in ["Page", "Runtime", "Log", "Network"]:
            self.send(f"{domain}.enable")

    def port(self):
        path = pathlib.Path(self.profile, "DevToolsActivePort")
        return path.read_text().split("\n")[0] if path.exists() else None

    def wait(self, ready, seconds=60):
        end = time.monotonic() + seconds
        while True:
            try:
                value = ready()
                if value:
                    return value
            except OSError:
                pass
            if time.monotonic() > end:
                raise TimeoutError("the browser doesn't answer")
            time.sleep(0.05)

    def connect(self, port, path):
        self.stream = socket.create_connection(("127.0.0.1", int(port)))
        self.stream.settimeout(60)
        key = base64.b64encode(os.urandom(16)).decode()
        self.stream.sendall(
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
        self.rest = b""
        while b"\r\n\r\n" not in self.rest:
            self.rest += self.stream.recv(4096)
        self.rest = self.rest.split(b"\r\n\r\n", 1)[1]

    def take(self, count):
        while len(self.rest) < count:
            piece = self.stream.recv(1 << 16)
            if not piece:
                raise ConnectionError("the browser is gone")
            self.rest += piece
        taken, self.rest = self.rest[:count], self.rest[count:]
        return taken

    def receive(self):
        text = b""
        while True:
            first, second = self.take(2)
            length = second & 127
            if length == 126:
                length = struct.unpack(">H", self.take(2))[0]
            elif length == 127:
                length = struct.unpack(">Q", self.take(8))[0]
            text += self.take(length)
            if first & 128:
                return json.loads(text)

    def send(self, method, **parameters):
        self.number += 1
        body = json.dumps({"id": self.number, "method": method, "params": parameters}).encode()
        size = len(body)
        if size < 126:
            head = bytes([0x81, 0x80 | size])
        elif size < 1 << 16:
            head = bytes([0x81, 0xFE]) + struct.pack(">H", size)
        else:
            head = bytes([0x81, 0xFF]) + struct.pack(">Q", size)
        self.stream.sendall(head + bytes(4) + body)
        while True:
            message = self.receive()
            if message.get("id") == self.number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]
            self.events.append(message)

    def run(self, code):
        result = self.send("Runtime.evaluate", expression=code, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(f"{code}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def open(self, address, width, height):
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=False)
        self.send("Page.navigate", url="about:blank")
        self.send("Page.navigate", url=address)
        self.wait(lambda: self.run("document.readyState === 'complete' && location.href !== 'about:blank'"))

    def mouse(self, kind, x, y):
        button = {} if kind == "mouseMoved" else {"button": "left", "clickCount": 1}
        self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, **button)

    def click(self, x, y):
        for kind in ["mouseMoved", "mousePressed", "mouseReleased"]:
            self.mouse(kind, x, y)

    def press(self, key, code=0, text=None):
        extra = {"text": text} if text else {}
        self.send("Input.dispatchKeyEvent", type="keyDown", key=key, code=key, windowsVirtualKeyCode=code, **extra)
        self.send("Input.dispatchKeyEvent", type="keyUp", key=key, code=key, windowsVirtualKeyCode=code)

    def picture(self, path):
        self.run("new Promise(done => setTimeout(done, 200))")
        path.write_bytes(base64.b64decode(self.send("Page.captureScreenshot", format="png")["data"]))

    def close(self):
        self.stream.close()
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)


def folded(text):
    marks = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(mark for mark in marks if not unicodedata.combining(mark)).lower()


class Check:
    """What went wrong with one page."""

    def __init__(self, browser, path, folder):
        self.browser, self.path, self.folder = browser, path, folder
        self.failures, self.count = [], 0

    def expect(self, holds, what):
        self.count += 1
        if not holds:
            self.failures.append(what)

    def centre(self, selector):
        return self.browser.run(
            f"(() => {{ const shape = document.querySelector({json.dumps(selector)});"
            "shape.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });"
            "const box = (shape.querySelector(':scope > text, :scope > .reach, :scope > path') || shape).getBoundingClientRect();"
            "return [box.x + box.width / 2, box.y + box.height / 2]; })()")

    def faded(self):
        return self.browser.run("document.querySelectorAll('.faded').length")

    def page(self, width):
        browser = self.browser
        browser.events.clear()
        browser.open(self.path.as_uri(), width, 1000)
        self.expect(browser.run("Number(document.documentElement.dataset.ready) > 0"), "the script ran")
        data = json.loads(browser.run("document.getElementById('figure-data').textContent"))
        name = f"{self.path.stem}-{width}"
        browser.picture(self.folder / f"{name}.png")
        self.expect(browser.run("document.documentElement.scrollWidth <= innerWidth"), "no sideways scrolling")
        smallest = browser.run(
            "Math.min(...[...document.querySelectorAll('.figure text')].map(text =>"
            "parseFloat(text.getAttribute('font-size')) * text.getScreenCTM().a))")
        self.expect(smallest >= 9, f"letters of 9 px at least, not {smallest}")
        targets = browser.run("document.querySelectorAll('.figure .target[tabindex=\"0\"]').length")
        unnamed = browser.run("[...document.querySelectorAll('.figure .target[tabindex]')].filter(shape => !shape.getAttribute('aria-label')).length")
        self.expect(targets > 0 and unnamed == 0, "targets with names")
        self.choose(data, name)
        self.search(data)
        self.filter(data)
        self.link(data, width)
        self.look(width)
        self.quiet()

    def choose(self, data, name):
        browser = self.browser
        item = next(item for item in data["elements"] if item.get("citations") and "target" in (browser.run(
            f"document.getElementById('{data['prefix']}-{item['id']}')?.getAttribute('class')") or ""))
        selector = f"#{data['prefix']}-{item['id']}"
        x, y = self.centre(selector)
        browser.mouse("mouseMoved", x, y)
        own = browser.run(f"document.querySelector('{selector}').classList.contains('near')")
        self.expect(own, "what is pointed at stays")
        self.expect(self.faded() > 0 or len(data["elements"]) < 4, "pointing fades the rest")
        browser.mouse("mouseMoved", 2, 2)
        self.expect(self.faded() == 0, "nothing stays faded")
        browser.click(x, y)
        browser.mouse("mouseMoved", 2, 2)
        quotation = data["citations"][item["citations"][0]]["quotation"]
        shown = "document.querySelector('#evidence:not(.empty) blockquote')?.textContent"
        self.expect(browser.run(shown) == f"“{quotation}”", "a click shows the quotation")
        self.expect(browser.run("location.hash.startsWith('#sel=')"), "a click sets the link")
        links = browser.run("[...document.querySelectorAll('a')].map(link => link.getAttribute('href'))")
        self.expect(all(link.startswith(("http://", "https://")) for link in links), "links lead to the web only")
        browser.run("scrollTo(0, 0)")
        browser.picture(self.folder / f"{name}-chosen.png")
        browser.press("Escape", 27)
        self.expect(browser.run("document.getElementById('evidence').matches('.empty')") and self.faded() == 0, "Esc lets go")
        # By keys alone: on from the tools into the figure.
        browser.run("document.getElementById('reset').focus()")
        browser.press("Tab", 9)
        for _ in range(3):
            if browser.run("document.activeElement.matches('.figure .target')"):
                break
            browser.press("Tab", 9)
        self.expect(browser.run("document.activeElement.matches('.figure .target')"), "Tab reaches the figure")
        browser.press("Enter", 13, "\r")
        self.expect(browser.run("!document.getElementById('evidence').matches('.empty')"), "Enter shows the quotation")
        browser.press("Escape", 27)
        self.expect(browser.run("document.getElementById('evidence').matches('.empty')"), "Esc lets go again")

    def search(self, data):
        browser = self.browser
        item = next(item for item in data["elements"] if "ends" not in item and folded(item["label"]) != item["label"].lower())
        browser.run("document.activeElement.blur()")
        browser.press("/", 191, "/")
        self.expect(browser.run("document.activeElement.id") == "search", "/ leads to the search")
        browser.send("Input.insertText", text=folded(item["label"].split(",")[0]))
        labels = browser.run("[...document.querySelectorAll('#found button')].map(button => button.firstChild.textContent)")
        self.expect(item["label"] in labels, f"found without accents: {item['label']}")
        browser.press("Enter", 13, "\r")
        chosen = browser.run("document.querySelector('#evidence h2')?.textContent")
        self.expect(bool(labels) and labels[0].startswith(chosen or "?"), "Enter chooses the first")
        browser.press("Escape", 27)
        browser.press("/", 191, "/")
        browser.send("Input.insertText", text="no such name")
        self.expect(browser.run("document.querySelectorAll('#found button').length") == 0, "nothing is found")
        browser.press("Escape", 27)
        self.expect(browser.run("document.getElementById('search').value") == "", "Esc empties the search")

    def filter(self, data):
        browser = self.browser
        kinds = browser.run("[...document.querySelectorAll('#types input')].map(box => box.value)")
        for kind in kinds:
            browser.click(*self.centre(f"#types input[value={kind}]"))
            seen = browser.run(
                f"{json.dumps([data['prefix'] + '-' + item['id'] for item in data['elements'] if item['type'] == kind])}"
                ".filter(id => document.getElementById(id) && !document.getElementById(id).classList.contains('off')).length")
            self.expect(seen == 0, f"hides every {kind}")
            browser.click(*self.centre(f"#types input[value={kind}]"))
            self.expect(browser.run("document.querySelectorAll('.off').length") == 0, f"shows every {kind} again")
        if browser.run("!document.getElementById('years').hidden"):
            browser.run("(() => { const until = document.getElementById('until'); until.selectedIndex = 0;"
                        "until.dispatchEvent(new Event('change', { bubbles: true })); })()")
            year = int(browser.run("document.getElementById('until').value"))
            late = [data["prefix"] + "-" + item["id"] for item in data["elements"] if item["role"] == "event" and item.get("years", [0])[0] > year]
            seen = browser.run(f"{json.dumps(late)}.filter(id => !document.getElementById(id).classList.contains('off')).length")
            self.expect(seen == 0 and browser.run("document.querySelectorAll('.off').length") > 0, "hides other years")
            browser.click(*self.centre("#reset"))
            self.expect(browser.run("document.querySelectorAll('.off').length") == 0, "reset shows all")

    def link(self, data, width):
        item = next((item for item in data["elements"] if item.get("key")), data["elements"][0])
        name = item.get("key") or item["id"]
        self.browser.open(f"{self.path.as_uri()}#sel={urllib.request.quote(name, safe='')}", width, 1000)
        self.expect(self.browser.run("document.querySelector('#evidence h2')?.textContent") == item["name"],
                    "a link leads to its shape")
        self.browser.press("Escape", 27)

    def look(self, width):
        browser = self.browser
        paper = "getComputedStyle(document.body).backgroundColor"
        for scheme in ["dark", "light"]:
            browser.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
            before = browser.run(paper)
            browser.click(*self.centre("#theme"))
            self.expect(browser.run(paper) != before, f"from {scheme} to the other")
            browser.click(*self.centre("#theme"))
            self.expect(browser.run(paper) == before, f"and back to {scheme}")
            if scheme == "dark":
                browser.run("scrollTo(0, 0)")
                browser.picture(self.folder / f"{self.path.stem}-{width}-dark.png")
        browser.send("Emulation.setEmulatedMedia", media="print", features=[])
        self.expect(browser.run("getComputedStyle(document.querySelector('.tools')).display") == "none", "no tools on paper")
        self.expect(browser.run(paper) in ["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"], "white paper")
        browser.send("Emulation.setEmulatedMedia", media="", features=[])

    def report(self, width):
        browser = self.browser
        browser.events.clear()
        browser.open(self.path.as_uri(), width, 1000)
        browser.picture(self.folder / f"{self.path.stem}-{width}.png")
        self.expect(browser.run("document.documentElement.scrollWidth <= innerWidth"), "no sideways scrolling")
        ids = browser.run("[...document.querySelectorAll('[id]')].map(element => element.id)")
        self.expect(len(ids) == len(set(ids)), "every id once")
        cut = browser.run("[...document.querySelectorAll('svg')].filter(svg => svg.getBoundingClientRect().right > innerWidth + 1 && !svg.closest('.scroll')).length")
        self.expect(cut == 0, "no figure is cut")
        self.quiet()

    def quiet(self):
        """No error on the console, and nothing fetched."""
        self.browser.run("1")
        self.expect(self.browser.run("typeof hacked") == "undefined", "nothing of an article ran")
        for event in self.browser.events:
            parameters = event.get("params", {})
            if event.get("method") == "Runtime.exceptionThrown":
                self.expect(False, f"exception: {parameters['exceptionDetails']}")
            elif event.get("method") == "Log.entryAdded" and parameters["entry"]["level"] == "error":
                self.expect(False, f"console: {parameters['entry']['text']}")
            elif event.get("method") == "Runtime.consoleAPICalled" and parameters["type"] in ["error", "assert"]:
                self.expect(False, f"console: {parameters['args']}")
            elif event.get("method") == "Page.javascriptDialogOpening":
                self.expect(False, "a dialog opened")
            elif event.get("method") == "Network.requestWillBeSent":
                address = parameters["request"]["url"]
                self.expect(address.startswith(("file:", "data:", "about:")), f"fetches {address}")


def main():
    folder = pathlib.Path(sys.argv[1])
    failed = False
    browser = Browser()
    try:
        for path in map(lambda name: pathlib.Path(name).resolve(), sys.argv[2:]):
            for width in [400, 1600]:
                check = Check(browser, path, folder)
                isPage = 'id="figure-data"' in path.read_text(encoding="utf-8")
                (check.page if isPage else check.report)(width)
                for failure in check.failures:
                    print(f"{path.name} at {width} px: {failure}")
                print(f"{path.name} at {width} px: {check.count - len(check.failures)} of {check.count} checks")
                failed = failed or bool(check.failures)
    finally:
        browser.close()
    sys.exit(1 if failed else 0)


main()
