import type { Span } from './clock.ts';
import { Unread } from './cursor.ts';
import type { Clause } from './clauses.ts';
import type { Unit } from './tokens.ts';

type UnitsClause = Clause & { kind: 'units' };

/** Days that share their times. */
export type Group = {
	units: Unit[];
	/** null: in every month. */
	months: number[] | null;
	/** 「8月は」: in these months instead of what was said before. */
	isInstead: boolean;
	/** The group whose days or months these are. */
	instead: Group | null;
	times: Span[];
	pauses: Span[];
	closed: UnitsClause[];
};

export type Line = {
	groups: Group[];
	/** Said of all groups. */
	closed: UnitsClause[];
	open: UnitsClause[];
	counts: (Clause & { kind: 'count' })[];
	between: (Unit & { kind: 'between' }) | null;
};

const group = (months: number[] | null = null, isInstead = false): Group => ({
	...{ units: [], months, isInstead, instead: null },
	...{ times: [], pauses: [], closed: [] }
});

/** Which times go with which days. Throws what it cannot tell. */
export function groupsOf(clauses: readonly Clause[]): Line {
	const line: Line = { groups: [], closed: [], open: [], counts: [], between: null };
	const state: State = { depth: 0, isApart: true, months: null, current: null, aside: null };
	clauses.forEach((clause, at) => {
		if (clause.kind === 'break') {
			state.isApart = true;
			if (clause.mark === 'opening') state.depth++;
			if (clause.mark === 'closing') comeBack(state);
		} else if (clause.kind === 'count') line.counts.push(clause);
		else if (clause.kind === 'clock') addClock(line, clause, state);
		else if (clause.role === 'open' && !isAllThereIs(line, clause)) line.open.push(clause);
		else if (clause.role === 'closed') addClosed(line, clause, state);
		else addUnits(line, clause, state, clauses[at + 1]);
		if (clause.kind !== 'break') state.isApart = clause.kind !== 'units';
	});
	finishMonths(line, state.months);
	return line;
}

type PendingMonths = { months: number[]; isTopic: boolean; text: string };
type State = {
	/** Of brackets. */
	depth: number;
	isApart: boolean;
	months: PendingMonths | null;
	/** The group that times belong to. */
	current: Group | null;
	/** The one before an exception in brackets: 「第4土曜（12月は第3）14時」. */
	aside: Group | null;
};

function comeBack(state: State): void {
	state.depth--;
	if (state.aside) Object.assign(state, { current: state.aside, aside: null });
}

/** 「土日も開いています」, of which no other days are named. */
const isAllThereIs = ({ groups }: Line, { units }: UnitsClause) =>
	groups.every((one) => one.units.length === 0) && units.some(({ kind }) => kind === 'weekly');

function begin(line: Line, state: State, added: Group): Group {
	line.groups.push(added);
	state.current = added;
	return added;
}

function addClock(line: Line, { span, isPause }: Clause & { kind: 'clock' }, state: State): void {
	if (state.months) openVariant(line, state);
	const current = state.current ?? begin(line, state, group());
	if (isPause) current.pauses.push(span);
	else current.times.push(span);
}

/** In brackets it is said of the days before them, unless they are the last ones. */
function addClosed(line: Line, clause: UnitsClause, state: State): void {
	if (state.months) throw new Unread(state.months.text + clause.text);
	const { current } = state;
	if (state.depth > 0 && current) current.closed.push(clause);
	else line.closed.push(clause);
}

function addUnits(line: Line, clause: UnitsClause, state: State, next: Clause | undefined): void {
	const { units, text } = clause;
	const [first] = units;
	if (units.some(({ kind }) => kind === 'between')) {
		if (units.length > 1 || line.between) throw new Unread(text);
		line.between = first as Line['between'];
		return;
	}
	if (units.some(({ kind }) => kind === 'months')) return addMonths(line, clause, state, next);
	if (units.length === 1 && first?.kind === 'nth' && first.days.length === 0) {
		return addPositions(line, clause, state);
	}
	if (units.some((unit) => unit.kind === 'nth' && unit.days.length === 0)) throw new Unread(text);
	if (units.some((unit) => unit.kind === 'span' && !unit.isYearly)) throw new Unread(text);
	if (state.months?.isTopic) refuseOneDate(line, clause);
	if (state.months) openVariant(line, state);
	const { current } = state;
	const usual = current?.instead ?? current;
	if (clause.isTopic && usual && takesOver(usual, units)) {
		if (state.depth > 0) state.aside ??= usual;
		begin(line, state, { ...group(usual.months), units: [...units], instead: usual });
		return;
	}
	if (!current || (current.times.length > 0 && current.units.length > 0)) {
		begin(line, state, { ...group(), units: [...units] });
	} else if (current.units.length === 0) current.units = [...units];
	else if (state.depth > 0 || !state.isApart) repeat(current, clause);
	else if (line.groups.some(({ instead }) => instead === current)) {
		// 「第2土曜（12月は第1）・第4土曜」: is the fourth another one then too?
		throw new Unread(text);
	} else current.units.push(...units);
}

/** 「第3土曜（12月は19日）」 is of this year alone. */
function refuseOneDate({ groups }: Line, { units, text }: UnitsClause): void {
	const isMonthDay = ({ kind }: Unit) => kind === 'monthDays';
	if (!units.some(isMonthDay)) return;
	const known = groups.flatMap((one) => one.units);
	if (!known.every(isMonthDay)) throw new Unread(text);
}

/** 「月〜金 10時〜16時（水曜は13時から）」: these days leave the group that had them. */
function takesOver(current: Group, units: readonly Unit[]): boolean {
	const [known, ...more] = current.units;
	const days = units.flatMap((unit) => (unit.kind === 'weekly' ? unit.days : []));
	if (known?.kind !== 'weekly' || more.length > 0 || current.times.length === 0) return false;
	const isAmong = units.every(
		(unit) => unit.kind === 'weekly' && unit.interval === 1 && unit.holidays === null
	);
	const isPart = days.every((day) => known.days.includes(day)) && days.length < known.days.length;
	if (!isAmong || !isPart || known.interval > 1) return false;
	const left = known.days.filter((day) => !days.includes(day));
	current.units = [{ ...known, days: left, isBare: false }];
	units.forEach(
		(unit) => unit.kind === 'weekly' && Object.assign(unit, { holidays: known.holidays })
	);
	return true;
}

/** 「5の日（5日・15日・25日）」「平日（月〜金）」 say the same twice; anything else in brackets is unclear. */
function repeat({ units: known }: Group, { units, text }: UnitsClause): void {
	const [before, again] = [known, units].map((some) => some.flatMap(daysOf).sort().join());
	if (before !== again) throw new Unread(text);
	// 「月〜金（平日のみ）」
	const word = units.find((unit) => unit.kind === 'weekly' && unit.holidays !== null);
	if (word) known.splice(0, known.length, word);
}

const daysOf = (unit: Unit): (string | number)[] => {
	if (unit.kind === 'monthDays') return unit.dates;
	return unit.kind === 'weekly' && unit.interval === 1 ? unit.days : [NaN, unit.kind];
};

function addMonths(line: Line, clause: UnitsClause, state: State, next: Clause | undefined): void {
	const { units, isTopic, text } = clause;
	const months = units.flatMap((unit) => (unit.kind === 'months' ? unit.months : [NaN]));
	const isOdd = months.some(Number.isNaN) || new Set(months).size !== months.length;
	if (isOdd || state.months) throw new Unread(text);
	const { current } = state;
	const isBehind = next?.kind === 'break' && next.mark === 'closing' && state.depth > 0;
	if (isBehind && current && !isTopic) {
		if (current.months) throw new Unread(text);
		current.months = months;
	} else state.months = { months, isTopic, text };
}

/** What follows is about those months: 「4〜9月は10時〜17時」「8月は第1のみ」. */
function openVariant(line: Line, state: State): Group {
	const { months, isTopic } = state.months!;
	const isInstead = isTopic && line.groups.some(({ units }) => units.length > 0);
	if (state.depth > 0) state.aside ??= state.current;
	state.months = null;
	const instead = isInstead ? (state.aside ?? line.groups.at(-1)!) : null;
	return begin(line, state, { ...group(months, isInstead), instead });
}

/** Months behind all else are said of all of it. */
function finishMonths({ groups }: Line, pending: PendingMonths | null): void {
	if (!pending) return;
	const [only, ...more] = groups;
	if (pending.isTopic || !only || more.length > 0 || only.months) throw new Unread(pending.text);
	only.months = pending.months;
}

/** 「土曜（第2・4）」「8月は第1のみ」: the weekday stands elsewhere. */
function addPositions(line: Line, clause: UnitsClause, state: State): void {
	const { positions } = clause.units[0] as Unit & { kind: 'nth' };
	const known = state.current;
	const days = known ? daysIn(known.units) : null;
	if (!known || !days) throw new Unread(clause.text);
	const units: Unit[] = [{ kind: 'nth', positions, days }];
	if (state.months) {
		openVariant(line, state).units = units;
	} else if (mayTakePositions(known.units)) known.units = units;
	else throw new Unread(clause.text);
}

/** 「毎週土曜（第2・4）」 and 「隔週土曜（第1・3）」 contradict themselves. */
const mayTakePositions = ([unit, ...more]: readonly Unit[]) =>
	unit?.kind === 'weekly' && unit.interval === 1 && !unit.isEvery && more.length === 0;

/** The weekdays that all units of a group agree on. */
function daysIn(units: readonly Unit[]) {
	const lists = units.map((unit) =>
		unit.kind === 'nth' || unit.kind === 'weekly' ? unit.days : null
	);
	const [first] = lists;
	return first && lists.every((days) => days?.join() === first.join()) ? first : null;
}
