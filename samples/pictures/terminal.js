// SPDX-License-Identifier: MIT
// What a terminal shows, as a picture: its output on standard input, SVG on
// standard output. Each word has its place, and the dots of braille are
// drawn, so that the picture is the same whatever fonts there are.
//
//   node terminal.js COMMAND
"use strict";

const CELL = { width: 7.83, height: 18 };
const MARGIN = 16;
const COLORS = { 31: "#ff8272", 32: "#8fd17f", 33: "#f2c55c" };
const INK = "#d7dde2", FAINT = "#8896a3", GROUND = "#14191d";

const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

// Letters with their place and look.
function* letters(text) {
  let row = 0, column = 0;
  let look = { color: INK, bold: false };
  for (const [piece, codes] of
    text.matchAll(/\x1b\[([0-9;]*)m|[^]/gu)) {
    if (codes !== undefined) {
      for (const code of (codes || "0").split(";")) {
        if (code === "0") look = { color: INK, bold: false };
        else if (code === "1") look = { ...look, bold: true };
        else if (code === "2") look = { ...look, color: FAINT };
        else if (COLORS[code]) look = { ...look, color: COLORS[code] };
      }
    } else if (piece === "\n") {
      row++;
      column = 0;
    } else if (piece !== "\r") {
      yield { letter: piece, row, column, ...look };
      column++;
    }
  }
}

const short = (value) => +value.toFixed(1);
const x = (column) => short(MARGIN + column * CELL.width);
const y = (row) => MARGIN + row * CELL.height;

function dots({ letter, row, column }) {
  const bits = letter.codePointAt(0) - 0x2800;
  const places = [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2], [0, 3],
    [1, 3]];
  return places.filter((_, bit) => bits >> bit & 1).map(([across, down]) =>
    `M${short(x(column) + 1 + across * 4)} ${short(y(row) + 1.5 + down * 4.4)}` +
    "h2v2h-2z")
    .join("");
}

function picture(text, command) {
  const parts = [];
  let faint = "", run = null, rows = 0, columns = 0;
  const flush = () => {
    if (run) {
      parts.push(`<text x="${x(run.column)}" y="${y(run.row) + 13}" ` +
        `fill="${run.color}"${run.bold ? ' font-weight="bold"' : ""}>` +
        `${escape(run.letters)}</text>`);
    }
    run = null;
  };
  for (const one of letters(`$ ${command}\n${text}`)) {
    rows = one.row + 1;
    columns = Math.max(columns, one.column + 1);
    if (/[\u2800-\u28ff]/.test(one.letter)) {
      faint += dots(one);
    } else if (one.letter !== " ") {
      const goesOn = run && run.row === one.row &&
        run.column + run.letters.length === one.column &&
        run.color === one.color && run.bold === one.bold;
      if (!goesOn) {
        flush();
        run = { ...one, letters: "" };
      }
      run.letters += one.letter;
    }
  }
  flush();
  const width = Math.ceil(2 * MARGIN + columns * CELL.width);
  const height = 2 * MARGIN + rows * CELL.height;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ` +
    `${height}" width="${width}" height="${height}" font-size="13" ` +
    "font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\">\n" +
    `<rect width="${width}" height="${height}" rx="8" fill="${GROUND}"/>\n` +
    `<path fill="${FAINT}" d="${faint}"/>\n${parts.join("\n")}\n</svg>\n`;
}

process.stdout.write(
  picture(require("fs").readFileSync(0, "utf8").trimEnd(), process.argv[2]));
