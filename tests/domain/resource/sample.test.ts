import { dayBreak } from '#lib/domain/calendar/calendar.ts';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { precisions, type Content } from '#lib/domain/resource/content.ts';
import { isMunicipalityCode } from '#lib/domain/region/municipality.ts';
import { nextOccurrences } from '#lib/domain/schedule/occurrences.ts';
import { methods } from '#lib/domain/resource/verification.ts';
import { vocabularyNames, type Term, type VocabularyName } from '#lib/domain/labels/vocabulary.ts';
import {
	current,
	problems,
	region,
	resources,
	revisions,
	texts
} from '../../support/sample-files.ts';

const folder = new URL('../../../data/vocabulary/', import.meta.url);
const terms = Object.fromEntries(
	vocabularyNames.map((name) => [
		name,
		(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Term[]).map(
			({ code }) => code
		)
	])
) as Record<VocabularyName, string[]>;
const contents = [...current.values()].map(({ content }) => content);
const some = (holds: (content: Content) => unknown) => contents.filter(holds).length;

test('every version of every resource is content that can be stored', () => {
	expect(problems).toEqual([]);
});

test('every resource has a fixed identity of its own', () => {
	for (const { id } of resources) {
		expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
	}
	expect(new Set(resources.map(({ id }) => id)).size).toBe(resources.length);
	expect(current.size).toBe(resources.length);
	expect(current.has(region.region.generalWindow)).toBe(true);
});

test('versions follow each other, and each was checked before it was written', () => {
	for (const { key, versions } of resources) {
		const dates = versions.map(({ on }) => on);
		expect(dates, key).toEqual([...new Set(dates)].sort());
		for (const { on, reason, verified } of versions) {
			expect(verified.on <= on, `${key} ${on}`).toBe(true);
			expect(methods as readonly string[], key).toContain(verified.method);
			expect(['confirmed', 'changed', 'paused', 'closed', 'unreachable']).toContain(
				verified.result
			);
			expect(reason.trim() && verified.role.trim(), key).toBeTruthy();
		}
	}
});

test('resources speak only in terms of the vocabularies, and say each once', () => {
	for (const { key, content } of revisions) {
		const spoken: [VocabularyName, (string | null)[]][] = [
			['category', content.categories],
			['need', content.needs],
			['audience', content.audiences],
			['accessibility', content.accessibility],
			['language', content.languages],
			['ease', Object.keys(content.eases)],
			['fee', [content.fee]],
			['gender', [content.gender]],
			['residency', [content.residency]],
			['intake', [content.intake]]
		];
		for (const [name, codes] of spoken) {
			const said = codes.filter((code) => code !== null);
			expect(new Set(said).size, `${key}: ${name}`).toBe(said.length);
			const unknown = said.filter((code) => !terms[name].includes(code));
			expect(unknown, `${key}: ${name}`).toEqual([]);
		}
	}
});

test('resources lie in the municipalities of the region, whose codes have their check digit', () => {
	const codes = region.municipalities.map(({ code }) => code);
	expect(codes.filter((code) => !isMunicipalityCode(code))).toEqual([]);
	const used = new Set<string>();
	for (const { key, content } of revisions) {
		const { municipality, latitude, longitude } = content.location;
		for (const code of [municipality, ...content.serviceArea]) {
			if (code) expect(codes, key).toContain(code);
		}
		if (municipality) used.add(municipality);
		if (latitude === null || longitude === null) continue;
		expect(latitude > 36.8 && latitude < 36.98, `${key} ${latitude}`).toBe(true);
		expect(longitude > 142.2 && longitude < 142.5, `${key} ${longitude}`).toBe(true);
	}
	expect([...used].sort()).toEqual([...codes].sort());
});

test('nobody real can be reached by what is written', () => {
	for (const { key, content } of revisions) {
		for (const { number } of content.phones) expect(number, key).toMatch(/^000-\d{3}-\d{4}$/);
		expect(content.location.postalCode ?? '000-', key).toMatch(/^000-/);
		expect(content.organization?.corporateNumber ?? null, key).toBeNull();
	}
	for (const { file, text } of texts) {
		const hosts = [...text.matchAll(/(?:https?:\/\/|@)([\w-]+(?:\.[\w-]+)+)/g)];
		expect(hosts.length, file).toBeGreaterThan(0);
		for (const [, host] of hosts) expect(host, file).toMatch(/^([\w-]+\.)*example\.jp$/);
	}
});

test('there are enough resources of every category and every precision', () => {
	expect(resources.length).toBeGreaterThanOrEqual(66);
	const named = new Set(contents.flatMap(({ categories }) => categories));
	// What files say of places of no kind that they name.
	expect(terms.category.filter((code) => !named.has(code))).toEqual(['other']);
	const least = { exact: 40, town: 3, municipality: 3, private: 3, online: 4 };
	for (const precision of precisions) {
		const count = some((content) => content.precision === precision);
		expect(count, precision).toBeGreaterThanOrEqual(least[precision]);
	}
});

test('there are entries with much and entries with little information', () => {
	expect(some(({ firstVisit }) => firstVisit.first)).toBeGreaterThanOrEqual(20);
	expect(some(({ ageOpen }) => ageOpen)).toBeGreaterThan(10);
	expect(some(({ ageMax }) => ageMax)).toBeGreaterThan(5);
	expect(some(({ alert }) => alert?.from && alert.until)).toBeGreaterThanOrEqual(3);
	expect(some(({ staffNote }) => staffNote)).toBeGreaterThanOrEqual(3);
	expect(some(({ description }) => (description?.length ?? 0) > 300)).toBeGreaterThan(0);
	expect(some(({ fee, intake, description }) => !fee && !intake && !description)).toBeGreaterThan(
		0
	);
	for (const code of terms.intake) {
		expect(revisions.filter(({ content }) => content.intake === code).length, code).not.toBe(0);
	}
});

test('some consent to one channel only, and some numbers are not for everyone', () => {
	const channels = contents.map(({ consents }) => consents.map(({ channel }) => channel).join());
	for (const only of ['web', 'paper']) {
		expect(channels.filter((one) => one === only).length, only).toBeGreaterThanOrEqual(2);
	}
	expect(channels).not.toContain('');
	const phones = contents.flatMap((content) => content.phones.map((one) => one.visibility));
	expect(new Set(phones)).toEqual(new Set(['public', 'paper', 'staff']));
	const contacts = contents.flatMap((content) => content.contacts.map((one) => one.visibility));
	expect(new Set(contacts)).toEqual(new Set(['public', 'paper', 'staff']));
});

test('meetings recur in every way that a rule can say', () => {
	const schedules = contents.flatMap((content) => content.schedules);
	const rules = {
		weekly: schedules.filter((one) => one.frequency === 'weekly' && one.interval === 1),
		biweekly: schedules.filter((one) => one.frequency === 'weekly' && one.interval === 2),
		nth: schedules.filter((one) => one.positions.some((position) => position > 0)),
		last: schedules.filter((one) => one.positions.includes(-1)),
		date: schedules.filter((one) => one.monthDays.length > 0),
		yearly: schedules.filter((one) => one.frequency === 'yearly'),
		once: schedules.filter((one) => one.frequency === 'once'),
		words: schedules.filter((one) => one.frequency === null),
		closed: schedules.filter((one) => one.holidays === 'closed'),
		open: schedules.filter((one) => one.holidays === 'open'),
		added: schedules.filter((one) => one.exceptions.some(({ kind }) => kind === 'added'))
	};
	for (const [name, found] of Object.entries(rules)) expect(found.length, name).toBeGreaterThan(0);
});

test('every exception takes away a meeting that there was or adds one that there was not', () => {
	for (const { key, content } of revisions) {
		for (const schedule of content.schedules) {
			for (const { on, kind } of schedule.exceptions) {
				const [next] = nextOccurrences([{ ...schedule, exceptions: [] }], dayBreak(on), 1);
				expect(next?.on === on, `${key} ${on}`).toBe(kind === 'closed');
			}
		}
	}
});

test('every rule with a weekday or a date finds a next meeting', () => {
	const from = '2026-11-22';
	for (const { key, content } of current.values()) {
		for (const schedule of content.schedules) {
			if (schedule.frequency === null || (schedule.endsOn && schedule.endsOn < from)) continue;
			expect(nextOccurrences([schedule], dayBreak(from), 1).length, key).toBe(1);
		}
	}
});
