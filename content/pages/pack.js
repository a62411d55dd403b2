// The search of the file with all guides: words without diacritics, no network. Without it the guides open and close all the same.
(function () {
  'use strict';
  const fold = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase();
  const words = (text) => fold(text).split(/[^a-z0-9]+/).filter(Boolean);
  const find = (id) => document.getElementById(id);
  const found = find('found');
  const box = find('tim');
  const guides = Array.from(document.querySelectorAll('details.guide'), (element) => {
    const title = element.querySelector('summary').textContent;
    return { id: element.id, title, inTitle: words(title), inText: new Set(words(element.textContent)) };
  });
  const common = (word) => guides.filter(({ inText }) => inText.has(word)).length;

  function open() {
    const target = location.hash && find(location.hash.slice(1));
    if (!target || !target.matches('details.guide')) return;
    target.open = true;
    target.scrollIntoView();
  }

  function search() {
    const asked = words(box.value);
    const weights = new Map(asked.map((word) => [word, Math.log((guides.length + 1) / (common(word) + 0.5))]));
    const ranked = guides.map((guide) => {
      const score = [...weights].reduce((sum, [word, weight]) => (
        sum + (guide.inTitle.includes(word) ? 4 * weight : guide.inText.has(word) ? weight : 0)
      ), 0);
      return { ...guide, score };
    }).filter(({ score }) => score > 0).sort((one, other) => other.score - one.score).slice(0, 6);
    found.hidden = !asked.length;
    find('contents').hidden = Boolean(asked.length);
    found.firstChild.textContent = ranked.length ? found.dataset.found : found.dataset.nothing;
    found.lastChild.replaceChildren(...ranked.map(({ id, title }) => {
      const item = document.createElement('li');
      item.append(Object.assign(document.createElement('a'), { href: '#' + id, textContent: title }));
      return item;
    }));
    // On a phone the answers would stand below the keyboard.
    if (asked.length) find('search').scrollIntoView();
  }

  find('search').hidden = false;
  find('search').addEventListener('submit', (event) => event.preventDefault());
  box.addEventListener('input', search);
  window.addEventListener('hashchange', open);
  document.addEventListener('click', (event) => { if (event.target.matches('a[href="' + location.hash + '"]')) open(); });
  window.addEventListener('beforeprint', () => {
    for (const part of document.querySelectorAll('details')) part.open = true;
  });
  open();
}());
