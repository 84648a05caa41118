import { writeFileSync } from 'node:fs';
import { columns } from '#lib/domain/formats/resource-columns.ts';
import { vocabularyNames } from '#lib/domain/labels/vocabulary.ts';

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', '<br>');
const code = (text: string) => (text ? `\`${text.replaceAll('|', '\\|')}\`` : '');

/** `docs/formats/resource-csv.md`, from the table of columns that the program uses. */
export function resourceCsvPage(): string {
	const rows = columns.map(
		({ label, code: name, staff, says, example }) =>
			`| ${label} | \`${name}\` | ${cell(says)}${staff ? ' *Staff.*' : ''} | ${code(example)} |`
	);
	return `# The product's own CSV

Written by \`scripts/formats.ts\` (\`npm run generate\`) from \`src/lib/domain/formats/resource-columns.ts\`; do not edit.

\`npm run directory -- export\` writes it, \`npm run directory -- import\` reads it. What is exported and imported again is unchanged.

- UTF-8 with or without a byte order mark, or Shift_JIS (CP932); commas or tabs; lines that end in any way; a header line, above which titles may stand; empty rows and columns are passed over; at most 100,000 rows, 200 columns, 50 MB.
- A column is known by its Japanese name or by its code. Columns may stand in any order and be left out; an unknown one stops the import. 名前 and one more are needed. Where there is no 資源ID, nearly all columns must be known (one unknown for ten known): a town’s own list with 名前 and 電話 is read as docs/formats/mapping.md says.
- **A column that is not in the file leaves that part of a known resource as it is; an empty cell says that it is not known (未確認).** So a known place keeps its consent in a file without 掲載の同意, and loses it by an empty cell.
- A row is the resource with its 資源ID; else the one with its 出典コード and 出典番号; else the one of the same name and municipality in its region; else it is new.
- Dates are read as 2026-04-01, 2026/4/1, 2026年4月1日, 令和8年4月1日 or R8.4.1; numbers in full width, with 人 or 歳; municipalities by name in any of their letters (髙崎市), with the prefecture where two have the name, or by code of six digits or five. They are written as 2026-04-01, 20 and 群馬県高崎市.
- What cannot be is refused ([why and what](../decisions/024-one-set-of-rules.md)). Rows of which every cell is the same are read once.
- Terms are written by label or code, as in \`data/vocabulary/\` (${vocabularyNames.join(', ')}).
- Lists are separated by \`;\`, the parts of one thing by \`|\`. Before a \`;\`, \`|\` or \`\\\` that belongs to the text stands a \`\\\`; a new line within a list is \`\\n\`.
- A cell that begins with \`= + - @ % |\` (in any width or height, behind blanks and letters that nobody sees too), a tab or a carriage return gets an apostrophe before it on export and loses it on import, so that no spreadsheet takes it for a formula.
- Columns marked *Staff* hold what readers do not see. They are exported only with \`--staff\`.

| column | code | what it holds | example |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

if (import.meta.main) {
	writeFileSync(new URL('../docs/formats/resource-csv.md', import.meta.url), resourceCsvPage());
}
