// Reads the result of texts.js and says what is outside; exit code 1 where anything is.
"use strict";

const result = JSON.parse(require("fs").readFileSync(0, "utf8"));
let bad = 0;
let count = 0;
for (const { file, font, count: texts, found } of result) {
  count += texts;
  for (const one of found) {
    bad += 1;
    const what = one.covers === undefined ? "outside its shape" : `covers "${one.covers}"`;
    console.log(`${file}: ${font}: "${one.text}" ${what}, by ${one.over}`);
  }
}
console.log(`${count} texts measured, ${bad} outside`);
process.exit(bad === 0 ? 0 : 1);
