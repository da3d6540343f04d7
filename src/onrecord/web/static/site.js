// What scripts add to pages that work without them: selecting in the reader, keys, copying.

// htmx can make functions of text in attributes; our pages have none, and the content security policy forbids it as well.
function refuse() { throw new Error("no code in attributes"); }
window.htmx?.registerExtension("no-code", { init: (api) => api.initSecurity(null, refuse, refuse) });

const say = (words) => { document.getElementById("status").textContent = words; };
const entries = () => [...document.querySelectorAll("[data-entry], article.entry[id]")];
const named = (item) => item.dataset.entry ?? item.id;

function select(item, focus = true) {
  const key = named(item);
  for (const old of document.querySelectorAll("main [aria-current='true']")) old.removeAttribute("aria-current");
  for (const old of document.querySelectorAll(".seg.on")) old.classList.remove("on");
  item.setAttribute("aria-current", "true");
  document.getElementById(`ref_${key}`)?.setAttribute("aria-current", "true");
  for (const part of document.querySelectorAll(`[data-s~="${CSS.escape(key)}"]`)) part.classList.add("on");
  if (focus) {
    if (!item.hasAttribute("tabindex")) item.tabIndex = -1;
    item.focus();
    document.getElementById(`ref_${key}`)?.scrollIntoView({ block: "center" });
    item.scrollIntoView({ block: "nearest" });
  }
  say(item.dataset.label ?? "");
}

function step(by) {
  const all = entries();
  if (!all.length) return;
  const at = all.findIndex((item) => item.getAttribute("aria-current") === "true");
  select(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, at + by))]);
}

const follow = (selector) => document.querySelector(selector)?.click();
const keys = {
  j: () => step(1),
  k: () => step(-1),
  o: () => follow("[data-key='o']"),
  "/": () => document.getElementById("find")?.focus(),
  "?": () => { location.href = "/help"; },
};

addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (localStorage.getItem("keys") === "off" || typing || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});

addEventListener("click", (event) => {
  const ref = event.target.closest?.(".ref, .number");
  if (ref) {
    const item = document.getElementById(ref.hash.slice(1).replace(/^ref_/, ""));
    if (item) select(item, false);
  }
  const part = !ref && event.target.closest?.(".seg[data-s]");
  if (part && !getSelection().toString()) {
    const item = document.getElementById(part.dataset.s.split(" ").at(-1));
    if (item) select(item);
  }
});

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    say("Copied.");
    button.textContent = "Copied";
  });
}

const toggle = document.getElementById("keys");
if (toggle) {
  toggle.closest("p").hidden = false;
  toggle.checked = localStorage.getItem("keys") !== "off";
  toggle.addEventListener("change", () => localStorage.setItem("keys", toggle.checked ? "on" : "off"));
}

const current = location.hash ? document.getElementById(location.hash.slice(1).replace(/^ref_/, "")) : null;
if (current?.matches("[data-entry]")) select(current, false);

const drop = document.querySelector("[data-drop]");
if (drop) {
  for (const kind of ["dragenter", "dragover"]) addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("dropping"); });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.classList.remove("dropping"); });
  addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("dropping");
    if (!event.dataTransfer.files.length) return;
    drop.querySelector("[type=file]").files = event.dataTransfer.files;
    drop.requestSubmit();
  });
}
