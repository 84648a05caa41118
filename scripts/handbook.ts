/**
 * Takes the pictures of the staff handbook, docs/ja/images: the running app with the sample region, in
 * the middle of a round. `npm run handbook`.
 */
import { createCanvas, ImageData } from '@napi-rs/canvas';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openDatabase } from '#lib/server/start/open.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as verifications from '#lib/server/editing/verify.ts';
import * as proposals from '#lib/server/editing/proposals/propose.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as reports from '#lib/server/editing/inbox/reports.ts';
import { ensureBuild, root } from '../src/cli/build.ts';
import { startApp, type App } from '../tests/support/app.ts';
import { launch } from '../tests/support/browser.ts';
import { setUpAddress } from '../tests/support/entering.ts';
import { findUser } from '#lib/server/staff/staff.ts';
import { readPdf, render } from '../tests/support/pdf.ts';
import { cast, cookieOf } from '../tests/support/staff.ts';
import { knownIn, townWorkbook } from '../tests/support/town-workbook.ts';

const folder = path.join(root, 'docs/ja/images');
const year = 2027;
const round = `/staff/regions/sakura/${year}`;
/** Around each page of paper. */
const margin = 16;

/** A round in which some are verified, some are waited for, and somebody has proposed something. */
async function prepare(app: App) {
	const db = openDatabase(app.database);
	const at = new Date();
	const people = cast(db, { at, region: 'sakura' });
	db.$client
		.exec(`UPDATE staff SET name = CASE name WHEN 'admin' THEN '花子' WHEN 'editor' THEN '太郎'
		WHEN 'partner' THEN '家族会 はるか' ELSE name END`);
	const by = people.admin;
	const regionId = regions.find(db, 'sakura')!.id;
	const id = editions.openFrom(db, { regionId, year, by, at }) as number;
	const board = editions.board(db, id);
	const some = (from: number, to: number) => board.slice(from, to).map(({ entryId }) => entryId);
	editions.change(db, id, some(0, 30), { assignee: people.editor, by, at });
	editions.change(db, id, some(8, 13), { stage: 'contacting', assignee: by, by, at });
	editions.change(db, id, some(13, 15), { stage: 'waiting', by, at });
	for (const { resourceId } of board.slice(0, 7)) {
		const verified = { method: 'phone', on: '2026-11-20', role: '代表', note: null } as const;
		const rest = { sections: [], result: 'confirmed', nextDueOn: null } as const;
		verifications.verifyEntry(
			db,
			{ editionId: id, resourceId },
			{ ...verified, ...rest, sections: [] },
			{ by: people.editor, at }
		);
	}
	editions.setOrder(db, id, 'hand', { by, at });
	const { resourceId, number } = board[9]!;
	const { content, revisionId } = verifications.entryOf(db, id, resourceId)!;
	const proposal = proposals.propose(db, {
		...{ resourceId, regionId, base: revisionId, by: people.partner, at },
		content: {
			...content,
			feeNote: 'お茶代200円',
			summary: 'お茶を飲みながら、話しても話さなくても'
		},
		reason: '来年度から変わります'
	}).revisionId;
	reports.add(db, { resourceId, section: 'fee', message: '値段が違いました', at });
	const session = cookieOf(db, by, at).split('=') as [string, string];
	const [columns, preview] = [await send(db, by, at, false), await send(db, by, at, true)];
	close(db);
	return { session, resourceId, number, proposal, columns, preview };
}

/** A town's list, of which the columns have a meaning or not yet. */
async function send(db: Database, by: string, at: Date, isMapped: boolean): Promise<string> {
	const user = findUser(db, by)!;
	const file = { name: '町の一覧.xlsx', bytes: townWorkbook(knownIn(db, 'sakura')) };
	const options = { region: 'sakura', year, category: null, way: 'revision', asOf: null } as const;
	const sent = previews.start(db, user, file, { ...options, choices: {} }, at);
	if ('problem' in sent) throw new Error(sent.problem);
	await previews.make(db, user, sent.id, { at });
	const proposal = previews.find(db, user, sent.id)!.result!.proposal!;
	if (isMapped) {
		previews.choose(db, user, sent.id, { mapping: proposal.mapping }, at);
		await previews.make(db, user, sent.id, { at });
	}
	return sent.id;
}

async function shoot(
	name: string,
	address: string,
	{ session, act }: { session?: [string, string]; act?: (page: Page) => Promise<unknown> } = {}
) {
	const context = await browser.newContext({
		viewport: { width: 960, height: 680 },
		locale: 'ja-JP',
		timezoneId: 'Asia/Tokyo'
	});
	if (session) {
		await context.addCookies([{ name: session[0], value: session[1], url: app.url }]);
	}
	const page = await context.newPage();
	await page.goto(new URL(address, app.url).href, { waitUntil: 'networkidle' });
	await act?.(page);
	await page.screenshot({ path: path.join(folder, `${name}.png`) });
	await context.close();
}

/** Pages of this year's booklet, side by side. */
async function shootPages(name: string, numbers: number[]) {
	const pdf = await (await fetch(`${app.url}/regions/sakura/2026/booklet.pdf`)).bytes();
	const read = await readPdf(pdf);
	const drawn = await Promise.all(numbers.map((number) => render(read, number, { scale: 1 })));
	const [{ width, height }] = drawn as [(typeof drawn)[number]];
	const canvas = createCanvas(numbers.length * (width + margin) + margin, height + 2 * margin);
	const context = canvas.getContext('2d');
	context.fillStyle = '#8a857c';
	context.fillRect(0, 0, canvas.width, canvas.height);
	drawn.forEach(({ data }, at) =>
		context.putImageData(new ImageData(data, width, height), margin + at * (width + margin), margin)
	);
	writeFileSync(path.join(folder, `${name}.png`), canvas.toBuffer('image/png'));
}

await ensureBuild(console.log);
const [app, browser] = await Promise.all([startApp(), launch()]);
await shoot('joining', setUpAddress(app), {
	act: (page) => page.getByLabel('名前').waitFor()
});
await shoot('login', '/staff/login');
const { session, resourceId, number, proposal, columns, preview } = await prepare(app);

/** By the name of the file: where, and what is done there before. */
const shots: Record<string, [address: string, act?: (page: Page) => Promise<unknown>]> = {
	today: ['/staff'],
	resource: [`/staff/resources/${resourceId}`],
	times: [`/staff/resources/${resourceId}`, (page) => page.goto(`${page.url()}#when`)],
	opening: ['/staff/regions/sakura'],
	board: [round],
	verification: [`${round}/entries/${resourceId}/verification`],
	sheet: [`${round}/sheets?entry=${number}`],
	order: [`${round}/order`],
	lock: [`${round}/lock`],
	compare: [`${round}/compare?fate=changed`],
	gaps: [`${round}/gaps`],
	proposal: [`/staff/inbox/proposals/${proposal}`],
	activity: ['/staff/activity'],
	columns: [`/staff/imports/${columns}/columns?from=proposal`],
	preview: [`/staff/imports/${preview}?show=open`],
	photos: [`${round}/pictures`],
	booklet: [
		`${round}/booklet`,
		async (page) => {
			await page.getByRole('button', { name: '校正をつくる' }).click();
			await page.getByRole('heading', { name: '見なおすところ' }).waitFor({ timeout: 60_000 });
			await page.evaluate(() => scrollTo(0, 0));
		}
	],
	stickers: ['/staff/regions/sakura/2026/errata'],
	report: ['/staff/regions/sakura/2026/report']
};

await shootPages('pages', [1, 6, 8]);
for (const [name, [address, act]] of Object.entries(shots)) {
	await shoot(name, address, { session, ...(act ? { act } : {}) });
}
await browser.close();
await app.stop();
