/** Plain text for a terminal of 100 columns: titles, notes and tables whose columns line up, wide characters included. */

const WIDTH = 100;

/** Columns a text takes on a terminal: East Asian wide characters take two. */
export function columnsOf(text) {
  let columns = 0;
  for (const character of text) columns += /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/u.test(character) ? 2 : 1;
  return columns;
}

const pad = (text, width, align) => {
  const blanks = " ".repeat(Math.max(0, width - columnsOf(text)));
  return align === "end" ? blanks + text : text + blanks;
};

/** A section's title. */
export function title(text) {
  console.log(`\n${text}\n${"=".repeat(columnsOf(text))}`);
}

/** A paragraph, wrapped; `hang` begins every line after the first. */
export function note(text, indent = "", hang = indent) {
  let line = indent;
  for (const word of text.split(" ")) {
    if (columnsOf(line) + columnsOf(word) + 1 > WIDTH) {
      console.log(line.trimEnd());
      line = hang;
    }
    line += `${word} `;
  }
  console.log(line.trimEnd());
}

/** A table: `columns` are [header, "start" or "end"]; a row that is a string is a line of its own. */
export function table(caption, columns, rows) {
  const cells = rows.filter((row) => typeof row !== "string");
  const widths = columns.map(([header], index) =>
    Math.max(columnsOf(header), ...cells.map((row) => columnsOf(row[index]))),
  );
  const line = (row) =>
    row
      .map((cell, index) => pad(cell, widths[index], columns[index][1]))
      .join("  ")
      .trimEnd();
  console.log(`\n${caption}`);
  console.log(line(columns.map(([header]) => header)));
  console.log(widths.map((width) => "-".repeat(width)).join("  "));
  for (const row of rows) console.log(typeof row === "string" ? row : line(row));
}

/** An amount with thousands separators, exact. */
export function amount({ amount: text, currency }) {
  const [whole, fraction] = text.split(".");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${fraction ? `.${fraction}` : ""} ${currency}`;
}

/** A share such as "0.2855" as a percentage with two digits. */
export const percent = (share) => (share === null ? "–" : `${(Number(share) * 100).toFixed(2)} %`);
