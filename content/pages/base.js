// Larger text, remembered where the browser allows it.
(function () {
  'use strict';
  const page = document.documentElement;
  const larger = document.getElementById('larger');
  try { page.dataset.size = localStorage.getItem('size') || '0'; } catch (error) { page.dataset.size = '0'; }
  larger.hidden = false;
  larger.onclick = () => {
    page.dataset.size = (Number(page.dataset.size) + 1) % 3;
    try { localStorage.setItem('size', page.dataset.size); } catch (error) { /* Larger all the same. */ }
  };
}());
