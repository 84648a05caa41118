import { describe, expect, it } from 'vitest';
import { indexesOf } from '#lib/domain/booklet/collected/indexes.ts';
import { easeSymbols } from '#lib/domain/booklet/collected/symbols.ts';
import type { ChapterOrder } from '#lib/domain/edition/edition.ts';
import type { ContentInput } from '#lib/domain/resource/content.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import { vocabularies } from '../../support/formats.ts';
import { content } from '../../support/world.ts';

const names = {
	vocabularies,
	municipalities: new Map([
		['102024', '高崎市'],
		['102016', '前橋市'],
		['131016', '千代田区']
	])
};

function indexed(
	places: (Partial<ContentInput> & { name: string })[],
	order: ChapterOrder = 'category'
) {
	const all = places.map((input, at) => ({
		number: at + 1,
		content: publicContent(content(input))
	}));
	return indexesOf(all, names, { municipalities: ['102016', '102024'], order }).map(({ groups }) =>
		groups.map(({ heading, items }) => `${heading} ${items.map(({ number }) => number).join(',')}`)
	);
}

describe('The indexes', () => {
	it('go by kana, whatever a name is written in, and end with what has none', () => {
		const [kana] = indexed([
			{ name: '月の部屋', kana: 'つきのへや' },
			{ name: 'がじゅまる', kana: 'がじゅまる' },
			{ name: '家族会', kana: 'かぞくかい' },
			{ name: 'サロン みどり' },
			{ name: '読めない', kana: null },
			{ name: 'HALO', kana: 'HALO' },
			{ name: 'パン', kana: 'ぱん' },
			{ name: '星', kana: 'ほし' },
			{ name: '橋', kana: 'はし' }
		]);
		expect(kana).toEqual([
			...['か 2,3', 'さ 4', 'た 1', 'は 9,7,8', '英数字など 6', 'よみがな未記入 5']
		]);
	});

	it('go by needs in the order of the vocabulary, and by the towns of the region in its order', () => {
		const at = (municipality: string) => ({ location: { municipality } });
		const [, needs, towns] = indexed([
			{ name: 'あ', needs: ['be-heard', 'feel-safe'], ...at('102024') },
			{ name: 'い', needs: ['feel-safe'], ...at('131016') },
			{ name: 'う', ...at('102016'), operation: 'closed', needs: ['feel-safe'] },
			{ name: 'え', ...at('102016') },
			{ name: 'お', precision: 'online', ...at('102016') },
			{ name: 'か', precision: 'private', ...at('102016') },
			{ name: 'き' }
		]);
		expect(needs).toEqual(['安心していたい 1,2', '聴いてもらいたい 1']);
		expect(towns).toEqual([
			...['前橋市 4', '高崎市 1', '千代田区 2', 'オンライン 5'],
			...['場所を公開していないところ 6', '市区町村が未確認のところ 7']
		]);
	});

	it('go by category too where the chapters are municipalities', () => {
		const [, , categories] = indexed(
			[
				{ name: 'あ', categories: ['medical'] },
				{ name: 'い', categories: ['ibasho', 'medical'] }
			],
			'municipality'
		);
		expect(categories).toEqual(['居場所 2', expect.stringMatching(/ 1$/)]);
	});
});

it('Every ease has a letter of its own, a new one of the vocabulary too', () => {
	const added = [
		{ code: 'new', label: '予約の見学' },
		{ code: 'other', label: '予見' }
	];
	const symbols = easeSymbols([...vocabularies.ease.values(), ...added]);
	expect(new Set(symbols.values()).size).toBe(vocabularies.ease.size + 2);
	expect(symbols.get('no-booking')).toBe('予');
	expect(symbols.get('new')).toBe('約');
});
