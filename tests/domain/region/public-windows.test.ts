import { expect, test } from 'vitest';
import { firstSentences, publicWindows } from '#lib/domain/region/public-windows.ts';

const names = (towns: string[], prefectures: string[]) =>
	publicWindows(towns, prefectures).map(({ name }) => name);

test('a region of one town is told where its office is', () => {
	expect(names(['野々市市'], ['石川県'])).toEqual([
		'野々市市役所の、福祉の窓口',
		'保健所・保健センター',
		'石川県の、ひきこもり地域支援センター'
	]);
});

test('offices are called by what they are, and a ward is asked for at its city', () => {
	const [office] = names(['札幌市', '札幌市中央区', '当別町', '新篠津村'], ['北海道']);
	expect(office).toBe('札幌市役所・当別町役場・新篠津村役場の、福祉の窓口');
	expect(names(['千代田区'], ['東京都'])[0]).toBe('千代田区役所の、福祉の窓口');
});

test('of many towns, or of none, none is named', () => {
	const many = ['前橋市', '高崎市', '桐生市', '伊勢崎市', '太田市'];
	expect(names(many, ['群馬県'])[0]).toBe('お住まいの市区町村の役所の、福祉の窓口');
	expect(names([], [])).toEqual([
		'お住まいの市区町村の役所の、福祉の窓口',
		'保健所・保健センター',
		'都道府県の、ひきこもり地域支援センター'
	]);
});

test('no number and no address is invented', () => {
	const words = JSON.stringify([publicWindows(['野々市市'], ['石川県']), firstSentences]);
	expect(words).not.toMatch(/[0-9０-９]|http|@/);
});
