// The citizen's chat page. Without this script the page works by plain forms; with it, answers come without a reload.
// All wording comes from the page's data attributes; text reaches the page through textContent only.
(function () {
  'use strict';

  const SECOND = 1000;
  const MINUTE = 60 * SECOND;
  const BUSY_WAITS = [0, 1 * SECOND, 3 * SECOND, 6 * SECOND];
  const ANSWER_LIMIT = 20 * SECOND;
  const IDLE_LIMIT = 30 * MINUTE;

  const find = (id) => document.getElementById(id);
  const words = find('chat').dataset;
  const log = find('log');
  const box = find('cau-hoi');
  const newAnswer = find('new-answer');
  const speech = window.speechSynthesis;
  const byTouch = matchMedia('(pointer: coarse)').matches;
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';

  let last = Number(words.last) || 0;
  let lastActivity = Date.now();
  let begun = Boolean(log.querySelector('.person'));
  let busy = false;
  let ended = false;
  let timer = 0;

  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  function report(text) {
    find('status').textContent = text;
  }

  // --- Entries ---

  function withLinks(line) {
    return line.split(/(https:\/\/[^\s<>"'“”]*[^\s<>"'“”.,;:!?)\]}…])/).map((part, index) => (
      index % 2 ? make('a', { href: part, target: '_blank', rel: 'noopener noreferrer', textContent: part }) : part
    ));
  }

  function blocks(text) {
    const said = make('div', { className: 'said' });
    for (const line of text.split('\n').map((line) => line.trim()).filter(Boolean)) {
      if (!line.startsWith('- ')) {
        said.append(make('p', {}, ...withLinks(line)));
        continue;
      }
      if (!said.lastChild || said.lastChild.nodeName !== 'UL') said.append(make('ul'));
      said.lastChild.append(make('li', {}, ...withLinks(line.slice(2))));
    }
    return said;
  }

  function addEntry(kind, text) {
    const who = make('p', { className: 'who', textContent: kind === 'bot' ? words.bot : words.you });
    const entry = make('article', { className: 'entry ' + kind, tabIndex: -1 }, who, blocks(text));
    log.append(entry);
    return entry;
  }

  function addChoices(entry, choices) {
    if (!choices || !choices.length) return;
    const form = make('form', { className: 'choices', method: 'post', action: '/' });
    form.setAttribute('aria-label', words.choicesLabel);
    form.append(...choices.map(({ label, value }) => make('button', { name: 'value', value, textContent: label })));
    entry.append(form);
  }

  /** Choices of an answered message would be stale: they stay as words, no longer as buttons. */
  function retireChoices() {
    for (const form of log.querySelectorAll('.choices')) {
      const labels = Array.from(form.querySelectorAll('button'), (button) => make('span', { textContent: button.textContent }));
      form.replaceWith(make('p', { className: 'past' }, ...labels));
    }
  }

  function show(replies, wasAsked) {
    const fresh = replies.filter(({ number }) => number > last);
    if (!fresh.length) return;
    const wasAtEnd = innerHeight + scrollY > document.documentElement.scrollHeight - 160;
    const entries = fresh.map((reply) => {
      retireChoices();
      const entry = addEntry('bot', reply.text);
      addChoices(entry, reply.choices);
      addListening(entry);
      last = reply.number;
      return entry;
    });
    if (wasAsked || (wasAtEnd && !box.value)) {
      entries[0].scrollIntoView({ behavior, block: 'start' });
    } else {
      newAnswer.hidden = false;
      newAnswer.onclick = () => lookAt(entries[0]);
    }
    // A pressed choice is gone and the focus with it: the answer takes it, so that the keyboard goes on from there.
    if (wasAsked && document.activeElement === document.body) entries[0].focus({ preventScroll: true });
    lastActivity = Date.now();
  }

  function lookAt(entry) {
    newAnswer.hidden = true;
    entry.focus({ preventScroll: true });
    entry.scrollIntoView({ behavior, block: 'start' });
  }

  // --- Sending ---

  async function request(address, options) {
    const abort = window.AbortController ? new AbortController() : null;
    const limit = setTimeout(() => abort && abort.abort(), ANSWER_LIMIT);
    const signal = abort ? abort.signal : undefined;
    try {
      const response = await fetch(address, Object.assign({ credentials: 'same-origin', cache: 'no-store', signal }, options));
      return { status: response.status, body: response.ok ? await response.json() : null };
    } finally {
      clearTimeout(limit);
    }
  }

  async function post(message) {
    let answer;
    for (const wait of BUSY_WAITS) {
      await new Promise((resume) => setTimeout(resume, wait));
      const body = JSON.stringify(Object.assign({ after: last }, message));
      answer = await request('/chat', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      if (answer.status !== 503) break;
    }
    return answer;
  }

  async function deliver(message, entry) {
    busy = true;
    clearTimeout(timer);
    report(words.sending);
    let notice = '';
    try {
      const answer = await post(message);
      if (answer.status === 413) {
        entry.remove();
        box.value = message.text || '';
        notice = words.tooLong;
      } else if (answer.body) {
        show(answer.body.replies, true);
        last = Math.max(last, answer.body.next);
      } else {
        offerRetry(message, entry);
      }
    } catch (error) {
      offerRetry(message, entry);
    }
    report(notice);
    busy = false;
    schedule();
  }

  function offerRetry(message, entry) {
    const retry = make('button', { type: 'button', textContent: words.retry });
    const failure = make('div', { className: 'failure' }, make('p', { textContent: words.failed }), retry);
    retry.onclick = () => {
      if (busy) return;
      failure.remove();
      deliver(message, entry);
    };
    entry.append(failure);
    failure.scrollIntoView({ behavior, block: 'nearest' });
  }

  function send(content, label) {
    begun = true;
    lastActivity = Date.now();
    newAnswer.hidden = true;
    stopListening();
    retireChoices();
    const entry = addEntry('person', label);
    entry.scrollIntoView({ behavior, block: 'nearest' });
    deliver(Object.assign({ id: newID() }, content), entry);
  }

  function newID() {
    if (window.crypto.randomUUID) return crypto.randomUUID();
    const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => (byte + 256).toString(16).slice(1)).join('');
    return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
  }

  log.addEventListener('click', (event) => {
    const button = event.target.closest('.choices button');
    if (!button) return;
    event.preventDefault();
    if (!busy) send({ value: button.value }, button.textContent);
  });

  find('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    const text = box.value.trim();
    if (!busy && text) {
      box.value = '';
      fit();
      send({ text }, text);
    }
    // On a touch screen the keyboard would hide the answer.
    if (byTouch && text) box.blur(); else box.focus();
  });

  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    find('send').click();
  });

  function fit() {
    box.style.height = '';
    if (box.value) box.style.height = box.scrollHeight + box.offsetHeight - box.clientHeight + 'px';
  }
  box.addEventListener('input', fit);

  // --- Later replies (a team member's words) and the end ---

  function schedule() {
    clearTimeout(timer);
    if (!begun || ended || busy || document.hidden) return;
    const idle = Date.now() - lastActivity;
    if (idle >= IDLE_LIMIT) end();
    else timer = setTimeout(poll, idle < 2 * MINUTE ? 4 * SECOND : 15 * SECOND);
  }

  async function poll() {
    try {
      const answer = await request('/chat?after=' + last);
      if (answer.body && !busy && !ended) show(answer.body.replies, false);
    } catch (error) {
      // The next round asks again.
    }
    schedule();
  }

  function end() {
    ended = true;
    stopListening();
    log.textContent = '';
    find('composer').hidden = true;
    document.querySelector('.end').hidden = true;
    find('ended').hidden = false;
  }

  document.addEventListener('visibilitychange', schedule);
  window.addEventListener('offline', () => report(words.offline));
  window.addEventListener('online', () => report(''));
  window.addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });

  // --- Reading aloud ---

  function stopListening() {
    if (!speech) return;
    speech.cancel();
    for (const button of log.querySelectorAll('.listen')) button.textContent = words.listen;
  }

  function addListening(entry) {
    const voice = speech && speech.getVoices().find(({ lang }) => /^vi\b/i.test(lang));
    if (!voice || entry.querySelector('.listen')) return;
    const button = make('button', { type: 'button', className: 'listen', textContent: words.listen });
    button.onclick = () => {
      const wasReading = button.textContent !== words.listen;
      stopListening();
      if (wasReading) return;
      button.textContent = words.stopListening;
      // Line by line: some browsers fall silent within a long utterance.
      const lines = Array.from(entry.querySelectorAll('.said p, .said li'), (line) => new SpeechSynthesisUtterance(line.textContent));
      for (const line of lines) speech.speak(Object.assign(line, { voice, lang: voice.lang, rate: 0.9 }));
      lines[lines.length - 1].onend = () => { button.textContent = words.listen; };
    };
    entry.querySelector('.said').after(button);
  }

  const addListeningToAll = () => log.querySelectorAll('.bot').forEach(addListening);
  if (speech && speech.addEventListener) speech.addEventListener('voiceschanged', addListeningToAll);
  addListeningToAll();

  // --- Larger text ---

  const page = document.documentElement;
  try {
    page.dataset.size = localStorage.getItem('size') || '0';
  } catch (error) {
    page.dataset.size = '0';
  }
  find('larger').hidden = false;
  find('larger').onclick = () => {
    page.dataset.size = (Number(page.dataset.size) + 1) % 3;
    fit();
    try { localStorage.setItem('size', page.dataset.size); } catch (error) { /* Not remembered, nothing more. */ }
  };

  log.querySelectorAll('.entry').forEach((entry) => { entry.tabIndex = -1; });
  find('chat').classList.add('ready');
  schedule();
}());
