import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { toDay } from '#lib/domain/calendar/calendar.ts';
import { topics, ways, type Contact, type Crisis } from '#lib/domain/search/crisis/contact.ts';
import { crisisFinder, type CrisisFinder } from '#lib/domain/search/crisis/finder.ts';
import type { Finding } from '#lib/server/database/finding.ts';
import { StartError } from '#lib/server/database/start-error.ts';

const words = v.pipe(v.string(), v.trim(), v.minLength(1, '空でないことば'));
const about = v.pipe(
	v.array(v.picklist(topics, `${topics.join('・')} のどれか`)),
	v.minLength(1, 'ひとつ以上')
);
const web = v.pipe(
	v.string(),
	v.check((text) => URL.parse(text)?.protocol === 'https:', 'https:// で始まるアドレス')
);
const date = v.pipe(
	v.string(),
	v.check((text) => isDay(text), '2026-11-30 のような日付')
);
const crisis = v.strictObject({
	words: v.pipe(
		v.array(
			v.strictObject({
				word: words,
				kana: v.pipe(v.string(), v.regex(/^[ぁ-ゖー]+$/, 'ひらがなの読み')),
				topics: about,
				spellings: v.optional(v.array(words)),
				except: v.optional(v.array(words)),
				inside: v.optional(v.literal(true, 'true'))
			})
		),
		v.minLength(1, 'ひとつ以上のことば')
	),
	contacts: v.pipe(
		v.array(
			v.pipe(
				v.strictObject({
					name: words,
					way: v.picklist(ways, `${ways.join('・')} のどれか`),
					at: words,
					hours: words,
					for: words,
					topics: about,
					allDay: v.optional(v.literal(true, 'true')),
					rank: v.pipe(
						v.number('1 からの整数'),
						v.integer('1 からの整数'),
						v.minValue(1, '1 からの整数')
					),
					source: web,
					enteredOn: date,
					confirmedOn: v.optional(date)
				}),
				v.forward(
					v.check(({ way, at }) => isReached(way, at), '電話なら番号、ほかは https:// のアドレス'),
					['at']
				)
			)
		),
		v.minLength(1, 'ひとつ以上の窓口')
	)
});

const isDay = (text: string) =>
	/^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

const isReached = (way: Crisis['contacts'][number]['way'], at: string) =>
	way === 'phone' || way === 'emergency'
		? /^(#\d{4}|1\d\d|0\d{1,4}(-\d{1,5}){1,3})$/.test(at)
		: URL.parse(at)?.protocol === 'https:';

/** What pages and devices know of it. */
export type Care = Crisis & {
	find: CrisisFinder;
	/** For everything and at any hour: one in writing, one by telephone. */
	always: { written: Contact; spoken: Contact };
};

/** Throws a `StartError` that names entry and field. */
export function load(file = join(process.cwd(), 'data', 'crisis.json')): Care {
	const read = parse(file);
	if ('issue' in read) throw new StartError(read.issue);
	const { written, spoken } = alwaysThere(read.value);
	return {
		...read.value,
		find: crisisFinder(read.value),
		always: { written: written!, spoken: spoken! }
	};
}

/** Missing ones are an issue of the file. */
function alwaysThere({ contacts }: Crisis): { written?: Contact; spoken?: Contact } {
	const [written, spoken] = [['chat', 'sns'], ['phone']].map((some) =>
		contacts.find(
			({ way, allDay, topics: all }) => some.includes(way) && allDay && all.length === topics.length
		)
	);
	return { ...(written && { written }), ...(spoken && { spoken }) };
}

/** Days after which somebody should look again. */
const good = 365;

/** Whether it can be read, and what of it a person should compare with its source. */
export function inspectCrisis(file: string, today: string): Finding {
	const name = 'いま話せるところ';
	const read = parse(file);
	if ('issue' in read) return { name, ok: false, detail: read.issue };
	const { contacts, words: all } = read.value;
	const isOld = (day: string) => toDay(today) - toDay(day) > good;
	const waiting = contacts.flatMap(({ name, confirmedOn, enteredOn }) => {
		if (!confirmedOn) return `「${name}」（${enteredOn} に書いたまま）`;
		return isOld(confirmedOn) ? `「${name}」（${confirmedOn} に確かめたきり）` : [];
	});
	if (waiting.length === 0) {
		return { name, ok: true, detail: `ことば${all.length}、窓口${contacts.length}が読めます` };
	}
	return {
		name,
		ok: true,
		isOld: true,
		detail: `読めますが、窓口${contacts.length}のうち${waiting.length}は、人がもとのページ（source）と見くらべるのを待っています: ${waiting.join('、')}。番号と時間が合っていたら、${file} のその窓口に confirmedOn（${today} のような日付）を書いてください`
	};
}

function parse(file: string): { value: Crisis } | { issue: string } {
	let content: unknown;
	try {
		content = JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		return { issue: `${file} を読めません（${(error as Error).message}）` };
	}
	const result = v.safeParse(crisis, content);
	if (result.success) {
		const value: Crisis = result.output;
		const { written, spoken } = alwaysThere(value);
		return written && spoken
			? { value }
			: {
					issue: `${file} の contacts に、どの topics にも答え、allDay が true の窓口が、書くもの（chat か sns）と電話（phone）のひとつずつ必要です`
				};
	}
	const issue: v.BaseIssue<unknown> = result.issues[0];
	const [list, at, field] = (issue.path ?? []).map(({ key }) => String(key));
	const entry = (content as Record<string, { name?: string; word?: string }[]>)[list ?? '']?.[
		Number(at)
	];
	const named = entry ? `${Number(at) + 1}番目「${entry.name ?? entry.word ?? '？'}」` : '';
	const found = issue.input === undefined ? 'ありません' : JSON.stringify(issue.input).slice(0, 80);
	return {
		issue: `${file} の ${[list, named, field].filter(Boolean).join(' の ')} が読めません。見つかったもの: ${found}、必要なもの: ${issue.message}`
	};
}
