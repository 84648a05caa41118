import type { Span } from './clock.ts';
import { Unread } from './cursor.ts';
import type { Group, Line } from './groups.ts';
import type { Unit } from './tokens.ts';

/** Gives each group its own days, months and times, where they were said once for several. */
export function settle(line: Line): Group[] {
	const { groups } = line;
	groups.forEach((group, at) => {
		if (group.months === null || at === 0) return;
		const before = groups[at - 1]!;
		if (group.units.length === 0) group.units = [...before.units];
		else if (group.times.length === 0 && group.isInstead) group.times = [...before.times];
	});
	for (const group of groups) {
		if (!group.isInstead) continue;
		for (const other of groups) {
			if (other.isInstead) continue;
			const months = other.months ?? Array.from({ length: 12 }, (_, at) => at + 1);
			other.months = months.filter((month) => !group.months!.includes(month));
		}
	}
	for (const group of groups) {
		if (group.instead) complete(group, group.instead);
	}
	const said = withoutHeading(groups).filter(({ months }) => months?.length !== 0);
	if (said.length === 0) throw new Unread('');
	const timed = said.filter(({ times }) => times.length > 0);
	if (timed.length > 0 && timed.length < said.length) throw new Unread('時刻');
	const begins = said.flatMap(({ times }) => times.map(({ from }) => from !== null));
	if (said.length > 1 && begins.includes(true) && begins.includes(false)) throw new Unread('まで');
	for (const group of said) group.times = sessions(group);
	return said;
}

/** 「10時〜16時（水曜は13時から、12月は15時まで）」: what is not said is as on all other days. */
function complete(group: Group, { times: [usual, ...more], pauses }: Group): void {
	const [own, ...others] = group.times;
	if (!usual || !own || (own.from !== null && own.to !== null)) return;
	if (usual.from === null || usual.to === null) return;
	const { from, to } = { from: own.from ?? usual.from, to: own.to ?? usual.to };
	const isOne = more.length + others.length + pauses.length === 0;
	if (!isOne || from >= to) throw new Unread('時刻');
	group.times = [{ from, to }];
}

/** 「毎日 4〜9月 9時〜17時、10〜3月 9時〜16時」: the days are those of the seasons. */
function withoutHeading(groups: Group[]): Group[] {
	const [first, second] = groups;
	const isHeading =
		first && second && first.times.length === 0 && first.months === null && second.months !== null;
	return isHeading && second.times.length > 0 && !second.isInstead ? groups.slice(1) : groups;
}

/** In order, each pause cut out; two at once cannot be. */
function sessions({ times, pauses }: Group): Span[] {
	const cut = pauses.reduce((spans, pause) => {
		const { from, to } = pause;
		const at = spans.findIndex((one) => from && to && one.from! < from && to < one.to!);
		const whole = spans[at];
		if (!whole || !from || !to) throw new Unread('休憩');
		const parts = [
			{ from: whole.from, to: from },
			{ from: to, to: whole.to }
		];
		return spans.toSpliced(at, 1, ...parts);
	}, times);
	const clear = cut.filter(({ from, to }) => from !== null || to !== null);
	// 「午後 13時〜15時」 says its half of the day twice.
	const found = clear.length > 0 ? clear : cut.slice(0, 1);
	const sorted = found.toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
	const isOver = sorted.some((span, at) => {
		const next = sorted[at + 1];
		return (
			next &&
			(next.from === null ||
				next.from < (span.to ?? span.from ?? '24:00') ||
				next.from === span.from)
		);
	});
	if (isOver) throw new Unread('時刻');
	return sorted;
}

/** 「月1回」 is only as good as the days that are named with it. */
export function checkCounts({ counts }: Line, groups: readonly Group[]): void {
	for (const { per, times, text } of counts) {
		const units = groups.flatMap((group) => group.units);
		const sum = units.reduce((total, unit) => total + countOf(unit, per), 0);
		if (sum !== times) throw new Unread(text);
	}
}

function countOf(unit: Unit, per: 'week' | 'month'): number {
	if (per === 'week') return unit.kind === 'weekly' && unit.interval === 1 ? unit.days.length : NaN;
	if (unit.kind === 'nth') return unit.positions.length * unit.days.length;
	return unit.kind === 'monthDays' ? unit.dates.length : NaN;
}
