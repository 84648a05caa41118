import { belongingsOf, belongingWords } from '#lib/domain/reader/bookmark/belongings.ts';
import {
	addList,
	annotate,
	emptyShelf,
	keep,
	renameList
} from '#lib/domain/reader/bookmark/shelf.ts';
import { expect, test } from 'vitest';

const nothing = { hasDisplaySettings: false, hasLeft: false, ownRegion: null, regions: [] };
const kept = (id: string) => ({
	...{ id, region: 'sakura', name: id, memo: '', mark: null, keptOn: '2026-11-30' }
});

test('an empty device has nothing to lose', () => {
	expect(belongingWords(belongingsOf(emptyShelf(), nothing))).toEqual([]);
});

test('what is on a device is told in numbers, and nothing else', () => {
	const two = keep(keep(emptyShelf(), kept('a')), kept('b'));
	const shelf = addList(annotate(two, 'a', { memo: '水曜' }), { id: 'own', name: '春' });
	expect(belongingWords(belongingsOf(shelf, nothing))).toEqual([
		'しおり2か所',
		'メモ1つ',
		'作ったリスト1つ'
	]);
	const others = {
		...{ hasDisplaySettings: true, hasLeft: true, ownRegion: '群馬県' },
		regions: ['さくら地域', '群馬県']
	};
	expect(belongingWords(belongingsOf(emptyShelf(), others))).toEqual([
		'見やすさの設定',
		'「今日はここまで」のしるし',
		'いつも見る地域（群馬県）',
		'取っておいた地域2つ（さくら地域、群馬県）'
	]);
});

test('the first list counts once somebody has given it a name', () => {
	const named = renameList(emptyShelf(), 'first', '近いところ');
	expect(belongingsOf(named, nothing).lists).toBe(1);
});
