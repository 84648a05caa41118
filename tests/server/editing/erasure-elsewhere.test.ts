import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { formOf } from '#lib/domain/editing/form.ts';
import * as audit from '#lib/server/audit/index.ts';
import { contents } from '#lib/server/contents/read.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import * as drafts from '#lib/server/editing/drafts/drafts.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as erasure from '#lib/server/editing/erasure/erase.ts';
import { contentHash } from '#lib/server/database/hash.ts';
import { inspect } from '#lib/server/start/check.ts';
import * as proposals from '#lib/server/editing/proposals/propose.ts';
import * as reports from '#lib/server/editing/inbox/reports.ts';
import * as resources from '#lib/server/resources/resources.ts';
import * as resourcePages from '#lib/server/listings/resource.ts';
import { cast } from '../../support/staff.ts';
import { content, now, places, world, type World } from '../../support/world.ts';

const by = 'editor';
const act = { by: 'admin', at: now, reason: '本人から電話' };
let here: World;
let db: Database;
let id: string;

beforeEach(() => {
	here = world();
	db = here.db;
	onTestFinished(() => close(db));
	id = resources.create(db, {
		...{ regionId: here.region.id, by, at: now },
		content: content({
			...{ name: 'ゆずりはの家', plainName: 'ユズリハ', phones: [{ number: '000-123-4567' }] },
			contacts: [{ kind: 'mail', value: 'yuzuriha@example.jp' }]
		})
	}).resourceId;
});

/** Each of them in its own spelling. */
const spellings = [
	'ゆずりはの家',
	'ユズリハ の家',
	'０００（１２３）４５６７',
	'000 123 4567',
	'ＹＵＺＵＲＩＨＡ＠example.jp'
];
const told = (text: string | null) => spellings.some((one) => text?.includes(one));

test.each(spellings)(
	'A note for staff and a draft of another place lose %s, and say so before',
	(name) => {
		const { hidamari } = here.ids;
		const { admin } = cast(db, { at: now });
		const note = `鍵は事務室。${name}と同じ人。\n火曜は休み`;
		const revised = { ...places.hidamari, staffNote: note };
		const revision = resources.revise(db, hidamari, { content: revised, by, at: now });
		const fields = formOf({ ...revised, summary: `${name}から移りました。新しい場所です。` });
		drafts.keep(db, { by: admin, subject: hidamari }, { fields, base: revision, at: now });

		expect(erasure.outlook(db, id)).toMatchObject({
			drafts: 0,
			notes: 2,
			mentions: [
				{ where: '職員メモ', resourceId: hidamari, name: places.hidamari.name },
				{ where: '書きかけ', resourceId: hidamari, name: places.hidamari.name }
			]
		});
		erasure.erase(db, { resourceId: id }, act);
		const left = contents(db, [revision]).get(revision)!;
		expect(left.staffNote).toBe('鍵は事務室。\n火曜は休み');
		expect(resourcePages.find(db, hidamari, { now })!.content.name).toBe(places.hidamari.name);
		expect(
			db.$client.prepare('SELECT content_hash FROM revisions WHERE id = ?').pluck().get(revision)
		).toBe(contentHash(left));
		const draft = drafts.find(db, { by: admin, subject: hidamari })!;
		expect([draft.fields.staffNote, draft.fields.summary, draft.fields.name]).toEqual([
			'鍵は事務室。\n火曜は休み',
			'新しい場所です。',
			places.hidamari.name
		]);
		expect(inspect(db).filter(({ ok }) => !ok)).toEqual([]);
	}
);

test('So do proposals, reports, checks, reasons and the words of editions', () => {
	const { hidamari, kazoku } = here.ids;
	const [name, kana, wide, spaced, mail] = spellings as [string, string, string, string, string];
	const current = here.revisions.hidamari;
	proposals.propose(db, {
		...{ resourceId: hidamari, regionId: here.region.id, base: current, by, at: now },
		content: { ...places.hidamari, description: `${kana}のとなりです。静かです。` },
		reason: `${wide}から聞いた`
	});
	reports.add(db, {
		resourceId: kazoku,
		section: 'other',
		message: `${spaced}につながる`,
		at: now
	});
	resources.verify(db, {
		...{ resourceId: kazoku, revisionId: here.revisions.kazoku, method: 'phone', by, at: now },
		...{ on: '2026-11-01', note: `${mail}に返事`, role: '代表' }
	});
	const at = now.toISOString();
	const sealed = { action: 'resource.revise', subject: 'resource', subjectId: hidamari } as const;
	audit.record(db, { at, actor: 'a', ...sealed, reason: `${kana}と取り違え` });
	const edition = editions.open(db, {
		...{ regionId: here.region.id, year: 2027, by, at: now },
		foreword: `${name}のみなさんへ。ありがとうございます。`
	});
	editions.pin(db, edition, { resourceId: hidamari, revisionId: current });
	editions.publish(db, edition, { by, at: now });
	const hash = () => editions.find(db, { region: 'gunma', year: 2027 })!.contentHash;
	const before = hash();

	const { mentions } = erasure.outlook(db, id)!;
	expect(mentions.map(({ where }) => where).sort()).toEqual(
		['改訂の理由', '提案', '読者の知らせ', '確認のメモ', '年度版のことば'].sort()
	);
	erasure.erase(db, { resourceId: id }, act);
	const texts = ['revisions', 'reports', 'verifications', 'audit', 'editions', 'drafts'].flatMap(
		(table) =>
			db.$client
				.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`)
				.all()
				.flatMap((row) => Object.values(row))
	);
	expect(texts.filter((text) => typeof text === 'string' && told(text))).toEqual([]);
	expect(texts).toContain('静かです。');
	expect(editions.find(db, { region: 'gunma', year: 2027 })!.foreword).toBe(
		'ありがとうございます。'
	);
	expect(hash()).not.toBe(before);
	expect(audit.verify(db)).toMatchObject({ ok: true });
	expect(erasure.outlook(db, id)!.mentions).toEqual([]);
});

test('What another place tells readers of it is listed, and left to its editor', () => {
	const description = 'ユズリハの家と、月に一度集まります。';
	const { kazoku } = here.ids;
	resources.revise(db, kazoku, { content: { ...places.kazoku, description }, by, at: now });
	expect(erasure.outlook(db, id)).toMatchObject({
		notes: 0,
		elsewhere: [{ where: '公開の文', resourceId: kazoku, name: places.kazoku.name }]
	});
	erasure.erase(db, { resourceId: id }, act);
	expect(resourcePages.find(db, kazoku, { now })!.content.description).toBe(description);
});

test('A reason that names it in another spelling is refused', () => {
	const reason = 'ユズリハ　の家の人から';
	expect(erasure.erase(db, { resourceId: id }, { ...act, reason })).toBe('reason-tells');
});

test('A name of three letters is a name in a note too', () => {
	const made = resources.create(db, {
		...{ regionId: here.region.id, by, at: now },
		content: content({ name: 'こかげ' })
	});
	const staffNote = 'コカゲの代表と同じ人。鍵は事務室。';
	const { kazoku } = here.ids;
	resources.revise(db, kazoku, { content: { ...places.kazoku, staffNote }, by, at: now });
	expect(erasure.outlook(db, made.resourceId)).toMatchObject({ notes: 1 });
});
