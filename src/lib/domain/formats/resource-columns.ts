import { type Content } from '#lib/domain/resource/content.ts';
import { parseAddress } from '#lib/domain/region/municipality.ts';
import {
	amount,
	choice,
	codeOf,
	count,
	date,
	notATerm,
	put,
	staffText,
	term,
	termCode,
	termLabel,
	terms,
	text,
	withheld,
	words,
	type Column
} from './column.ts';
import { readLines, readParts, writeLines, writeParts } from './cells/cells.ts';
import { readCorporateNumber, readDate, readPostalCode, readSeen } from './cells/values.ts';
import type { Context } from './format.ts';
import { readMunicipality } from './cells/municipality.ts';
import {
	readOrigin,
	readRuleLine,
	readWords,
	schedulesIn,
	writeOrigin,
	writeRuleLine
} from './cells/schedule.ts';
import {
	answers,
	channels,
	contactKinds,
	exceptionKinds,
	operations,
	precisions,
	visibilities
} from '#lib/domain/labels/choices.ts';

/** 神奈川県横浜市旭区, or the code where that name would lead somewhere else. */
export function municipalityName(code: unknown, { gazetteer }: Context): string {
	if (typeof code !== 'string') return '';
	const municipality = gazetteer.byCode.get(code);
	if (!municipality) return code;
	const name = municipality.prefecture.name + municipality.name;
	const found = parseAddress(name, gazetteer);
	return found.municipality?.code === code && found.rest === '' ? name : code;
}

/** A word of a fixed list as its code; an unknown one goes on to the schema, which refuses it. */
const code = (labels: Record<string, string>, word: string | null | undefined) =>
	word ? (codeOf(labels, word) ?? word) : undefined;

type Phone = Content['phones'][number];
type Contact = Content['contacts'][number];

const phoneParts = ({ kind, number, label }: Omit<Phone, 'visibility'>) => [
	kind === 'fax' ? `FAX ${number}` : /^(FAX|TEL) /i.test(number) ? `TEL ${number}` : number,
	label
];

const contactParts = ({ kind, value, label }: Omit<Contact, 'visibility'>) => [
	`${contactKinds[kind]}:${value}`,
	label
];

function readPhones(cell: string, visibility: Phone['visibility']) {
	return readParts(cell).map(([number, label, who]) => {
		const kind = /^FAX /i.test(number ?? '') ? 'fax' : 'voice';
		return {
			kind,
			number: readSeen(number?.replace(/^(FAX|TEL) /i, '') ?? ''),
			label,
			visibility: code(visibilities, who) ?? visibility
		};
	});
}

function readContacts(cell: string, visibility: Contact['visibility']) {
	return readParts(cell).map(([contact, label, who]) => {
		const [, kind, value] = /^([^:：]*)[:：](.*)$/su.exec(contact ?? '') ?? [];
		return {
			kind: code(contactKinds, kind?.trim()) ?? contact,
			value: value ?? '',
			label,
			visibility: code(visibilities, who) ?? visibility
		};
	});
}

const append = (draft: Record<string, unknown>, path: string, more: unknown[]) =>
	put(draft, path, [...((draft[path] as unknown[] | undefined) ?? []), ...more]);

const list = (code: string, label: string, says: string, example = '') => ({
	code,
	label,
	says,
	example
});

/** The product's own CSV, in the order in which it is written. */
export const columns: Column[] = [
	{
		...list(
			'id',
			'資源ID',
			'The resource’s own id (UUID): keeps its identity through a change of name.'
		),
		write: ({ identity }) => identity.id,
		read: () => {}
	},
	{
		...list(
			'source',
			'出典コード',
			'Who numbers it, with 出典番号. Rows without 資源ID that name a source are taken for all that it has.',
			'city/ibasho'
		),
		write: ({ identity }) => identity.source ?? '',
		read: () => {}
	},
	{
		...list('number', '出典番号', 'The number under which that source knows it.', '12'),
		write: ({ identity }) => identity.number ?? '',
		read: () => {}
	},
	text('name', list('name', '名前', 'Name; needed.', '居場所カフェ ひだまり')),
	text('kana', list('kana', 'かな', 'Reading of the name.', 'いばしょかふぇ ひだまり')),
	text(
		'plainName',
		list('plain_name', 'やさしい名前', 'What it is, in plain words.', 'お茶を飲む場所')
	),
	text('organization.name', list('organization', '団体名', 'Who runs it.', 'NPO法人 みほん')),
	text('organization.kana', list('organization_kana', '団体名のかな', 'Reading of 団体名.')),
	{
		...text(
			'organization.corporateNumber',
			list(
				'corporate_number',
				'法人番号',
				'13 digits, the first of which checks the others.',
				'8700110005901'
			)
		),
		read(cell, draft, _, fail) {
			const read = readCorporateNumber(cell);
			if ('issue' in read) fail(read.issue);
			else put(draft, 'organization.corporateNumber', read.value);
		}
	},
	text(
		'organization.url',
		list('organization_url', '団体のサイト', 'Web address of who runs it.', 'https://example.jp/')
	),
	terms(
		'categories',
		'category',
		list('categories', '区分', 'Terms of `category`; the first is the chapter. Needed.', '居場所')
	),
	terms(
		'needs',
		'need',
		list('needs', '目的', 'Terms of `need`.', '安心していたい;会って話したい')
	),
	terms('audiences', 'audience', list('audiences', '対象', 'Terms of `audience`.', '本人;家族')),
	{
		...list(
			'eases',
			'参加しやすさ',
			'Terms of `ease`, each answered はい or いいえ; one left out is 未確認.',
			'予約不要=はい;見学可=いいえ'
		),
		path: 'eases',
		write: ({ shown, context }) =>
			Object.entries(shown.eases)
				.map(([ease, answer]) => `${termLabel(context, 'ease', ease)}=${answers[answer]}`)
				.join(';'),
		read(cell, draft, context, fail) {
			const eases: Record<string, string> = {};
			for (const word of words(cell)) {
				const [label = '', answer = 'はい'] = word.split(/[=＝]/).map((part) => part.trim());
				const ease = termCode(context.vocabularies.ease, label);
				if (ease) eases[ease] = codeOf(answers, answer) ?? answer;
				else fail(notATerm(context, 'ease', label));
			}
			put(draft, 'eases', eases);
		}
	},
	count('ageMin', list('age_min', '年齢の下限', 'Whole years.', '15')),
	count(
		'ageMax',
		list('age_max', '年齢の上限', 'Whole years; leave empty when nobody says.', '39')
	),
	{
		...list(
			'age_open',
			'年齢の上限なし',
			'はい when it is said that there is no upper limit.',
			'はい'
		),
		path: 'ageOpen',
		offers: Object.values(answers),
		write: ({ shown }) => (shown.ageOpen ? answers.yes : ''),
		read(cell, draft, _, fail) {
			const answer = codeOf(answers, cell);
			if (answer) put(draft, 'ageOpen', answer === 'yes');
			else fail('「はい」か「いいえ」で書きます。');
		}
	},
	term('gender', 'gender', list('gender', '性別', 'A term of `gender`.', '女性（自認を含む）')),
	text('genderNote', list('gender_note', '性別の補足', 'What else is said of it.')),
	term(
		'residency',
		'residency',
		list('residency', '居住地', 'A term of `residency`.', '地域の人が先')
	),
	text('residencyNote', list('residency_note', '居住地の補足', 'What else is said of it.')),
	{
		...list(
			'service_area',
			'対象の市区町村',
			'Municipalities by name with prefecture, or by code of six digits.',
			'群馬県高崎市;群馬県前橋市'
		),
		path: 'serviceArea',
		offers: 'municipality',
		several: true,
		write: ({ shown, context }) =>
			shown.serviceArea.map((code) => municipalityName(code, context)).join(';'),
		read(cell, draft, context, fail) {
			const codes = words(cell).map((word) => {
				const read = readMunicipality(word, context.gazetteer, context.around);
				if ('issue' in read) fail(read.issue);
				return 'value' in read ? read.value : undefined;
			});
			put(
				draft,
				'serviceArea',
				codes.filter((code) => code !== undefined)
			);
		}
	},
	text('summary', list('summary', '短い紹介', 'One line for print, at most 80 letters.')),
	text('description', list('description', '説明', 'At most 2,000 letters.')),
	text('activities', list('activities', '活動', 'What people do there.')),
	text('firstVisit.meets', list('first_meets', 'はじめて行く日：会う人', 'Who meets you.')),
	text(
		'firstVisit.first',
		list('first_first', 'はじめて行く日：最初にすること', 'What happens first.')
	),
	text(
		'firstVisit.people',
		list('first_people', 'はじめて行く日：人数', 'How many people are there.')
	),
	text('firstVisit.bring', list('first_bring', 'はじめて行く日：持ちもの', 'What to bring.')),
	text(
		'firstVisit.photos',
		list('first_photos', 'はじめて行く日：写真や取材', 'Photos and press.')
	),
	text(
		'firstVisit.cannotCome',
		list('first_cannot_come', 'はじめて行く日：行けなくなったら', 'What to do if you cannot come.')
	),
	text('approach', list('approach', '連絡のしかた', 'How the person gets in touch.')),
	text('referral', list('referral', '支援者からのつなぎ方', 'How a supporter refers someone.')),
	term('fee', 'fee', list('fee', '費用', 'A term of `fee`.', '無料')),
	text('feeNote', list('fee_note', '費用の補足', 'What else is said of it.', 'お茶代100円')),
	term('intake', 'intake', list('intake', '受入れ', 'A term of `intake`.', '受付中')),
	date('intakeOn', list('intake_on', '受入れの日付', 'Since when, or seen when.', '2026-04-01')),
	choice(
		'operation',
		operations,
		list(
			'operation',
			'運営',
			`${Object.values(operations).join(', ')}; empty is the first.`,
			'開いている'
		)
	),
	date('operationOn', list('operation_on', '運営の日付', 'Since when.', '2026-04-01')),
	text('operationNote', list('operation_note', '運営の補足', 'Why, and until when.')),
	count('capacity', list('capacity', '定員', 'How many people.', '20')),
	{
		...list('schedules', 'いつ', 'One line per schedule, as printed.', '毎月第2土曜 14時〜16時'),
		path: 'schedules',
		write: ({ shown }) => writeLines(shown.schedules.map((schedule) => schedule.text)),
		read: (cell, draft) => put(draft, 'schedules', readLines(cell).map(readWords))
	},
	{
		...list(
			'schedule_rules',
			'いつ：くりかえし',
			'The rule of each line of いつ, in its order: `FREQ` (DAILY, WEEKLY, MONTHLY, YEARLY, ONCE), `INTERVAL`, `BYDAY`, `BYMONTHDAY` (-1: the last day), `BYMONTH`, `DTSTART`, `UNTIL` as in RFC 5545 (dates as 2026-04-01 or 20260401), `TIME`, `HOLIDAYS` (OPEN, CLOSED, ALSO: every holiday too), `CLOSED` (days of each year, `12-29/01-03`); several rules of one line with ` + ` between; なし when only the words are known, ことばから to have the words read. Without this column all words are read.',
			'FREQ=MONTHLY;BYDAY=2SA;TIME=14:00-16:00'
		),
		path: 'schedules',
		of: /^schedules\.\d+\.(?!text|exceptions|ruleFor)/,
		write: ({ content }) => content.schedules.map(writeRuleLine).join('\n'),
		read(cell, draft, _, fail) {
			const schedules = schedulesIn(draft);
			const lines = cell.split('\n').map((line) => line.trim());
			if (lines.length !== schedules.length) return fail('「いつ」と行の数が合いません。');
			for (const [place, line] of lines.entries()) {
				const problem = readRuleLine(schedules[place]!, line);
				if (problem) fail(problem);
			}
		}
	},
	{
		...list(
			'schedule_rule_words',
			'いつ：くりかえしのもと',
			'The words that each rule was read from or confirmed for, line by line; なし where nobody has said, 未確認 where the rule awaits a look. A rule whose words have changed since gives no dates.',
			'毎月第2土曜 14時〜16時'
		),
		staff: true,
		path: 'schedules',
		of: /^schedules\.\d+\.ruleFor/,
		write: ({ content: { schedules } }) =>
			schedules.some(({ ruleFor }) => ruleFor !== null)
				? writeLines(schedules.map(writeOrigin))
				: '',
		read(cell, draft, _, fail) {
			const schedules = schedulesIn(draft);
			const lines = readLines(cell);
			if (lines.length !== schedules.length) return fail('「いつ」と行の数が合いません。');
			for (const [place, line] of lines.entries()) readOrigin(schedules[place]!, line);
		}
	},
	{
		...list(
			'schedule_exceptions',
			'いつ：臨時の休みと追加',
			'Which line of いつ, date, 休み or 追加, from, to, note.',
			'1|2026-08-15|休み|||お盆;1|2026-08-22|追加|14:00|16:00'
		),
		path: 'schedules',
		of: /^schedules\.\d+\.exceptions/,
		write: ({ shown }) =>
			writeParts(
				shown.schedules.flatMap((schedule, place) =>
					schedule.exceptions.map(({ on, kind, startsAt, endsAt, note }) => [
						String(place + 1),
						on,
						exceptionKinds[kind],
						startsAt,
						endsAt,
						note
					])
				)
			),
		read(cell, draft, _, fail) {
			const schedules = schedulesIn(draft);
			for (const [place, on, kind, startsAt, endsAt, note] of readParts(cell)) {
				const schedule = schedules[Number(place) - 1];
				if (!schedule) fail(`「いつ」に${place}行目がありません。`);
				else {
					append(schedule, 'exceptions', [
						{ on: on && readDate(on), kind: code(exceptionKinds, kind), startsAt, endsAt, note }
					]);
				}
			}
		}
	},
	text('hoursNote', list('hours_note', 'いつの補足', 'What no rule can hold.', '年末年始は休み')),
	{
		...list(
			'phones',
			'電話',
			'Number, and what it is for; `FAX ` before a fax number.',
			'000-0000-0000|受付;FAX 000-0000-0001'
		),
		path: 'phones',
		write: ({ shown }) => writeParts(shown.phones.map(phoneParts)),
		read: (cell, draft) => append(draft, 'phones', readPhones(cell, 'public'))
	},
	{
		...list(
			'phones_withheld',
			'電話（非公開）',
			`The same with who may see it: ${visibilities.paper}, ${visibilities.staff} (when empty).`,
			'000-0000-0002|担当|職員だけ'
		),
		staff: true,
		path: 'phones',
		write: ({ content }) =>
			writeParts(
				content.phones
					.filter((phone) => phone.visibility !== 'public')
					.map((phone) => [...phoneParts(phone), visibilities[phone.visibility]])
			),
		read: (cell, draft) => append(draft, 'phones', readPhones(cell, 'staff'))
	},
	{
		...list(
			'contacts',
			'連絡先',
			`Kind (${Object.values(contactKinds).join(', ')}), value, and what it is for.`,
			'メール:hidamari@example.jp;申込フォーム:https://example.jp/form|はじめての方'
		),
		path: 'contacts',
		write: ({ shown }) => writeParts(shown.contacts.map(contactParts)),
		read: (cell, draft) => append(draft, 'contacts', readContacts(cell, 'public'))
	},
	{
		...list(
			'contacts_withheld',
			'連絡先（非公開）',
			'The same with who may see it; also an address that the precision withholds.',
			'メール:tantou@example.jp|担当|職員だけ'
		),
		staff: true,
		path: 'contacts',
		write: ({ content, shown }) =>
			writeParts(
				content.contacts
					.filter(
						({ kind, value, visibility }) =>
							visibility !== 'public' ||
							!shown.contacts.some((one) => one.kind === kind && one.value === value)
					)
					.map((contact) => [...contactParts(contact), visibilities[contact.visibility]])
			),
		read: (cell, draft) => append(draft, 'contacts', readContacts(cell, 'staff'))
	},
	{
		...list('links', 'リンク', 'Web address, and its name.', 'https://example.jp/|サイト'),
		path: 'links',
		write: ({ shown }) => writeParts(shown.links.map(({ url, label }) => [url, label])),
		read: (cell, draft) =>
			put(
				draft,
				'links',
				readParts(cell).map(([url, label]) => ({ url: url ?? '', label }))
			)
	},
	choice(
		'precision',
		precisions,
		list(
			'precision',
			'公開精度',
			`How exactly the place may be shown: ${Object.values(precisions).join(', ')}; 市区町村まで when empty.`,
			'正確に'
		)
	),
	...withheld(
		'location.municipality',
		'place.municipality',
		list(
			'municipality',
			'市区町村',
			'Name with prefecture, or code of six digits.',
			'群馬県高崎市'
		),
		{
			offers: 'municipality',
			say: municipalityName,
			parse: (cell, { gazetteer, around }) => readMunicipality(cell, gazetteer, around)
		}
	),
	...withheld(
		'location.town',
		'place.town',
		list('town', '町丁目', 'Part of a town.', '中央一丁目')
	),
	...withheld(
		'location.street',
		'place.street',
		list('street', '番地以降', 'House number.', '2-3')
	),
	...withheld('location.building', 'place.building', list('building', '建物', 'Building, floor.')),
	...withheld(
		'location.postalCode',
		'place.postalCode',
		list('postal_code', '郵便番号', 'Seven digits.', '000-0000'),
		{ parse: readPostalCode }
	),
	...withheld(
		'location.latitude',
		'place.latitude',
		list('latitude', '緯度', 'WGS 84, degrees.', '35.1'),
		{ cell: 'decimal', parse: amount }
	),
	...withheld(
		'location.longitude',
		'place.longitude',
		list('longitude', '経度', 'WGS 84, degrees.', '139.1'),
		{ cell: 'decimal', parse: amount }
	),
	...withheld('access', 'access', list('access', '行き方', 'From which station, how far.')),
	terms(
		'accessibility',
		'accessibility',
		list('accessibility', 'バリアフリー', 'Terms of `accessibility`.', '段差なし')
	),
	text(
		'accessibilityNote',
		list('accessibility_note', 'バリアフリーの補足', 'What else is said of it.')
	),
	terms('languages', 'language', list('languages', '言語', 'Terms of `language`.', '日本語')),
	text('alert.text', list('alert', 'お知らせ', 'What everyone should know now.')),
	date(
		'alert.from',
		list('alert_from', 'お知らせの開始日', 'From when it is shown.', '2026-08-01')
	),
	date('alert.until', list('alert_until', 'お知らせの終了日', 'Until when.', '2026-08-31')),
	{
		...list(
			'sources',
			'出典',
			'Name, web address, date.',
			'市の一覧|https://example.jp/list|2026-04-01'
		),
		path: 'sources',
		write: ({ shown }) =>
			writeParts(shown.sources.map(({ name, url, retrievedOn }) => [name, url, retrievedOn])),
		read: (cell, draft) =>
			put(
				draft,
				'sources',
				readParts(cell).map(([name, url, on]) => ({
					name: name ?? '',
					url,
					retrievedOn: on && readDate(on)
				}))
			)
	},
	{
		...list(
			'consents',
			'掲載の同意',
			'Channel (サイト, 冊子), the role of who gave it, how, date. Without it nothing is shown there.',
			'サイト|代表|メール|2026-04-01;冊子|代表|メール|2026-04-01'
		),
		staff: true,
		path: 'consents',
		write: ({ content }) =>
			writeParts(
				content.consents.map(({ channel, givenBy, how, givenOn }) => [
					channels[channel],
					givenBy,
					how,
					givenOn
				])
			),
		read(cell, draft, _, fail) {
			const consents = readParts(cell).map(([channel, givenBy, how, givenOn]) => ({
				channel: code(channels, channel),
				givenBy: givenBy ?? '',
				how: how ?? '',
				givenOn: givenOn && readDate(givenOn)
			}));
			const given = consents.map(({ channel }) => channel);
			if (new Set(given).size < given.length) fail('同じ掲載先の同意が2つあります。');
			put(draft, 'consents', consents);
		}
	},
	staffText('staffNote', list('staff_note', '職員メモ', 'Only for staff.')),
	{
		...list(
			'revision',
			'元の改訂',
			'Which revision of the resource the row was made from, so that a file that comes back later is compared with what it began as; no part of the content.',
			'3'
		),
		staff: true,
		isHidden: true,
		cell: 'whole',
		write: ({ identity }) => (identity.revision ? String(identity.revision) : ''),
		read: () => {}
	},
	{
		...list(
			'sample',
			'見本',
			'Says in every row of the fictional sample region that it is invented; exported from there only, and not read.',
			'架空の見本'
		),
		isOfFile: true,
		write: () => '',
		read: () => undefined
	}
];
