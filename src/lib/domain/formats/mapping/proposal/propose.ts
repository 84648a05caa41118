import type { Context, Row } from '#lib/domain/formats/format.ts';
import { termLabel } from '#lib/domain/formats/column.ts';
import { tidy } from '#lib/domain/input/letters.ts';
import { knownTerm } from '#lib/domain/formats/mapping/terms/match.ts';
import type { Column, ProposedColumn } from './column.ts';
import { lookOf, type Look } from './looks.ts';
import type { MappedColumn, Mapping } from '#lib/domain/formats/mapping/mapping.ts';
import { targetOfName } from './naming.ts';
import { holdsOffices, holdsPeople, isOfPeople } from '#lib/domain/formats/mapping/people.ts';
import { proposeWords, wordsIn } from './words.ts';
import { settle } from './settling.ts';
import { targetLabel, type Target } from '#lib/domain/formats/mapping/targets.ts';

export type { ProposedColumn, Sureness } from './column.ts';

const fewSamples = 3;
const mostValues = 200;

/** A mapping for a file of no known shape, from the names of its columns and from their values. */
export function propose(
	header: readonly string[],
	rows: readonly Row[],
	context: Context
): { mapping: Mapping; columns: ProposedColumn[] } {
	const columns = header.map((from) => columnOf(from, rows, context));
	settle(columns);
	const mapped = columns.map(({ from, to, values, flag }): MappedColumn => {
		const known = to ? proposeWords(from, to, values, context) : null;
		const words = flag ? { はい: flag } : known;
		return { from, to, ...(words ? { words } : {}) };
	});
	const name = context.fileName?.replace(/\.[a-z]{1,5}$/i, '').slice(0, 100) || '一覧';
	return {
		mapping: { name, columns: mapped },
		columns: columns.map(({ from, to, sureness, because, samples, values }) => ({
			...{ from, to, sureness, because, samples },
			words: wordsIn(to, values, context) ?? []
		}))
	};
}

function columnOf(from: string, rows: readonly Row[], context: Context): Column {
	const all = rows.map(({ cells }) => tidy(cells.get(from) ?? '')).filter(Boolean);
	const values = all.slice(0, mostValues);
	const samples = [...new Set(values)].slice(0, fewSamples).map((text) => text.slice(0, 60));
	const look = lookOf(values, context);
	const about = { from, samples, values, look };
	const people = isOfPeople(from);
	const isNoName = look === 'number' || look === 'answer' || holdsOffices(values);
	if (people === 'certainly' || (people === 'perhaps' && !isNoName)) {
		const because = '人の名前や、その人への連絡先の列のようなので、載せません。';
		return { ...about, to: null, sureness: 'sure', because };
	}
	if (holdsPeople(values)) {
		const because = '値が人の名前のようなので、載せません。';
		return { ...about, to: null, sureness: 'likely', because };
	}
	const flag = flagOf(from, look, values, context);
	return { ...about, ...(flag ?? proposal(from, look, values, context)) };
}

/** A column for each category, with ○ where a place is one: 「提供サービス_就労移行支援」. */
function flagOf(from: string, look: Look | null, values: string[], context: Context) {
	const isMarked = look === 'answer' || (values.length > 0 && values.every((one) => one === '1'));
	const word = from.split('_').at(-1)!;
	const code = isMarked ? knownTerm(word, 'category', context) : null;
	if (code === null) return null;
	const flag = termLabel(context, 'category', code);
	const because = `○が付いていれば「${flag}」です。`;
	return { to: 'categories' as const, sureness: 'sure' as const, because, flag };
}

type Proposal = Pick<Column, 'to' | 'sureness' | 'because'>;

function proposal(from: string, look: Look | null, values: string[], context: Context): Proposal {
	const named = targetOfName(from, context.shapes);
	const seen = look && ofLook[look];
	if (named?.to === null) {
		return {
			to: null,
			sureness: named.by === 'name' ? 'sure' : 'likely',
			because: '載せない列です。'
		};
	}
	if (named && fits(named.to, look)) {
		const isName = named.by === 'name';
		const because = isName
			? `見出しが「${named.like}」です。`
			: `見出しが「${named.like}」に似ています。`;
		const sureness = isName ? (values.length > 0 ? 'sure' : 'likely') : 'likely';
		return { to: refined(named.to, look, values), sureness, because };
	}
	if (seen) {
		const because = `値が「${targetLabel(seen)}」のように見えます。`;
		return { to: seen, sureness: named ? 'unsure' : 'likely', because };
	}
	if (named) {
		return {
			to: named.to,
			sureness: 'unsure',
			because: `見出しは「${named.like}」ですが、値がちがうようです。`
		};
	}
	const isNumbered = look === 'number' && new Set(values).size === values.length;
	if (isNumbered && values.length > 1) {
		return { to: 'number', sureness: 'unsure', because: '値が、行ごとにちがう番号です。' };
	}
	if (look === 'answer') {
		return {
			to: 'description',
			sureness: 'unsure',
			because: '値が○と×のようなので、説明に添えます。'
		};
	}
	return { to: null, sureness: 'unsure', because: '見出しからも値からも、何の列か分かりません。' };
}

/** What values alone can tell. */
const ofLook: Record<Look, Target | null> = {
	...{
		mail: 'mail',
		url: 'url',
		corporate: 'corporate_number',
		point: 'point',
		latitude: 'latitude'
	},
	...{
		longitude: 'longitude',
		postal: 'postal_code',
		times: 'hours',
		weekdays: 'weekdays',
		phone: 'phone'
	},
	...{
		prefecture: 'prefecture',
		municipality: 'municipality',
		code: 'municipality_code',
		address: 'address'
	},
	...{ ages: 'ages', schedule: 'hours', fee: 'fee', category: 'categories', audience: 'audiences' },
	...{ kana: 'kana', date: null, time: null, answer: null, number: null }
};

/** Looks that a target cannot have: values of another kind under a name. */
const strange: Partial<Record<Target, Look[]>> = {
	name: [
		'phone',
		'mail',
		'url',
		'postal',
		'date',
		'point',
		'latitude',
		'longitude',
		'number',
		'code'
	],
	organization: ['phone', 'mail', 'url', 'postal', 'date', 'address', 'number', 'answer'],
	phone: ['mail', 'url', 'address', 'date', 'postal', 'prefecture', 'municipality'],
	fax: ['mail', 'url', 'address', 'date', 'postal'],
	address: ['phone', 'mail', 'url', 'date', 'postal', 'latitude', 'longitude'],
	access: ['phone', 'mail', 'url', 'date', 'postal'],
	url: ['phone', 'postal', 'address', 'date', 'latitude', 'longitude', 'number'],
	mail: ['phone', 'postal', 'address', 'date', 'url'],
	kana: ['phone', 'mail', 'url', 'address', 'number'],
	capacity: ['phone', 'mail', 'url', 'address', 'date'],
	ages: ['phone', 'mail', 'url', 'address'],
	hours: ['phone', 'mail', 'url', 'address', 'postal', 'number'],
	categories: ['phone', 'mail', 'url', 'address', 'postal', 'date', 'number'],
	municipality: ['phone', 'mail', 'url', 'date', 'postal', 'code'],
	municipality_code: ['phone', 'mail', 'url', 'date', 'municipality', 'prefecture'],
	latitude: ['phone', 'mail', 'url', 'address', 'point'],
	longitude: ['phone', 'mail', 'url', 'address', 'point'],
	phone_label: ['phone', 'mail', 'url', 'address']
};

const fits = (to: Target, look: Look | null): boolean =>
	look === null || !(strange[to] ?? []).includes(look);

/** One name for several things: which, its values tell. */
function refined(to: Target, look: Look | null, values: string[]): Target {
	if (to === 'hours' && look === 'weekdays') return 'weekdays';
	if (to === 'audiences' && look === 'ages') return 'ages';
	if (to === 'description' && look === 'schedule') return 'hours';
	if (to === 'contacts' && !values.some((value) => value.includes(':'))) return 'approach';
	if (to === 'access' && look === 'address') return 'address';
	return to;
}
