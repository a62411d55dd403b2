// A button that prints, where there is a script to press it.
(function () {
  'use strict';
  const button = document.getElementById('print');
  button.hidden = false;
  button.onclick = () => print();
}());
