// The handbook: reading aloud, copying the text to pass on, printing with everything open. Without it all can be read all the same.
(function () {
  'use strict';
  const find = (id) => document.getElementById(id);
  const guide = find('bai');
  const speech = window.speechSynthesis;

  window.addEventListener('beforeprint', () => {
    for (const part of document.querySelectorAll('details:not(.loudspeaker)')) part.open = true;
  });
  if (!guide) return;
  const words = guide.dataset;

  find('print').hidden = false;
  find('print').onclick = () => print();

  if (find('copy') && navigator.clipboard) {
    find('copy').hidden = false;
    find('copy').onclick = () => {
      const lines = Array.from(find('share-text').children, (line) => line.textContent);
      navigator.clipboard.writeText(lines.join('\n')).then(() => { find('copied').textContent = words.copied; });
    };
  }

  // Reading aloud, line by line: some browsers fall silent within a long utterance.
  const button = find('listen');
  let reading = false;
  function offer() {
    button.hidden = !speech.getVoices().some(({ lang }) => /^vi\b/i.test(lang));
  }
  function stop() {
    reading = false;
    speech.cancel();
    button.textContent = words.listen;
  }
  button.onclick = () => {
    if (reading) { stop(); return; }
    speech.cancel();
    reading = true;
    button.textContent = words.stopListening;
    const voice = speech.getVoices().find(({ lang }) => /^vi\b/i.test(lang));
    const parts = guide.querySelectorAll('h1, .introduction p, .introduction li, .facts h3, .facts li, .facts p, .steps h3, .steps div p, .steps div li');
    const lines = Array.from(parts, (part) => new SpeechSynthesisUtterance(part.textContent));
    lines[lines.length - 1].onend = stop;
    for (const line of lines) speech.speak(Object.assign(line, { voice, lang: voice.lang, rate: 0.9 }));
  };
  if (speech) {
    if (speech.addEventListener) speech.addEventListener('voiceschanged', offer);
    window.addEventListener('pagehide', stop);
    offer();
  }
}());
