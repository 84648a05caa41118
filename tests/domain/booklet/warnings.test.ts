import { describe, expect, it } from 'vitest';
import type { ContentInput } from '#lib/domain/resource/content.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import { entryOf } from '#lib/domain/booklet/collected/entry.ts';
import { printableIn } from '#lib/domain/booklet/collected/lines.ts';
import { easeSymbols } from '#lib/domain/booklet/collected/symbols.ts';
import { warningsOfBooklet, warningsOfEntry } from '#lib/domain/booklet/collected/warnings.ts';
import { titles } from '#lib/domain/editing/form/titles.ts';
import { contentFor } from '#lib/domain/resource/publication.ts';
import { anyBooklet } from '../../support/booklet.ts';
import { vocabularies } from '../../support/formats.ts';
import { content } from '../../support/world.ts';

const names = { vocabularies, municipalities: new Map<string, string>() };
const means = { names, easeSymbols: easeSymbols(vocabularies.ease.values()) };

const good: Partial<ContentInput> & { name: string } = {
	...{ name: '月の部屋', kana: 'つきのへや', summary: 'お茶を飲むところ' },
	phones: [{ number: '000-111-2222' }]
};

function warned(input: Partial<ContentInput>, change: Partial<Content> = {}) {
	const whole = { ...content({ ...good, ...input }), ...change };
	const source = {
		...{ id: 'id', number: 12, address: null },
		content: printableIn(contentFor('paper', whole)),
		verification: { method: 'phone' as const, on: '2026-05-01', role: null }
	};
	const entry = entryOf(source, means);
	return warningsOfEntry({ entry, content: whole });
}

const found = (...all: Parameters<typeof warned>) =>
	warned(...all).map(({ field, words }) => `${field}: ${words}`);

describe('What staff should look at before it is printed', () => {
	it('is nothing of a place that says what a reader needs', () => {
		expect(warned({})).toEqual([]);
	});

	it.each<[Partial<ContentInput>, string]>([
		[{ kana: null }, 'kana: 12番「月の部屋」に、よみがありません。'],
		[{ summary: null }, 'summary: 12番「月の部屋」に、紹介のことばがありません。'],
		[{ phones: [] }, 'contacts: 12番「月の部屋」に、載せられる連絡先がありません。'],
		[
			{ phones: [{ number: '000-111-2222', visibility: 'staff' }] },
			'contacts: 12番「月の部屋」に、載せられる連絡先がありません。'
		],
		[
			{ summary: null, description: 'あ'.repeat(1500) },
			'summary: 12番「月の部屋」の紹介が、冊子では長すぎます（1500文字。目安は400文字まで）。'
		],
		[
			{ firstVisit: { first: 'い'.repeat(500), people: '3人' } },
			'firstVisit.first: 12番「月の部屋」の「はじめて行く日」の、冊子に載る1行が長すぎます（500文字'
		],
		[
			{ phones: Array.from({ length: 40 }, (_, at) => ({ number: `000-111-${1000 + at}` })) },
			'phones: 12番「月の部屋」の連絡先が多すぎます（40件。目安は6件まで）。'
		],
		[{ summary: '😀でどうぞ' }, 'summary: 12番「月の部屋」の「短い紹介」の1文字目に、絵文字'],
		[{ access: 'עברית' }, 'access: 12番「月の部屋」の「行き方」の1文字目に、右から左に書く文字']
	])('names the entry, its field and what is wrong: %j', (input, expected) => {
		expect(found(input)).toEqual([expect.stringContaining(expected)]);
	});

	it('is a letter that no paper can show, which is not printed either', () => {
		const change = { summary: 'お茶\u202eを\u0007飲む', description: null };
		expect(found({}, change)).toEqual([
			expect.stringContaining('の「短い紹介」の5文字目に、印刷できない文字（制御文字）')
		]);
		const whole = { ...content(good), ...change };
		expect(printableIn(contentFor('paper', whole)).summary).toBe('お茶を飲む');
	});

	it('leads to a field of the editor', () => {
		const all = [
			...warned({ kana: null, summary: null, phones: [], access: 'עברית' }),
			...warned({ firstVisit: { first: 'い'.repeat(500) }, description: 'あ'.repeat(1500) })
		];
		for (const { field } of all) expect(Object.keys(titles)).toContain(field);
	});

	it('asks no contact of a place that has ended', () => {
		expect(warned({ operation: 'closed', phones: [], summary: null })).toEqual([]);
	});

	it('asks for none where it says how to apply', () => {
		expect(warned({ phones: [], approach: '窓口でどうぞ' })).toEqual([]);
	});

	it('is who does not agree to it, and what the edition does not say', () => {
		const booklet = anyBooklet(8, { windows: [] });
		const words = { ...booklet.words, imprint: null, licence: null };
		const all = warningsOfBooklet({ ...booklet, words }, [
			{ id: 'a', number: 3, lacking: 'paper' },
			{ id: 'b', number: 4, lacking: null }
		]);
		expect(all.map(({ field, number }) => [field, number])).toEqual([
			...[
				['imprint', null],
				['licence', null],
				[null, null],
				['consents', 3],
				[null, 4]
			]
		]);
		expect(all[3]!.words).toContain('3番には、冊子に載せる同意がない');
	});
});
