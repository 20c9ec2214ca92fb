"""Looks at reports in headless Chromium; tools/check-page calls it."""

import base64
import importlib.util
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request

import websocket

# Where reports are looked at: name, width in pixels, colours.
VIEWS = [
    ("desk, light", 1440, "light"),
    ("tablet, dark", 900, "dark"),
    ("phone, light", 390, "light"),
]
# Paper: name, width and height in inches.
PAPERS = [("A4", 210 / 25.4, 297 / 25.4), ("Letter", 8.5, 11)]
MARGINS = (20 + 22) / 25.4

RULES = {"runOnly": {"type": "tag", "values": [
    "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}

# Every part of the page is laid out, folded parts too, so that its rules can be judged.
OPEN_ALL = "for (const d of document.querySelectorAll('details')) d.open = true"

# What is wider than the window must scroll by itself.
WIDE = """
[...document.querySelectorAll('body *')].filter(e => {
  const r = e.getBoundingClientRect();
  if (r.right <= innerWidth + 1 || r.width === 0) return false;
  for (let p = e; p && p !== document.body; p = p.parentElement)
    if (['auto', 'scroll'].includes(getComputedStyle(p).overflowX)) return false;
  return e.closest('.skip') === null;
}).slice(0, 3).map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 40))
"""

# What a reader who uses the keys comes to, in order, and whether the place is to be seen.
KEYS = """
(() => {
  const e = document.activeElement, s = getComputedStyle(e);
  return {tag: e.tagName, id: e.id, href: e.getAttribute('href'), visible: s.outlineStyle !== 'none'
    && parseFloat(s.outlineWidth) >= 2, text: (e.ariaLabel || e.textContent).trim().slice(0, 40)};
})()
"""

# What may be cut by the end of a sheet, and what is higher than one.
PRINTED = """
[...document.querySelectorAll('figure, .equation, .remark, tr')].map(e => ({
  name: e.tagName + ' ' + (e.id || e.textContent.trim().slice(0, 30)),
  height: e.getBoundingClientRect().height, avoids: getComputedStyle(e).breakInside === 'avoid'}))
"""


# Whether the contents are to be seen, and which lines they mark at the page's top and end.
CONTENTS = """
(async () => {
  const list = document.querySelector('.contents ol');
  if (!list) return null;
  const marked = async y => {
    scrollTo(0, y);
    for (let i = 0; i < 4; i++) await new Promise(requestAnimationFrame);
    return [...document.querySelectorAll('.contents a:target-current')].map(a => a.hash);
  };
  const top = await marked(0), end = await marked(document.documentElement.scrollHeight);
  const place = list.getBoundingClientRect();
  const result = {shown: list.checkVisibility(), top, end,
    inView: place.top >= 0 && place.top < innerHeight};
  scrollTo(0, 0);
  return result;
})()
"""

# The beginning of each fold's commands.
FIRST_COMMANDS = """
[...document.querySelectorAll('details.commands pre')].map(e => {
  const copy = e.cloneNode(true);
  for (const line of copy.querySelectorAll('.line')) line.remove();
  return copy.textContent.trim().split('\\n')[0].slice(0, 40);
})
"""


class Browser:
    """Chromium, driven through its own protocol: what it is told is no script of the page."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="check-page-")
        program = shutil.which("chromium") or shutil.which("google-chrome")
        if program is None:
            sys.exit("chromium is not installed: apt-get install chromium")
        # The sandbox of the browser cannot be set up within most containers; it opens only our files.
        self.process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
             "--no-first-run", "--disable-background-networking", "--remote-debugging-port=0",
             "--remote-allow-origins=*", "--user-data-dir=" + self.folder, "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            found = re.search(r"listening on ws://([^/]+)/", line)
            if found:
                break
        else:
            sys.exit("chromium did not start")
        with urllib.request.urlopen(f"http://{found[1]}/json") as reply:
            page = next(t for t in json.load(reply) if t["type"] == "page")
        self.socket = websocket.create_connection(page["webSocketDebuggerUrl"], timeout=120)
        self.count = 0
        self.events = []
        for domain in ("Page", "Network", "Log", "Runtime", "Security"):
            self.call(domain + ".enable")

    def call(self, method, **parameters):
        self.count += 1
        self.socket.send(json.dumps({"id": self.count, "method": method, "params": parameters}))
        while True:
            message = json.loads(self.socket.recv())
            if "method" in message:
                self.events.append(message)
            elif message["id"] == self.count:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]

    def value(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True,
                           awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"])
        return result["result"].get("value")

    def open(self, path, width, height, scheme, media=""):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setEmulatedMedia", media=media,
                  features=[{"name": "prefers-color-scheme", "value": scheme},
                            {"name": "prefers-reduced-motion", "value": "reduce"}])
        self.events = []
        self.call("Page.navigate", url=path.as_uri())
        while not any(e["method"] == "Page.loadEventFired" for e in self.events):
            self.events.append(json.loads(self.socket.recv()))

    def close(self):
        try:
            self.call("Browser.close")
            self.process.wait(10)
        except Exception:
            self.process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


def rules():
    folder = importlib.util.find_spec("axe_playwright_python").submodule_search_locations[0]
    return (pathlib.Path(folder) / "axe.min.js").read_text()


def told(browser, path):
    """Requests and messages of the console since the page was opened."""
    faults = []
    for event in browser.events:
        parameters = event.get("params", {})
        if event["method"] == "Network.requestWillBeSent":
            url = parameters["request"]["url"]
            if url.split("#")[0] != path.as_uri() and not url.startswith("data:"):
                faults.append(f"it asks for {url}")
        elif event["method"] == "Log.entryAdded":
            faults.append("the console says: " + parameters["entry"]["text"])
        elif event["method"] in ("Runtime.exceptionThrown", "Runtime.consoleAPICalled"):
            faults.append("a script ran")
    return faults


def keys(browser):
    """Walks through the page by the Tab key: links and folds are reached and show it."""
    faults = []
    for step in range(12):
        for kind in ("keyDown", "keyUp"):
            browser.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab",
                         windowsVirtualKeyCode=9)
        place = browser.value(KEYS)
        if place["tag"] == "BODY":
            faults.append(f"the {step + 1}th Tab leads nowhere")
            break
        if step == 0 and not (place["href"] or "").startswith("#"):
            faults.append("the first Tab does not lead to the link that skips to the text")
        if not place["visible"]:
            faults.append(f"the focus on “{place['text']}” cannot be seen")
    folded = browser.value(
        "(d => { if (!d) return null; d.open = false; d.querySelector('summary').focus();"
        " return d.open })(document.querySelector('details.commands'))")
    if folded is not None:
        for kind in ("keyDown", "keyUp"):
            browser.call("Input.dispatchKeyEvent", type=kind, key="Enter", code="Enter", text="\r",
                         windowsVirtualKeyCode=13)
        if not browser.value("document.querySelector('details.commands').open"):
            faults.append("the Enter key does not unfold commands")
    return faults


def contents(browser, width):
    """Beside the page they stay in view and mark the section being read; on a phone they fold."""
    found = browser.value(CONTENTS)
    if found is None:
        return []
    if width < 700:
        return ["the contents are not folded"] if found["shown"] else []
    faults = [] if found["shown"] else ["the contents are not shown"]
    if width > 1280:
        if not found["inView"]:
            faults.append("the contents do not stay in view")
        if len(found["end"]) != 1 or found["end"] == found["top"]:
            faults.append(f"the contents mark {found['top']} at the top, {found['end']} at the end")
    return faults


def screens(browser, path, axe):
    faults = []
    for name, width, scheme in VIEWS:
        browser.open(path, width, 900, scheme)
        if browser.value("matchMedia('(prefers-color-scheme: dark)').matches") != (scheme == "dark"):
            faults.append(f"{name}: the colours are not as asked for")
        found = told(browser, path)
        found += contents(browser, width)
        found += keys(browser)
        if browser.value("document.documentElement.scrollWidth") > width:
            found.append("the page scrolls sideways")
        browser.value(OPEN_ALL)
        found += ["wider than the window: " + e for e in browser.value(WIDE)]
        browser.value(axe + "; 0")
        result = browser.value(f"axe.run(document, {json.dumps(RULES)})")
        if len(result["passes"]) < 20:
            found.append(f"only {len(result['passes'])} rules could be judged")
        for violation in result["violations"]:
            for node in violation["nodes"][:5]:
                found.append(f"{violation['id']}: {violation['help']}: {node['html'][:160]}")
        faults += [f"{name}: {fault}" for fault in found]
    return faults


def text_of(pdf):
    pages = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True,
                           check=True).stdout.split("\f")
    return pages[:-1] if pages and not pages[-1].strip() else pages


def paper(browser, path):
    faults = []
    for name, width, height in PAPERS:
        # As wide as the text of a sheet, at 96 pixels an inch; dark, since paper must stay light.
        browser.open(path, round((width - 40 / 25.4) * 96), 1000, "dark", "print")
        if browser.value("document.documentElement.scrollWidth > innerWidth"):
            faults.append(f"{name}: the page is shrunk, since something is wider than a sheet")
        room = (height - MARGINS) * 96
        for part in browser.value(PRINTED):
            if not part["avoids"]:
                faults.append(f"{name}: the end of a sheet may cut {part['name']}")
            if part["height"] > room and not part["name"].startswith("TR"):
                faults.append(f"{name}: {part['name']} is higher than a sheet")
        colours = browser.value(
            "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]")
        if colours != ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]:
            faults.append(f"{name}: it is printed in {colours}")
        browser.call("Emulation.setEmulatedMedia", media="", features=[])
        result = browser.call("Page.printToPDF", paperWidth=width, paperHeight=height,
                              preferCSSPageSize=False, printBackground=False)
        pdf = os.path.join(browser.folder, "page.pdf")
        pathlib.Path(pdf).write_bytes(base64.b64decode(result["data"]))
        pages = text_of(pdf)
        for number, text in enumerate(pages, 1):
            last = text.strip().splitlines()[-1:] or [""]
            if "".join(last[0].split()) != f"{number}/{len(pages)}":
                faults.append(f"{name}: sheet {number} of {len(pages)} does not bear its number")
        printed = "".join("".join(pages).split())
        for command in browser.value(FIRST_COMMANDS):
            if "".join(command.split()) not in printed:
                faults.append(f"{name}: “{command}” is not printed")
        # A picture that is drawn on two sheets has been cut.
        listed = subprocess.run(["pdfimages", "-list", pdf], capture_output=True, text=True,
                                check=True).stdout.splitlines()[2:]
        sheets = {}
        for line in listed:
            fields = line.split()
            if fields[2] == "image":
                sheets.setdefault(fields[10], set()).add(fields[0])
        faults += [f"{name}: a picture is on the sheets {sorted(s)}"
                   for s in sheets.values() if len(s) > 1]
    return faults


def main():
    axe = rules()
    browser = Browser()
    failed = False
    try:
        for name in sys.argv[1:]:
            path = pathlib.Path(name).resolve()
            faults = screens(browser, path, axe) + paper(browser, path)
            failed = failed or bool(faults)
            for fault in dict.fromkeys(faults):
                print(f"{name}: {fault}")
            if not faults:
                print(f"{name}: nothing is wrong")
    finally:
        browser.close()
    sys.exit(1 if failed else 0)


main()
