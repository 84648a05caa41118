/**
 * Codes that are no more, and what their area belongs to now. 浜松市 has had three wards instead of
 * seven since 2024-01-01; its 北区 was divided between two of them, so only the city is certain.
 */
const successors: Record<string, string> = {
	'221317': '221384', // 中区
	'221325': '221384', // 東区
	'221333': '221384', // 西区
	'221341': '221384', // 南区
	'221350': '221309', // 北区
	'221368': '221392', // 浜北区
	'221376': '221406' // 天竜区
};

export const successorOf = (code: string): string => successors[code] ?? code;

type Named = { name: string; prefecture: { code: string } };

/** Whether two may be the same place: one municipality, or a city (政令指定都市) and its ward. */
export function agree(one: Named, other: Named): boolean {
	if (one.prefecture.code !== other.prefecture.code) return false;
	const [whole, part] = [one.name, other.name].sort((a, b) => a.length - b.length) as [
		string,
		string
	];
	return whole === part || (whole.endsWith('市') && part.startsWith(whole) && part.endsWith('区'));
}
