import { refuse, type Line, type Problems } from './detection.ts';

type Content = { names: string[]; lines: Line[] };

/** null: the text only begins like JSON, as 「[お知らせ]」 does. */
export function readJson(text: string): Content | Problems | null {
	const start = text.trimStart();
	if (!/^[[{]/.test(start)) return null;
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch (error) {
		if (!/^(\[\s*[{\]]|\{\s*["}])/.test(start)) return null;
		const [, line, place] = /line (\d+) column (\d+)/.exec(String(error)) ?? [];
		const where = place === undefined ? '途中' : `この行の${place}文字目`;
		return refuse(`JSONとして読めません。${where}で切れているか、書きかたに誤りがあります。`, {
			line: line === undefined ? null : Number(line)
		});
	}
	const places = listOf(json);
	if (places === null) {
		return refuse('JSONの中に、場所の一覧（オブジェクトの配列）がありません。');
	}
	if (places.length === 0) return refuse('JSONの一覧が空です。');
	const names = new Map<string, number>();
	const lines: Line[] = [];
	for (const [at, place] of places.entries()) {
		if (!isRecord(place)) {
			return refuse(`JSONの一覧の${at + 1}番目が、項目の名前と中身の組になっていません。`, {
				line: at + 1
			});
		}
		const cells: string[] = [];
		for (const [name, value] of Object.entries(place)) {
			const column = names.get(name) ?? names.size;
			names.set(name, column);
			cells[column] = cellOf(value);
		}
		lines.push({ line: at + 1, cells: Array.from(cells, (cell) => cell ?? '') });
	}
	return { names: [...names.keys()], lines };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The array itself, or the only one that an object holds. */
function listOf(json: unknown): unknown[] | null {
	if (Array.isArray(json)) return json as unknown[];
	if (!isRecord(json)) return null;
	if (Array.isArray(json.resources)) return json.resources as unknown[];
	const lists = Object.values(json).filter((value) => Array.isArray(value) && value.some(isRecord));
	return lists.length === 1 ? (lists[0] as unknown[]) : null;
}

function cellOf(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'string') return value.replace(/\r\n?/g, '\n');
	if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
	if (typeof value === 'number') return String(value);
	if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
		return value.join('\n');
	try {
		return JSON.stringify(value);
	} catch {
		return '';
	}
}
