// Keeps the page as new as the gateway, and says so when it cannot. Without it the page works all the same and stands still.

const EVERY = 5000;
const AFTER_A_CHANGE = 150;
const PATIENCE = 8000;
const WHILE_LOST = 2000;
const WITHOUT_STREAM = 30000;

const link = document.getElementById("link");
if (link) {
  start();
}

function start() {
  const state = document.getElementById("link-state");
  const pause = document.getElementById("pause");
  const filter = document.getElementById("filter");
  const news = document.getElementById("news");
  let timer;
  let asking;
  let stream;
  let notBefore = 0;

  function say(next) {
    if (link.dataset.state !== next) {
      link.dataset.state = next;
      document.documentElement.dataset.link = next;
      state.textContent = {
        live: "Live,",
        lost: "Connection lost. What you see is",
        paused: "Paused,",
        gone: "This is no longer watched. What you see is",
      }[next];
    }
  }

  function later(delay) {
    clearTimeout(timer);
    timer = setTimeout(refresh, delay);
  }

  async function refresh() {
    clearTimeout(timer);
    asking?.abort();
    const mine = (asking = new AbortController());
    const limit = setTimeout(() => mine.abort("late"), PATIENCE);
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" }, signal: mine.signal });
      if (answer.ok) {
        show(new DOMParser().parseFromString(await answer.text(), "text/html"));
        say("live");
        listen();
      } else {
        say(answer.status === 404 ? "gone" : "lost");
      }
    } catch {
      if (mine !== asking) {
        return;
      }
      say("lost");
    } finally {
      clearTimeout(limit);
    }
    if (mine === asking) {
      later(link.dataset.state === "live" ? EVERY : WHILE_LOST);
    }
  }

  function show(fresh) {
    document.title = fresh.title;
    patch(document.getElementById("main"), fresh.getElementById("main"));
    patch(document.getElementById("as-of"), fresh.getElementById("as-of"));
  }

  function listen() {
    if (stream || performance.now() < notBefore) {
      return;
    }
    let opened = false;
    stream = new EventSource("/api/v1/events");
    stream.onopen = () => (opened = true);
    stream.addEventListener("verdict", (event) => {
      tell(JSON.parse(event.data));
      later(AFTER_A_CHANGE);
    });
    for (const name of ["incident", "inventory", "reset"]) {
      stream.addEventListener(name, () => later(AFTER_A_CHANGE));
    }
    // Whether the gateway is gone or only its stream, the next question tells. One that never opened is not asked for soon.
    stream.onerror = () => {
      hush();
      if (opened) {
        later(AFTER_A_CHANGE);
      } else {
        notBefore = performance.now() + WITHOUT_STREAM;
      }
    };
  }

  function hush() {
    stream?.close();
    stream = undefined;
  }

  function tell(change) {
    const who = change.node ?? change.network ?? "The fleet";
    const line = document.createElement("span");
    line.textContent = `${who} is ${change.to}${change.because ? `: ${change.because}` : ""}. `;
    news.append(line);
    while (news.childElementCount > 5) {
      news.firstElementChild.remove();
    }
  }

  function rest() {
    clearTimeout(timer);
    asking?.abort();
    asking = undefined;
    hush();
  }

  pause.hidden = false;
  pause.addEventListener("click", () => {
    const resting = link.dataset.state !== "paused";
    pause.textContent = resting ? "Resume" : "Pause";
    if (resting) {
      rest();
      say("paused");
    } else {
      refresh();
    }
  });

  if (filter) {
    let typing;
    const narrow = () => {
      const query = new URLSearchParams([...new FormData(filter)].filter(([, value]) => value.trim()));
      const address = query.size ? `/?${query}` : "/";
      if (address !== location.pathname + location.search) {
        history.replaceState(null, "", address);
        refresh();
      }
    };
    filter.addEventListener("input", () => {
      clearTimeout(typing);
      typing = setTimeout(narrow, 200);
    });
    filter.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(typing);
      narrow();
    });
  }

  document.addEventListener("visibilitychange", () => {
    if (link.dataset.state === "paused") {
      return;
    }
    if (document.hidden) {
      rest();
    } else {
      refresh();
    }
  });
  addEventListener("offline", () => link.dataset.state === "paused" || refresh());
  addEventListener("online", () => link.dataset.state === "paused" || refresh());

  say("live");
  listen();
  later(EVERY);
}

// Makes one element like the other and leaves alone what is alike already: what has the focus keeps it, what is open stays open.
function patch(old, fresh) {
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && name !== "open") {
      old.removeAttribute(name);
    }
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) {
      old.setAttribute(name, value);
    }
  }
  const keyed = new Map();
  for (const child of old.children) {
    if (keyOf(child)) {
      keyed.set(keyOf(child), child);
    }
  }
  let place = old.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const key = keyOf(wanted);
    let found = key ? keyed.get(key) : place;
    if (!found || found.nodeName !== wanted.nodeName || keyOf(found) !== key) {
      old.insertBefore(document.importNode(wanted, true), place);
      continue;
    }
    if (found !== place) {
      (old.moveBefore ?? old.insertBefore).call(old, found, place);
    } else {
      place = place.nextSibling;
    }
    if (found.nodeType === Node.TEXT_NODE) {
      if (found.data !== wanted.data) {
        found.data = wanted.data;
      }
    } else if (found.nodeType === Node.ELEMENT_NODE && !isOurs(found)) {
      patch(found, wanted);
    }
  }
  while (place) {
    const next = place.nextSibling;
    place.remove();
    place = next;
  }
}

function keyOf(node) {
  return node.nodeType === Node.ELEMENT_NODE ? node.dataset?.key || node.id || undefined : undefined;
}

// What the reader is writing in, and what this script itself says.
function isOurs(element) {
  return element.id === "link" || element.id === "filter";
}
