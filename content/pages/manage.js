// What only a keyboard or a mouse makes quicker; everything works without it.
(function () {
  'use strict';
  const all = document.getElementById('pick-all');
  if (all) {
    all.hidden = false;
    all.onclick = () => {
      const boxes = Array.from(document.querySelectorAll('input[name="ca[]"]'));
      const some = boxes.some((box) => !box.checked);
      boxes.forEach((box) => { box.checked = some; });
    };
  }
  const ways = { j: document.getElementById('older'), k: document.getElementById('newer') };
  if (!ways.j && !ways.k) return;
  document.querySelectorAll('.keys').forEach((hint) => { hint.hidden = false; });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const way = ways[event.key.toLowerCase()];
    if (way) way.click();
  });
}());
