import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSayings } from '#lib/domain/search/sentence/saying.ts';
import { understand } from '#lib/domain/search/sentence/understanding.ts';
import { lexicon, vocabularies } from '../../../support/lexicon.ts';

const isCode = (name: keyof typeof vocabularies, code: string) => vocabularies[name].has(code);
const shipped: unknown = JSON.parse(readFileSync('data/vocabulary/sayings.json', 'utf8'));
const file = (sayings: unknown[]) => ({ classes: {}, spellings: [], sayings });

describe('The shipped sayings', () => {
	it('are 800 at least, each of which means something', () => {
		const parsed = parseSayings(shipped, isCode);
		if ('issues' in parsed) throw new Error(parsed.issues[0]!.message);
		expect(parsed.value.sayings.flatMap(({ says }) => says).length).toBeGreaterThanOrEqual(800);
	});

	const known = lexicon();
	const told = (query: string) =>
		understand(query, known, () => true).wants.flatMap((one) => one.name ?? []);

	it.each([
		['電話が怖い', '電話なしで申込可'],
		['顔を出したくない', '顔出し不要'],
		['予約しないで行ける所', '予約不要'],
		['タダで', '無料'],
		['50代', '50代'],
		['夜 オンライン', '夕方から後に開く'],
		['車いす', '段差なし']
	])('are understood: %s', (query, name) => {
		expect(told(query).join('・')).toContain(name);
	});
});

describe('Bad sayings', () => {
	it.each([
		[[], '「classes」：'],
		[file([{ says: [], means: { need: ['enjoy'] } }]), '1番目の組の「says」：言葉が要ります。'],
		[
			file([{ says: ['電話'], means: { ease: ['nothing'] } }]),
			'1番目の組の「means」：ease に「nothing」はありません。'
		],
		[
			file([{ says: ['{子}が'], means: { need: ['enjoy'] } }]),
			'1番目の組の「says」：「{子}」は classes にありません。'
		],
		[file([{ says: ['電話'], means: {} }]), '1番目の組の「means」：意味が一つ要ります。'],
		[
			file([{ says: ['電話'], means: { need: ['enjoy'] }, weight: 2 }]),
			'1番目の組の「weight」：おもさは0より大きく1以下の数で書きます。'
		]
	])('get a sentence that names the group and the field', (input, message) => {
		const parsed = parseSayings(input, isCode);
		expect('issues' in parsed && parsed.issues[0]!.message).toContain(message);
	});
});
