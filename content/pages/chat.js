// The citizen's chat page. Without this script the page works by plain forms; with it, answers come without a reload.
// All wording comes from the page's data attributes; text reaches the page through textContent only.
(function () {
  'use strict';
  if (!window.fetch || !window.AbortController) return;

  const SECOND = 1000;
  const MINUTE = 60 * SECOND;
  const BUSY_WAITS = [0, SECOND, 3 * SECOND, 6 * SECOND];

  const find = (id) => document.getElementById(id);
  const report = (text) => { find('status').textContent = text; };
  const words = find('chat').dataset;
  const page = document.documentElement;
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
  let timer = 0;

  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  function withLinks(line) {
    return line.split(/(https:\/\/[^\s<>"'“”]*[^\s<>"'“”.,;:!?)\]}…])/).map((part, index) => (
      index % 2 ? make('a', { href: part, target: '_blank', rel: 'noopener noreferrer', textContent: part }) : part
    ));
  }

  function blocks(text) {
    const said = make('div', { className: 'said' });
    for (const line of text.split('\n').map((each) => each.trim()).filter(Boolean)) {
      const isItem = line.startsWith('- ');
      if (isItem && !(said.lastChild && said.lastChild.nodeName === 'UL')) said.append(make('ul'));
      if (isItem) said.lastChild.append(make('li', {}, ...withLinks(line.slice(2))));
      else said.append(make('p', {}, ...withLinks(line)));
    }
    // A first line that stands alone and is no sentence names what follows.
    if (/^[^\n]*[^\n.?!:…]\n\n/.test(text)) said.firstChild.className = 'title';
    return said;
  }

  function addEntry(kind, text) {
    const who = make('p', { className: 'who', textContent: words[kind] });
    const entry = make('article', { className: 'entry ' + (kind === 'you' ? 'person' : 'bot'), tabIndex: -1 }, who, blocks(text));
    log.append(entry);
    return entry;
  }

  function addChoices(entry, choices) {
    const buttons = choices.map(({ label, value }) => make('button', { name: 'value', value, textContent: label }));
    const form = make('form', { className: 'choices', method: 'post', action: '/' }, ...buttons);
    form.setAttribute('aria-label', words.choicesLabel);
    if (buttons.length) entry.append(form);
  }

  // Choices of an answered message would be stale: they stay as words, no longer as buttons.
  function retireChoices() {
    for (const form of log.querySelectorAll('.choices')) {
      const labels = Array.from(form.children, (button) => make('span', { textContent: button.textContent }));
      form.replaceWith(make('p', { className: 'past' }, ...labels));
    }
  }

  function show(replies, wasAsked) {
    const wasAtEnd = innerHeight + scrollY > page.scrollHeight - 160;
    const entries = replies.filter(({ number }) => number > last).map((reply) => {
      retireChoices();
      const entry = addEntry('bot', reply.text);
      addChoices(entry, reply.choices || []);
      addListening(entry);
      last = reply.number;
      return entry;
    });
    if (!entries.length) return;
    lastActivity = Date.now();
    newAnswer.hidden = wasAsked || (wasAtEnd && !box.value);
    if (newAnswer.hidden) entries[0].scrollIntoView({ behavior, block: 'start' });
    newAnswer.onclick = () => { newAnswer.hidden = true; entries[0].focus(); };
    // A pressed choice is gone and the focus with it: the answer takes it, so that the keyboard goes on from there.
    if (wasAsked && document.activeElement === document.body) entries[0].focus({ preventScroll: true });
  }

  async function request(address, options) {
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 20 * SECOND);
    try {
      const response = await fetch(address, { credentials: 'same-origin', cache: 'no-store', signal: abort.signal, ...options });
      return { status: response.status, body: response.ok ? await response.json() : null };
    } catch (error) {
      return { status: 0, body: null };
    }
  }

  async function deliver(message, entry) {
    let answer;
    busy = true;
    clearTimeout(timer);
    report(words.sending);
    for (const wait of BUSY_WAITS) {
      await new Promise((resume) => setTimeout(resume, wait));
      const body = JSON.stringify({ after: last, ...message });
      answer = await request('/chat', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      if (answer.status !== 503) break;
    }
    busy = false;
    report(answer.status === 413 ? words.tooLong : '');
    if (answer.body) show(answer.body.replies, true);
    else if (answer.status !== 413) offerRetry(message, entry, answer.status === 429 ? words.tooFast : words.failed);
    else takeBack(message, entry);
    schedule();
  }

  function offerRetry(message, entry, why) {
    const retry = make('button', { type: 'button', textContent: words.retry });
    const failure = make('div', { className: 'failure' }, make('p', { textContent: why }), retry);
    retry.onclick = () => { if (!busy) { failure.remove(); deliver(message, entry); } };
    entry.append(failure);
    failure.scrollIntoView({ behavior, block: 'nearest' });
  }

  function send(content, label) {
    begun = true;
    lastActivity = Date.now();
    stopListening();
    retireChoices();
    const entry = addEntry('you', label);
    entry.scrollIntoView({ behavior, block: 'nearest' });
    deliver({ id: newID(), ...content }, entry);
  }

  function newID() {
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
    if (busy) return;
    // On a touch screen the keyboard would hide the answer.
    if (byTouch && text) box.blur(); else box.focus();
    if (!text) return;
    box.value = '';
    fit();
    send({ text }, text);
  });

  box.addEventListener('keydown', (event) => {
    // While an input method composes a Vietnamese word, Enter belongs to the input method.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    find('send').click();
  });

  function takeBack(message, entry) {
    entry.remove();
    box.value = message.text;
    fit();
  }

  function fit() {
    box.style.height = '';
    if (box.value) box.style.height = box.scrollHeight + box.offsetHeight - box.clientHeight + 'px';
  }
  box.addEventListener('input', fit);

  // Later replies (a team member's words) and the end
  function schedule() {
    clearTimeout(timer);
    if (!begun || busy || document.hidden) return;
    const idle = Date.now() - lastActivity;
    if (idle >= 30 * MINUTE) end();
    else timer = setTimeout(poll, (idle < 2 * MINUTE ? 4 : 15) * SECOND);
  }

  async function poll() {
    const answer = await request('/chat?after=' + last);
    if (answer.body && begun && !busy) show(answer.body.replies, false);
    schedule();
  }

  function end() {
    begun = false;
    stopListening();
    log.textContent = '';
    for (const id of ['composer', 'end', 'ended']) find(id).hidden = id !== 'ended';
  }

  document.addEventListener('visibilitychange', schedule);
  window.addEventListener('offline', () => report(words.offline));
  window.addEventListener('online', () => report(''));
  window.addEventListener('pageshow', (event) => event.persisted && location.reload());

  // Reading aloud
  function stopListening() {
    if (speech) speech.cancel();
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
      lines[lines.length - 1].onend = () => { button.textContent = words.listen; };
      for (const line of lines) speech.speak(Object.assign(line, { voice, lang: voice.lang, rate: 0.9 }));
    };
    entry.querySelector('.who').after(button);
  }

  const addListeningToAll = () => log.querySelectorAll('.bot').forEach(addListening);
  if (speech && speech.addEventListener) speech.addEventListener('voiceschanged', addListeningToAll);
  addListeningToAll();

  schedule();
}());
