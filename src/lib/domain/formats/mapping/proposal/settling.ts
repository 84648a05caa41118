import type { Column } from './column.ts';
import type { Target } from '#lib/domain/formats/mapping/targets.ts';

/** Targets that hold one value; several columns of the others are joined. */
const single = new Set<Target>(
	(
		'name number categories capacity ages gender residency fee intake corporate_number postal_code ' +
		'latitude longitude point weekdays opens closes prefecture municipality municipality_code publisher_code'
	).split(' ')
);

/** Where a second column of the same kind may go. */
const second: Partial<Record<Target, Target>> = {
	categories: 'description',
	fee: 'fee_note',
	ages: 'description',
	weekdays: 'hours',
	gender: 'gender_note'
};

const rank = { sure: 0, likely: 1, unsure: 2 } as const;

/** Makes one proposal of those for each column: a file has one name, and must have one. */
export function settle(columns: Column[]): void {
	nameOne(columns);
	timesBesideDays(columns);
	for (const target of single) {
		const [first, ...more] = of(columns, target)
			.filter(({ flag }) => flag === undefined)
			.toSorted((a, b) => rank[a.sureness] - rank[b.sureness]);
		for (const column of more) {
			const to = second[target] ?? null;
			change(
				column,
				to,
				`「${first!.from}」が同じ項目なので、こちらは${to ? '補足にします' : '使いません'}。`
			);
		}
	}
}

const of = (columns: Column[], target: Target) => columns.filter(({ to }) => to === target);

function change(column: Column, to: Target | null, because: string): void {
	Object.assign(column, { to, because, sureness: 'unsure' });
}

/** Of a list of groups the organization is what is listed. */
function nameOne(columns: Column[]): void {
	if (of(columns, 'name').length > 0) return;
	const words = ({ look, values }: Column) => look === null && values.length > 0;
	// 「名称（ふりがな）」 holds both.
	const both = of(columns, 'kana').find(({ from, look }) => isNameAndKana(from) && look !== 'kana');
	const group = of(columns, 'organization')[0];
	const candidate =
		both ??
		group ??
		columns.find((column) => column.to === null && column.sureness === 'unsure' && words(column));
	if (!candidate) return;
	const { sureness } = candidate;
	change(candidate, 'name', '名前の列がほかにないので、これを名前にします。');
	if (candidate === both || candidate === group) candidate.sureness = sureness;
}

const isNameAndKana = (from: string) =>
	/.[（(・/／](?:ふりがな|フリガナ|かな|カナ|よみがな)[)）]?$/u.test(from);

/** 「開催日」 with days and 「開催時間」 with times are one schedule. */
function timesBesideDays(columns: Column[]): void {
	const times = of(columns, 'hours').filter(({ look }) => look === 'times');
	const days = columns.filter(
		({ to, look }) =>
			(to === 'hours' || to === 'weekdays') && (look === 'schedule' || look === 'weekdays')
	);
	if (times.length !== 1 || days.length !== 1 || of(columns, 'opens').length > 0) return;
	times[0]!.to = 'opens';
	days[0]!.to = 'weekdays';
}
