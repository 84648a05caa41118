import { describe, expect, it } from 'vitest';
import { facets, filterAddress, parseFilter } from '#lib/domain/search/filter.ts';
import { linksOf } from '#lib/domain/listing/links.ts';
import { regionSearch, wordsBehindHash } from '#lib/domain/reader/offline/region-search.ts';
import type { RegionFile } from '#lib/domain/reader/offline/region-file.ts';
import * as listings from '#lib/server/listings/listings.ts';
import * as regionFiles from '#lib/server/listings/region-files.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { golden } from '../../domain/search/golden.ts';
import { first } from '../../domain/search/sentence/first.ts';
import { second } from '../../domain/search/sentence/second.ts';
import { copy, sample } from '../../support/seeds.ts';
import { content, now, world } from '../../support/world.ts';

const db = copy(sample);
const sakura = regions.find(db, 'sakura')!;

/** As it comes to a browser. */
const sent = (database: typeof db, region: typeof sakura) =>
	JSON.parse(JSON.stringify(regionFiles.file(database, region, now))) as RegionFile;
const search = regionSearch(sent(db, sakura));
/** Whom somebody may reach is no part of the list. */
const device = {
	...search,
	answer(address: string) {
		const { listing, links } = search.answer(address);
		return { listing, links };
	}
};

function onTheServer(query: string) {
	const filter = { ...parseFilter(new URLSearchParams(query)), year: null };
	const listing = listings.region(db, sakura, filter, now);
	return wordsBehindHash(listing, linksOf(listing));
}

const conditions = [
	'',
	'category=ibasho',
	'municipality=990019&ease=no-booking',
	'category=work&audience=family&sort=checked',
	'ease=no-booking&ease=anonymous&need=feel-safe',
	'online=yes&sort=municipality',
	'page=2',
	'page=99&literal=yes',
	'region=sakura&day=sa&fee=free',
	'view=map&bbox=142.2,36.8,142.4,36.9'
];

describe('A region on the device', () => {
	it.each(conditions)('answers the written queries like the server, with %j', (condition) => {
		const different = golden
			.map(({ query }) => `${new URLSearchParams({ q: query })}&${condition}`)
			.filter((query) => {
				const [here, there] = [device.answer(`?${query}`), onTheServer(query)];
				return JSON.stringify(sorted(here)) !== JSON.stringify(sorted(there));
			});
		expect(different.map((query) => decodeURIComponent(query))).toEqual([]);
	});

	it('understands sentences like the server', () => {
		const different = [...first, ...second].filter(({ query }) => {
			const address = `?${new URLSearchParams({ q: query })}`;
			return (
				JSON.stringify(sorted(device.answer(address))) !==
				JSON.stringify(sorted(onTheServer(address)))
			);
		});
		expect(different.map(({ query }) => query)).toEqual([]);
	});

	it('says the same of beginnings, slips and nothing at all', () => {
		const typed = ['', ' ', 'い', 'いば', 'いばしょ', 'ibas', 'ひだまい', 'さくら地域', 'zzzz'];
		for (const q of [...typed, 'さくら市 居場所', 'みなと市 家族会', '学校に行けない', '8050']) {
			const query = filterAddress(parseFilter(new URLSearchParams({ q })));
			expect(device.answer(query), q).toEqual(onTheServer(query));
		}
	});

	it('answers every single choice like the server', () => {
		for (const { facet, choices } of device.answer('').listing.facets) {
			for (const { code } of choices) {
				const query = `${facet}=${code}`;
				expect(device.answer(`?${query}`), query).toEqual(onTheServer(query));
			}
		}
		expect(facets).toContain(device.answer('').listing.facets[0]!.facet);
	});

	it('gives no address that would send the words', () => {
		const { listing, links } = device.answer('?category=ibasho#q=ひだまり+なし');
		const text = JSON.stringify([listing.chips, listing.steps, listing.literal, links]);
		expect(text).toContain('#q=');
		expect(text).not.toMatch(/[?&]q=/);
	});

	it('completes what is typed', () => {
		expect(device.suggest('いば')).toContainEqual({ kind: 'category', text: '居場所' });
		expect(device.suggest('ひだま')).toContainEqual({
			kind: 'name',
			text: '居場所カフェ ひだまり'
		});
	});
});

describe('The file of a region', () => {
	it('tells nothing that the pages and their map withhold', () => {
		const { db, region } = world();
		const text = JSON.stringify(sent(db, region));
		expect(text).toContain('居場所カフェ ひだまり');
		expect(text).not.toContain('カナリア');
		expect(text).not.toMatch(/1-2-3|370-0001/);
		const { resources: sentOnes } = sent(db, region);
		const known = sentOnes.filter(({ point }) => point !== null).map(({ row }) => row.name);
		expect(known).toEqual(['居場所カフェ ひだまり']);
	});
});

/** The same whatever the order in which keys were written. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, one]) => [key, sorted(one)])
	);
}

it('a reading that was made finds a place on the device too, and is not told there', () => {
	const { db: other, region } = world();
	resources.create(other, {
		regionId: region.id,
		content: content({ name: '月光荘' }),
		by: 'editor',
		at: now,
		readingOf: () => 'げっこうそう'
	});
	const { listing } = regionSearch(sent(other, region)).answer('?q=げっこう');
	expect(listing.rows.map(({ name }) => name)).toEqual(['月光荘']);
	expect(listing.rows[0]!.found!.reasons).toEqual([{ by: 'reading', kana: null }]);
	expect(JSON.stringify(listing.rows)).not.toContain('げっこう');
});
