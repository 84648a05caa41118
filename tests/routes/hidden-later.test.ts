import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Content } from '#lib/domain/resource/content.ts';
import { formOf, pairsOf } from '#lib/domain/editing/form.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as resources from '#lib/server/resources/resources.ts';
import * as staffView from '#lib/server/editing/staff-view.ts';
import { wordsOf } from '../support/words.ts';
import { readersAddresses, readersRoutes, routeOf } from '../support/addresses.ts';
import { startApp, type App } from '../support/app.ts';
import { client } from '../support/client.ts';
import { cast, cookieOf } from '../support/staff.ts';
import { content } from '../support/world.ts';

/** Words that are found by nothing else, and are in every public answer about the place until it hides them. */
const kinds = ['private', 'staff', 'withdrawn', 'consent'] as const;
type Kind = (typeof kinds)[number];
const letters: Record<Kind, string> = {
	private: 'ぬるゑ',
	staff: 'へぽゐ',
	withdrawn: 'むぱゔ',
	consent: 'ゆぴゐ'
};
const planted = (kind: Kind) => ({
	town: `${letters[kind]}まち`,
	street: `${letters[kind]}ばんち`,
	building: `${letters[kind]}びる`,
	way: `${letters[kind]}までのみち`,
	phone: `000-88${kinds.indexOf(kind)}1-9753`,
	mail: `canary-${kind}@example.jp`,
	link: `https://canary-${kind}.example.jp/`,
	postalCode: `370-75${kinds.indexOf(kind)}1`,
	latitude: 36.7654 + kinds.indexOf(kind) / 1000,
	longitude: 139.4321 + kinds.indexOf(kind) / 1000
});

function contentOf(kind: Kind): Content {
	const { town, street, building, way, phone, mail, link, postalCode, latitude, longitude } =
		planted(kind);
	return content({
		name: `${letters[kind]}の部屋`,
		organization: { name: `${letters[kind]}の会` },
		summary: `${town}の${street}にあります`,
		description: `電話は${phone.replaceAll('-', ' ')}、または${mail}へ`,
		location: {
			...{ municipality: '990019', town, street, building, postalCode },
			...{ latitude, longitude }
		},
		access: way,
		schedules: [
			{
				text: '第2・第4土曜 14時〜16時',
				frequency: 'monthly',
				days: ['sa'],
				positions: [2, 4],
				startsAt: '14:00',
				endsAt: '16:00'
			}
		],
		phones: [{ number: phone }],
		contacts: [
			{ kind: 'mail', value: mail },
			{ kind: 'visit', value: `${building}の窓口` }
		],
		links: [{ label: 'サイト', url: link }]
	});
}

/** What must be nowhere once it is hidden. */
function telling(kind: Kind): string[] {
	const { town, street, building, way, phone, mail, link, postalCode, latitude, longitude } =
		planted(kind);
	const ways = [phone, phone.replaceAll('-', ''), phone.replaceAll('-', ' '), mail];
	const place = [town, street, building, way, `${latitude}`, `${longitude}`, postalCode];
	if (kind === 'private') return place;
	if (kind === 'staff') return ways;
	return [...place, ...ways, link, `${letters[kind]}の部屋`, `${letters[kind]}の会`];
}

const year = 2027;
let app: App;
let db: Database;
let ids: Record<Kind, string>;
let editor: ReturnType<typeof client>;
let hash: string;
/** What is answered after the hiding. */
let hidden = new Map<string, Answered>();

beforeAll(async () => {
	app = await startApp();
	db = openDatabase(app.database);
	const at = new Date();
	const { id: regionId } = regions.find(db, 'sakura')!;
	const municipality = db.$client
		.prepare('SELECT municipality_code FROM region_municipalities WHERE region_id = ? LIMIT 1')
		.pluck()
		.get(regionId) as string;
	const edition = editions.open(db, { regionId, year, by: 'test', at, imprint: '発行' });
	const made = kinds.map((kind) => {
		const written = contentOf(kind);
		const location = { ...written.location, municipality };
		const pin = resources.create(db, {
			...{ regionId, content: { ...written, location }, by: 'test', at }
		});
		editions.pin(db, edition, pin);
		return [kind, pin.resourceId] as const;
	});
	ids = Object.fromEntries(made) as typeof ids;
	editions.publish(db, edition, { by: 'test', at });
	hash = editions.find(db, { region: 'sakura', year })!.contentHash!;
	// A window is on the region's papers; what was mended since is among the errata.
	db.$client
		.prepare('UPDATE regions SET general_window_id = ? WHERE id = ?')
		.run(ids.withdrawn, regionId);
	for (const kind of kinds) {
		const { content: now } = staffView.find(db, ids[kind])!;
		const { street, phone } = planted(kind);
		const mended = { ...now, feeNote: `${street}で${phone}に` };
		resources.revise(db, ids[kind], { content: mended, by: 'test', at });
	}
	editor = client(app, cookieOf(db, cast(db, { at, region: 'sakura' }).editor, at));
});
afterAll(async () => {
	close(db);
	await app.stop();
});

const words = kinds.flatMap((kind) => [
	letters[kind],
	planted(kind).town,
	planted(kind).street,
	planted(kind).phone
]);

type Answered = { status: number; text: string; control: string };

async function answers(): Promise<Map<string, Answered>> {
	const found = new Map<string, Answered>();
	const asked = { slug: 'sakura', years: [2026, year], ids: Object.values(ids), words };
	for (const address of [...new Set(readersAddresses(asked))]) {
		const answer = await inTheEnd(address);
		const control = answer.headers.get('cache-control') ?? '';
		found.set(address, { status: answer.status, text: await textOf(answer), control });
	}
	return found;
}

const booklet = '/regions/[slug]/[year]/booklet.pdf';

/** A booklet that is being made is waited for: what is not there yet tells nothing of what it will tell. */
async function inTheEnd(address: string): Promise<Response> {
	for (;;) {
		const answer = await fetch(app.url + address, { headers: { accept: 'text/html' } });
		if (answer.status !== 503 || routeOf(address) !== booklet) return answer;
		expect(await answer.text()).toContain('冊子をつくっています');
	}
}

/** What was asked for is no news, and an address in a link says it in its own way. */
async function textOf(answer: Response): Promise<string> {
	const text = await wordsOf(answer);
	return text.replaceAll(/(?:%[0-9A-Fa-f]{2})+/g, (run) => {
		try {
			return decodeURIComponent(run);
		} catch {
			// A workbook has percents of its own.
			return run;
		}
	});
}

const hits = (found: Map<string, { text: string }>, tells: string[]) =>
	[...found].flatMap(([address, { text }]) => {
		const asked = decodeURIComponent(address);
		return tells
			.filter((tell) => !asked.includes(tell) && text.includes(tell))
			.map((tell) => `${tell} in ${asked}`);
	});

const save = async (kind: Kind, changes: (now: Content) => Partial<Content>) => {
	const { content: now, revision } = staffView.find(db, ids[kind])!;
	const path = `/staff/resources/${ids[kind]}`;
	const saved = await editor.send(`${path}?/save`, [
		['base', String(revision)],
		...pairsOf(formOf({ ...now, ...changes(now) }))
	]);
	expect(saved.headers.get('location')).toBe(`${path}?done=saved`);
};

/** What tells of no place, of whatever places there are. A route that is not here has to have told of ours. */
const silent = new Set<string>([
	...['/', '/about', '/bookmarks', '/changes/[year]', '/handout', '/healthz', '/memo', '/now'],
	...['/offline', '/outlines', '/outlines/[prefecture]', '/outlines/land.svg', '/policy'],
	...['/privacy', '/regions/[slug]/poster', '/regions/[slug]/poster.pdf', '/rest', '/robots.txt'],
	...['/resources/[id]/report/thanks', '/settings', '/settings/readings.json'],
	...['/sitemap-[part].xml', '/sitemap.xml', '/staff/invitations', '/staff/invitations/[token]'],
	...['/staff/login', '/staff/pulse', '/tiles', '/tiles/[z]/[x]/[y]', '/words.json'],
	// Pictures of words: `/resources/[id]` and `/regions/[slug]` say them too.
	...['/regions/[slug]/cover.png', '/resources/[id]/cover.png'],
	// Of four places for each wish, as lists have them.
	'/guide'
]);

test('Until it is hidden all of it is found, in what was frozen too, and by every route', async () => {
	const found = await answers();
	const tells = kinds.flatMap(telling);
	const routesOf = (matching: (address: string, answer: Answered) => boolean) =>
		new Set([...found].filter((one) => matching(...one)).map(([address]) => routeOf(address)));
	const answered = routesOf((_, { status }) => status === 200);
	const told = routesOf((address, answer) => hits(new Map([[address, answer]]), tells).length > 0);
	// No outlines were loaded, and nobody outside is asked in a test.
	expect(readersRoutes().filter((route) => !answered.has(route))).toEqual([
		...['/outlines/[prefecture]', '/tiles/[z]/[x]/[y]']
	]);
	expect(readersRoutes().filter((route) => !told.has(route) && !silent.has(route))).toEqual([]);
	expect([...silent].filter((route) => told.has(route))).toEqual([]);
	for (const kind of kinds) {
		for (const tell of telling(kind)) {
			expect(hits(found, [tell]).length, tell).toBeGreaterThan(0);
			const ofEdition = hits(found, [tell]).filter((hit) => hit.includes(`${year}`));
			expect(ofEdition.length, tell).toBeGreaterThan(0);
		}
	}
});

test('What is hidden later is at once in no public answer, live or frozen', async () => {
	await save('private', () => ({ precision: 'private', summary: null, feeNote: null }));
	await save('staff', (now) => ({
		description: null,
		feeNote: null,
		phones: now.phones.map((one) => ({ ...one, visibility: 'staff' })),
		contacts: now.contacts.map((one) =>
			one.kind === 'mail' ? { ...one, visibility: 'paper' } : one
		)
	}));
	await save('consent', (now) => ({
		consents: now.consents.filter(({ channel }) => channel === 'paper')
	}));
	const withdrawn = await editor.send(`/staff/resources/${ids.withdrawn}/withdrawal?/withdraw`, [
		['reason', '本人の希望']
	]);
	expect(withdrawn.status).toBe(303);

	const found = await answers();
	hidden = found;
	expect(found.size).toBeGreaterThan(150);
	expect(kinds.flatMap((kind) => hits(found, telling(kind)))).toEqual([]);
	for (const kind of kinds)
		for (const tell of telling(kind)) expect(app.logs()).not.toContain(tell);
	const page = found.get(`/regions/sakura/${year}`)!.text;
	expect(page).toMatch(/\d+番 取り下げられました/);
	expect(page).toMatch(/\d+番 ウェブへの掲載を取りやめました/);
	const one = await fetch(`${app.url}/resources/${ids.withdrawn}?edition=sakura-${year}`, {
		headers: { accept: 'text/html' }
	});
	expect(one.status).toBe(410);
	expect(await one.text()).toMatch(/2027年度版の\d+番は、取り下げられました。/);
});

test('No answer that can be about a place is kept without being asked for again', async () => {
	expect(hidden.size).toBeGreaterThan(150);
	const about = [...hidden].filter(([address]) => !/^\/(tiles|outlines)/.test(address));
	for (const [address, { control }] of about)
		expect(control, address).toMatch(/^no-(cache|store)$/);
	const program = await (await fetch(`${app.url}/regions/sakura/${year}`)).text();
	expect(program).not.toContain('?v=');
	const old = await fetch(`${app.url}/regions/sakura/${year}?v=${hash.slice(0, 16)}.1`);
	expect(old.headers.get('cache-control')).toBe('no-cache');
});

test('The record stays: the pins, the numbers and the hash', () => {
	const edition = editions.find(db, { region: 'sakura', year })!;
	expect(edition.contentHash).toBe(hash);
	expect(
		db.$client
			.prepare(
				'SELECT count(*) FROM entries e JOIN revisions v ON v.id = e.revision_id WHERE e.edition_id = ? AND v.street IS NOT NULL'
			)
			.pluck()
			.get(edition.id)
	).toBe(kinds.length);
});
