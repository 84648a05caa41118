import { globSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { close, openDatabase, type Database } from '#lib/server/database.ts';
import * as editions from '#lib/server/editions.ts';
import * as regions from '#lib/server/regions.ts';
import * as resources from '#lib/server/resources.ts';
import * as staff from '#lib/server/staff.ts';
import { policy } from '#lib/server/policy.ts';
import {
	actors,
	expected,
	outcomeOf,
	type Actor,
	type Outcome,
	type Whose
} from '../support/access.ts';
import { startApp, type App } from '../support/app.ts';
import { cast, cookieOf } from '../support/staff.ts';
import { content } from '../support/world.ts';

let app: App;
let cookies: Record<Actor, string>;
/** What stands for a part of an address. */
let params: Record<Whose, Record<string, string>>;

beforeAll(async () => {
	app = await startApp();
	const db = openDatabase(app.database);
	const at = new Date();
	const place = (slug: string, organization: string) =>
		resources.create(db, {
			regionId: regions.find(db, slug)!.id,
			content: content({ name: `${organization}の場所`, organization: { name: organization } }),
			by: 'test',
			at
		}).resourceId;
	const own = place('sakura', '見本の会');
	const other = place('tokyo', 'よその会');
	const people = cast(db, {
		at,
		region: 'sakura',
		organizations: [organizationOf(db, own)]
	});
	const ended = staff.create(db, {
		mail: 'x@example.jp',
		name: 'x',
		role: 'admin',
		by: 'test',
		at
	});
	const hourAgo = new Date(at.getTime() - 20 * 60_000);
	cookies = {
		visitor: '',
		expired: cookieOf(db, people.admin, new Date(at.getTime() - 31 * 60_000)),
		disabled: cookieOf(db, ended, at),
		partner: cookieOf(db, people.partner, at),
		editor: cookieOf(db, people.editor, at),
		stranger: cookieOf(db, people.stranger, at),
		admin: cookieOf(db, people.admin, at),
		unconfirmed: cookieOf(db, people.admin, hourAgo)
	};
	db.$client.prepare('UPDATE staff SET disabled_at = ? WHERE id = ?').run(at.toISOString(), ended);
	const tokyo = regions.find(db, 'tokyo')!.id;
	editions.open(db, { regionId: tokyo, year: 2026, by: 'test', at });
	const shared = { year: '2026', token: 'x'.repeat(43), staff: people.partner };
	params = {
		own: { ...shared, slug: 'sakura', id: own },
		other: { ...shared, slug: 'tokyo', id: other }
	};
	close(db);
});
afterAll(() => app.stop());

const organizationOf = (db: Database, id: string) =>
	db.$client
		.prepare(
			'SELECT v.organization_id FROM resources r JOIN revisions v ON v.id = r.current_revision_id WHERE r.id = ?'
		)
		.pluck()
		.get(id) as string;

type Cell = { route: string; request: string; kind: 'page' | 'data' | 'post'; whose: Whose };

const isPage = (route: string) => globSync(`src/routes${escape(route)}/+page.svelte`).length > 0;
const escape = (route: string) => route.replaceAll(/[[\]]/g, '[$&]');

function cells(): Cell[] {
	return Object.entries(expected).flatMap(([route, rules]) =>
		Object.keys(rules).flatMap((request) =>
			(['own', 'other'] as const).flatMap((whose): Cell[] => {
				if (request !== 'GET') return [{ route, request, kind: 'post', whose }];
				const page: Cell = { route, request, kind: 'page', whose };
				return isPage(route) ? [page, { ...page, kind: 'data' }] : [page];
			})
		)
	);
}

function addressOf({ route, request, kind, whose }: Cell): string {
	const path = route.replaceAll(/\[(\w+)\]/g, (_, name: string) => {
		const value = params[whose][name];
		if (!value) throw new Error(`Say in this test what stands for [${name}] of ${route}`);
		return value;
	});
	const action = request.split(' ')[1];
	if (kind === 'data') return `${path}/__data.json`;
	return path + (action && action !== 'default' ? `?/${action}` : '');
}

/** What came back, as far as the table decides it. A broken form is refused only after that. */
async function ask(cell: Cell, actor: Actor): Promise<Outcome | `odd ${string}`> {
	const isPost = cell.kind === 'post';
	const response = await fetch(app.url + addressOf(cell), {
		method: isPost ? 'POST' : 'GET',
		redirect: 'manual',
		headers: {
			accept: 'text/html',
			...(cookies[actor] ? { cookie: cookies[actor] } : {}),
			...(isPost ? { origin: app.url, 'content-type': 'multipart/form-data; boundary=x' } : {})
		},
		...(isPost ? { body: 'broken' } : {})
	});
	const text = await response.text();
	const { status } = response;
	const location = response.headers.get('location') ?? /"location":"([^"]*)"/.exec(text)?.[1] ?? '';
	if (status === 401 || location.startsWith('/staff/login?')) return 'sign-in';
	if (location.startsWith('/staff/confirm?')) return 'confirm';
	if (isPost && status === 400) return 'admitted';
	// An endpoint may itself know nothing of what the address names.
	if (!isPost && (status === 200 || text.includes('年度版が、ここにはありません')))
		return 'admitted';
	return status === 404 ? 'not-found' : `odd ${status}`;
}

test('every page, data request, action and endpoint answers every actor as is written down', async () => {
	const all = cells().flatMap((cell) => actors.map((actor) => ({ cell, actor })));
	expect(Object.keys(policy).filter((route) => route.startsWith('/staff')).length).toBe(
		Object.keys(expected).length
	);
	const wrong: string[] = [];
	for (let start = 0; start < all.length; start += 16) {
		await Promise.all(
			all.slice(start, start + 16).map(async ({ cell, actor }) => {
				const answer = await ask(cell, actor);
				const words = expected[cell.route]![cell.request]!;
				const due = outcomeOf(words, actor, cell.whose);
				if (answer !== due) {
					wrong.push(`${cell.kind} ${addressOf(cell)} ${actor}: ${answer}, not ${due}`);
				}
			})
		);
	}
	expect(wrong).toEqual([]);
	expect(all.length).toBeGreaterThan(500);
});
