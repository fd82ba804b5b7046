// Measures every text of the pictures on this page against the shape it stands in, under each font,
// and leaves what it finds in the element with the id "result", as JSON.
//
// A text's shape is the smallest closed one that holds the text's middle; for headings and legends
// that is the picture itself. A text is outside where its box is wider than its shape, or runs into
// the text beside it.
"use strict";

const fonts = ["Liberation Sans", "Noto Sans", "DejaVu Sans", "Liberation Serif"];
// What a hinted glyph may jut out, in points.
const tolerance = 0.75;

function box(element) {
  const found = element.getBoundingClientRect();
  return { left: found.left, right: found.right, top: found.top, bottom: found.bottom };
}

function area(one) {
  return (one.right - one.left) * (one.bottom - one.top);
}

/// The closed shapes of a picture: the outlines of nodes, frames and cells, and its ground.
function shapes(svg) {
  const all = [...svg.querySelectorAll("polygon, path, ellipse, rect")];
  return all
    .filter((shape) => !shape.closest(".edge"))
    .map((shape) => box(shape))
    // Samples of lines and thin columns hold no text.
    .filter((one) => one.bottom - one.top > 9 && one.right - one.left > 9)
    .sort((one, other) => area(one) - area(other));
}

function outside(svg) {
  const found = [];
  const all = shapes(svg);
  const texts = [...svg.querySelectorAll("text")]
    .filter((text) => text.textContent.trim() !== "")
    .map((text) => ({ text: text.textContent, place: box(text) }));
  for (const { text, place } of texts) {
    const middle = (place.left + place.right) / 2;
    const height = (place.top + place.bottom) / 2;
    const shape = all.find(
      (one) =>
        one.left <= middle && middle <= one.right && one.top <= height && height <= one.bottom,
    );
    const over = shape
      ? Math.max(shape.left - place.left, place.right - shape.right)
      : Number.POSITIVE_INFINITY;
    if (over > tolerance) found.push({ text, over: Math.round(over * 10) / 10 });
  }
  for (const [index, one] of texts.entries()) {
    for (const other of texts.slice(index + 1)) {
      const across =
        Math.min(one.place.right, other.place.right) - Math.max(one.place.left, other.place.left);
      const down =
        Math.min(one.place.bottom, other.place.bottom) - Math.max(one.place.top, other.place.top);
      const least = Math.min(
        one.place.bottom - one.place.top, other.place.bottom - other.place.top);
      // Lines of one label stand close; only such as cover each other count.
      if (across > 2 * tolerance && down > least / 2) {
        found.push({ text: one.text, covers: other.text, over: Math.round(across * 10) / 10 });
      }
    }
  }
  return { count: texts.length, found };
}

function check() {
  const result = [];
  const rule = document.createElement("style");
  document.head.append(rule);
  for (const font of fonts) {
    rule.textContent = `svg text { font-family: "${font}" !important }`;
    for (const figure of document.querySelectorAll("figure")) {
      const { count, found } = outside(figure.querySelector("svg"));
      result.push({ file: figure.dataset.file, font, count, found });
    }
  }
  document.getElementById("result").textContent = JSON.stringify(result);
}

addEventListener("load", check);
