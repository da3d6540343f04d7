// What scripts add to review: keys, words to listen to, and spans taken from the text. Without them everything can be typed.

const passage = document.getElementById("passage");
const say = (words) => { document.getElementById("status").textContent = words; };

const saved = document.querySelector("[data-say]");
if (saved) setTimeout(() => say(saved.dataset.say), 100);
if (location.hash === "#item") document.getElementById("item")?.focus();

addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (localStorage.getItem("keys") === "off" || typing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
  const control = /^[ynuezsa]$/.test(event.key) && document.querySelector(`[data-key="${event.key}"]`);
  if (!control) return;
  event.preventDefault();
  control.click();
});

// A form is sent once, however often its button is pressed.
for (const form of document.querySelectorAll("form[method='post']")) {
  form.addEventListener("submit", (event) => { if (form.dataset.sent) event.preventDefault(); form.dataset.sent = "1"; });
}
addEventListener("pageshow", () => { for (const form of document.querySelectorAll("[data-sent]")) delete form.dataset.sent; });

// Offsets count code points; strings of a browser count UTF-16 units.
const points = (text) => [...text].length;

function offsetOf(node, at) {
  const piece = node.nodeType === Node.TEXT_NODE && node.parentElement.closest("[data-at]");
  if (piece) return Number(piece.dataset.at) + points(node.data.slice(0, at));
  // Between pieces, as when a whole paragraph is selected: where the last piece before this ends.
  const before = document.createRange();
  before.setStart(passage, 0);
  before.setEnd(node, at);
  const pieces = [...passage.querySelectorAll("[data-at]")];
  const last = pieces.filter((one) => before.intersectsNode(one)).at(-1);
  return last ? Number(last.dataset.at) + points(last.textContent) : Number(pieces[0]?.dataset.at ?? 0);
}

function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!passage.contains(range.startContainer) || !passage.contains(range.endContainer)) return null;
  const [start, end] = [offsetOf(range.startContainer, range.startOffset), offsetOf(range.endContainer, range.endOffset)];
  return start === null || end === null || start >= end ? null : [start, end];
}

// The text that is shown, as words with their offsets: what edges move by.
const words = [];
for (const paragraph of passage?.querySelectorAll("p") ?? []) {
  const first = Number(paragraph.querySelector("[data-at]")?.dataset.at ?? 0);
  for (const match of paragraph.textContent.matchAll(/[\p{L}\p{N}’'-]+|[^\s\p{L}\p{N}]/gu)) {
    const start = first + points(paragraph.textContent.slice(0, match.index));
    words.push([start, start + points(match[0])]);
  }
}

function textOf(start, end) {
  const out = [];
  for (const paragraph of passage.querySelectorAll("p")) {
    const first = Number(paragraph.querySelector("[data-at]")?.dataset.at ?? 0);
    const letters = [...paragraph.textContent];
    if (start < first + letters.length && first < end) out.push(letters.slice(Math.max(0, start - first), end - first).join(""));
  }
  return out.join(" ").replace(/\s+/g, " ").trim();
}

function write(area, lines) {
  area.value = lines.map(([start, end]) => `${start}-${end} ${textOf(start, end)}`).join("\n");
  area.rows = Math.max(1, lines.length);
  say(lines.length ? `Now: ${textOf(...lines.at(-1))}` : "Now: no words");
}

const read = (area) => area.value.split("\n").map((line) => line.match(/^\s*(\d+)-(\d+)/)).filter(Boolean).map((m) => [Number(m[1]), Number(m[2])]);

function move(area, edge, by) {
  const lines = read(area);
  if (!lines.length) return say("There are no words with offsets yet.");
  const [start, end] = lines.at(-1);
  const edges = words.map((word) => word[edge]);
  const next = by < 0 ? edges.filter((at) => at < [start, end][edge]).at(-1) : edges.find((at) => at > [start, end][edge]);
  const moved = edge ? [start, next] : [next, end];
  if (next === undefined || moved[0] >= moved[1]) return say("The edge cannot move further.");
  lines[lines.length - 1] = moved;
  write(area, lines);
}

function take(area, add) {
  const range = selected();
  if (!range) return say("Select words of the text first.");
  write(area, add ? [...read(area), range].sort((a, b) => a[0] - b[0]) : [range]);
}

// In the reader, what is selected goes along to the form for what is missing.
for (const link of document.querySelectorAll("[data-add]")) {
  link.addEventListener("mousedown", (event) => event.preventDefault());
  link.addEventListener("click", () => {
    const range = selected();
    if (range) link.href += `&content=${range.join("-")}&evidence=${range.join("-")}`;
  });
}

for (const field of document.querySelectorAll("[data-spans]")) {
  const area = field.querySelector("textarea");
  const name = field.querySelector("legend").textContent;
  const tools = document.createElement("p");
  tools.className = "tools";
  const actions = [
    ["take selection", () => take(area, false)], ["add selection", () => take(area, true)],
    ["start ◂", () => move(area, 0, -1)], ["start ▸", () => move(area, 0, 1)], ["end ◂", () => move(area, 1, -1)], ["end ▸", () => move(area, 1, 1)],
  ];
  for (const [words, act] of actions) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.setAttribute("aria-label", `${name}: ${words.replace("◂", "one word earlier").replace("▸", "one word later")}`);
    button.addEventListener("mousedown", (event) => event.preventDefault());  // the selection stays
    button.addEventListener("click", act);
    tools.append(button);
  }
  field.append(tools);
}
