import { contradictions } from '#lib/domain/resource/rules.ts';
import type { Content, ContentInput } from '#lib/domain/resource/content.ts';
import { parseContent } from '#lib/domain/resource/parsing.ts';
import { isCorporateNumber } from '#lib/domain/input/corporate-number.ts';
import { parseAddress } from '#lib/domain/region/municipality.ts';
import { readPhone, withoutZero } from '#lib/domain/input/phone.ts';
import { lineage } from '#lib/domain/labels/vocabulary.ts';
import { readWebAddress } from '#lib/domain/input/web-address.ts';
import { readSeen } from '#lib/domain/formats/cells/values.ts';
import {
	findings,
	type Context,
	type Format,
	type Reading,
	type Row
} from '#lib/domain/formats/format.ts';
import { tidy } from '#lib/domain/input/letters.ts';
import { nearest } from '#lib/domain/formats/nearest.ts';
import { readHours } from './hours.ts';
import { readPoint } from './point.ts';
import { columns } from './columns.ts';
import { keepAdditions } from './additions.ts';
import { services } from './kinds.ts';

const otherServices = 'daily-life';

/** What somebody may want there, by category. */
const needs: Record<string, string> = {
	work: 'own-way-work',
	'daily-life': 'daily-help',
	housing: 'place-to-live',
	learning: 'learn',
	medical: 'health',
	consultation: 'be-heard',
	family: 'family-trouble',
	money: 'money-matters'
};

const consent = { givenBy: '公的データ', givenOn: null, how: 'オープンデータ（出典表示）' };

const publisher = {
	name: 'WAM NET 障害福祉サービス等情報 オープンデータ（独立行政法人福祉医療機構）',
	url: 'https://www.wam.go.jp/',
	retrievedOn: null
};

/** 障害福祉サービス等情報 of WAM NET (独立行政法人福祉医療機構), one file per kind of service. */
export const wamnet: Format = {
	name: 'wamnet',
	label: 'WAM NET 障害福祉サービス等情報',
	repeats: true,

	recognise: (header) =>
		[columns.number, columns.service, columns.name].every((name) => header.includes(name)) ||
		Object.values(columns).filter((name) => header.includes(name)).length > 10,

	check(header) {
		const missing = Object.values(columns).filter((name) => !header.includes(name));
		const known = new Set<string>(Object.values(columns));
		const others = header.filter((name) => !known.has(name));
		return missing.map((name) => {
			const like = nearest(name, others);
			const hint = like ? `「${like}」がその列なら、見出しを直してください。` : '';
			const message = `WAM NETの列「${name}」がありません。${hint}`;
			return { line: null, column: name, kind: 'header' as const, found: null, message };
		});
	},

	read,

	readOnto(reading, before) {
		if (!reading.content) return reading;
		return finish(reading, keepAdditions(reading.content, before), before);
	}
};

function read(row: Row, context: Context): Reading {
	const warnings = findings(row.line);
	const cell = (name: keyof typeof columns) =>
		tidy(row.cells.get(columns[name]) ?? '').replace(/\n+/g, ' ');
	const warn = (
		name: keyof typeof columns,
		kind: Parameters<typeof warnings.add>[1],
		text: string
	) => warnings.add(columns[name], kind, cell(name), text);

	for (const name of Object.keys(columns) as (keyof typeof columns)[]) {
		if (cell(name).includes('\ufffd')) {
			warn(name, 'damaged', '元のデータで壊れている文字（�）があります。そのまま残します。');
		}
	}

	const service = cell('service');
	const category = services[service] ?? context.category ?? otherServices;
	if (!services[service]) {
		const label = context.vocabularies.category.get(category)?.label ?? category;
		warn('service', 'service', `知らないサービス種別です。区分は「${label}」にしました。`);
	}

	const kana = cell('kana');
	if (kana && !/^[\p{Script=Hiragana}\p{Script=Katakana}ー゛゜・\s\ufffd]+$/u.test(kana)) {
		warn('kana', 'kana', 'かなではない文字があります。そのまま残します。');
	}

	const corporateNumber = cell('corporateNumber');
	const isNumber = isCorporateNumber(corporateNumber);
	if (corporateNumber && !isNumber) {
		warn('corporateNumber', 'corporate-number', '法人番号の形ではないので、空にしました。');
	}

	const place = parseAddress(cell('municipality'), context.gazetteer);
	if (!place.municipality) {
		const among = place.ambiguous.map((one) => one.prefecture.name).join('と');
		const why = among ? `この名前は${among}にあります` : '市区町村が見つかりません';
		warn('municipality', 'municipality', `${why}。未確認にしました。`);
	}

	const phones: NonNullable<ContentInput['phones']> = [];
	for (const name of ['phone', 'fax'] as const) {
		if (!cell(name)) continue;
		const { number, odd, whole } = readPhone(readSeen(cell(name)));
		const kind = name === 'fax' ? 'fax' : 'voice';
		if (whole) {
			warn(name, 'phone', `${withoutZero(whole)}。職員だけに見えるようにしました。`);
			phones.push({ kind, number, label: '番号を確かめる', visibility: 'staff' });
			continue;
		}
		if (odd) warn(name, 'phone', '電話番号の形が見慣れません。そのまま残します。');
		phones.push({ kind, number });
	}

	const staffNotes: string[] = [];
	const address = (name: 'url' | 'organizationUrl') => {
		if (!cell(name)) return null;
		const url = readWebAddress(cell(name));
		if (!url) {
			warn(name, 'web-address', 'つながるアドレスではないようです。職員メモに残します。');
			staffNotes.push(`${columns[name]}（元のデータ）：${cell(name)}`);
		}
		return url;
	};
	const url = address('url');
	const organizationUrl = address('organizationUrl');

	const municipality = place.municipality?.code ?? null;
	const read = readPoint(cell('latitude'), cell('longitude'), municipality);
	const point = 'point' in read ? read.point : null;
	if ('issue' in read) warn('latitude', 'coordinates', read.issue);

	const hours = readHours(
		{
			weekdays: cell('weekdays'),
			saturday: cell('saturday'),
			sunday: cell('sunday'),
			holidays: cell('holidays')
		},
		(day) => warn(day, 'hours', '時間帯として読めません。言葉のまま残します。')
	);
	const hoursNote = [
		cell('closed') && `定休日：${cell('closed')}`,
		cell('remarks') && `留意事項：${cell('remarks')}`,
		...hours.notes
	].filter(Boolean);

	const capacity = cell('capacity');
	const isCount = /^\d{1,5}$/.test(capacity);
	if (capacity && !isCount) warn('capacity', 'number', '定員が数ではないので、空にしました。');

	const need = lineage(context.vocabularies.category, category).flatMap(
		(code) => needs[code] ?? []
	);

	const reading: Reading = {
		row,
		id: null,
		source: { source: `wamnet/${service}`, number: cell('number') },
		content: null,
		prefecture: place.prefecture?.code ?? null,
		warnings: warnings.list,
		problems: []
	};
	const problems = findings(row.line);
	for (const name of ['number', 'service', 'name'] as const) {
		if (!cell(name)) problems.add(columns[name], 'value', null, `${columns[name]}が空です。`);
	}
	if (problems.list.length > 0) return { ...reading, problems: problems.list };
	return finish(reading, {
		name: cell('name'),
		kana: kana || null,
		organization: cell('organization')
			? {
					name: cell('organization'),
					kana: cell('organizationKana') || null,
					corporateNumber: isNumber ? corporateNumber : null,
					url: organizationUrl
				}
			: null,
		categories: [category],
		needs: need.slice(0, 1),
		audiences: ['person'],
		fee: 'insured',
		capacity: isCount ? Number(capacity) : null,
		hoursNote: hoursNote.join('\n') || null,
		schedules: hours.schedules,
		phones,
		links: url ? [{ label: '事業所のサイト', url }] : [],
		precision: 'exact',
		location: {
			municipality,
			street: place.rest + cell('street') || null,
			...point
		},
		sources: [publisher],
		consents: [
			{ channel: 'web', ...consent },
			{ channel: 'paper', ...consent }
		],
		staffNote: staffNotes.join('\n') || null
	});
}

/** Fields of a content as the columns they come from; a value too long is all that can be wrong. */
const columnOf: Record<string, keyof typeof columns> = {
	name: 'name',
	kana: 'kana',
	organization: 'organization',
	hoursNote: 'remarks',
	location: 'street',
	links: 'url',
	phones: 'phone',
	staffNote: 'url'
};

/** What was already wrong with the place `before` is not the row's fault, and keeps nothing out. */
function finish(reading: Reading, input: ContentInput, before: Content | null = null): Reading {
	const parsed = parseContent(input);
	if ('value' in parsed) return { ...reading, content: parsed.value satisfies Content };
	const wrong = before ? contradictions(before).map(({ message }) => message) : [];
	const issues = parsed.issues.filter(({ message }) => !wrong.includes(message));
	if (before && issues.length === 0) return { ...reading, content: input as Content };
	const problems = findings(reading.row.line);
	for (const { path, message } of issues) {
		const column = columns[columnOf[path.split('.')[0]!] ?? 'name'];
		problems.add(column, 'value', tidy(reading.row.cells.get(column) ?? ''), `${message}。`);
	}
	return { ...reading, content: null, problems: problems.list };
}
