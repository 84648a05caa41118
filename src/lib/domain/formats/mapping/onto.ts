import { at, put } from '#lib/domain/formats/column.ts';
import type { Reading } from '#lib/domain/formats/format.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import { contradictions } from '#lib/domain/resource/rules.ts';
import { parseContent } from '#lib/domain/resource/parsing.ts';
import type { Mapping } from './mapping.ts';
import { ownColumn, termTargets, type Target } from './targets.ts';

/** Parts of a content that a compound target becomes. */
const parts: Record<Target, string[]> = {
	hours: ['schedules', 'hoursNote'],
	weekdays: ['schedules', 'hoursNote'],
	opens: ['schedules', 'hoursNote'],
	closes: ['schedules', 'hoursNote'],
	starts_on: ['schedules', 'hoursNote'],
	ends_on: ['schedules', 'hoursNote'],
	hours_note: ['schedules', 'hoursNote'],
	phone: ['phones'],
	fax: ['phones'],
	phone_label: ['phones'],
	extension: ['phones'],
	mail: ['contacts'],
	form: ['contacts'],
	url: ['links', 'contacts'],
	point: ['location.latitude', 'location.longitude'],
	address: ['location'],
	ages: ['ageMin', 'ageMax', 'description'],
	prefecture: ['location.municipality'],
	municipality_code: ['location.municipality'],
	publisher_code: ['location.municipality']
};

const pathsOf = (target: Target): string[] => {
	const otherwise = termTargets[target]?.otherwise;
	const own = [target, otherwise].flatMap((code) => (code && ownColumn(code)?.path) ?? []);
	return [...(parts[target] ?? []), ...own];
};

/** What the file has a column for replaces what was known, where the row says something; the rest stays. */
export function readOnto(mapping: Mapping, reading: Reading, before: Content): Reading {
	const { content } = reading;
	if (!content) return reading;
	const merged = structuredClone(before) as Record<string, unknown>;
	const given = new Set(mapping.columns.flatMap(({ to }) => (to ? pathsOf(to) : [])));
	for (const path of given) {
		const value = at(content, path);
		if (path === 'location') {
			put(merged, path, location(before.location, content.location));
		} else if (path === 'phones') {
			merged[path] = ways(before.phones, content.phones);
		} else if (path === 'contacts') {
			merged[path] = ways(before.contacts, content.contacts);
		} else if (path.startsWith('organization')) {
			if (content.organization) merged['organization'] = organization(before, content);
		} else if (!isSilent(value)) put(merged, path, value);
	}
	const lines = (note: string | null) => note?.split('\n') ?? [];
	const known = lines(before.staffNote);
	const notes = lines(content.staffNote).filter((line) => !known.includes(line));
	merged['staffNote'] = [...known, ...notes].join('\n').slice(0, 2000) || null;
	return { ...reading, content: possible(merged, before) };
}

/** What the row would make impossible stays as it was; what was wrong before is not the row's fault. */
function possible(merged: Record<string, unknown>, before: Content): Content {
	const wrong = new Set(contradictions(before).map(({ message }) => message));
	for (;;) {
		const parsed = parseContent(merged);
		if ('value' in parsed) return parsed.value;
		const issues = parsed.issues.filter(({ message }) => !wrong.has(message));
		const fields = new Set(issues.map(({ path }) => path.split('.')[0] as keyof Content));
		const other = [...fields].filter((field) => merged[field] !== before[field]);
		if (other.length === 0) return merged as Content;
		for (const field of other) merged[field] = before[field];
	}
}

/** An address that is another one makes a town or a building of the old one wrong. */
function location(before: Content['location'], now: Content['location']): Content['location'] {
	const said = Object.entries(now).filter(([, value]) => value !== null);
	const isMoved = now.street !== null && now.street !== before.street;
	const kept = isMoved ? { ...before, town: null, building: null } : before;
	return { ...kept, ...Object.fromEntries(said) };
}

/** What staff keep to themselves, or added under a name, stays beside what the file says. */
function ways<T extends { visibility: string; label: string | null }>(before: T[], now: T[]): T[] {
	if (now.length === 0) return before;
	const key = (one: T) => JSON.stringify({ ...one, visibility: null, label: null });
	const said = new Set(now.map(key));
	return [
		...now.map((one) => before.find((other) => key(other) === key(one)) ?? one),
		...before.filter((one) => one.visibility !== 'public' && !said.has(key(one)))
	];
}

function organization(before: Content, { organization: now }: Content) {
	const said = Object.entries(now!).filter(([, value]) => value !== null);
	return { ...before.organization, ...Object.fromEntries(said) };
}

const isSilent = (value: unknown) =>
	value === null || value === undefined || (Array.isArray(value) && value.length === 0);
