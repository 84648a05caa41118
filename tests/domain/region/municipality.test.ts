import { describe, expect, it, test } from 'vitest';
import {
	checkDigit,
	gazetteer,
	isMunicipalityCode,
	parseAddress,
	type Municipality
} from '#lib/domain/region/municipality.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as municipalities from '#lib/server/regions/municipalities.ts';

const db = openDatabase(':memory:');
municipalities.seed(db, new Date(0));
const all = municipalities.list(db);
const places = gazetteer<Municipality>(all);

test.each([
	['01100', '2'],
	['13101', '6'],
	['22138', '4'],
	['47382', '1']
])('the check digit of %s is %s', (digits, digit) => {
	expect(checkDigit(digits)).toBe(digit);
});

test.each(['011002', '131016'])('%s is a code', (code) => {
	expect(isMunicipalityCode(code)).toBe(true);
});

test.each(['011003', '01100', '', 'abcdef', '0110022'])('「%s」 is none', (code) => {
	expect(isMunicipalityCode(code)).toBe(false);
});

describe('The municipalities', () => {
	it('all have a code that checks', () => {
		expect(all.length).toBeGreaterThan(1900);
		expect(all.filter(({ code }) => !isMunicipalityCode(code))).toEqual([]);
	});

	it('know the three wards that 浜松市 has had since 2024, and not the seven before', () => {
		const hamamatsu = all.filter(({ name }) => name.startsWith('浜松市'));
		expect(hamamatsu.map(({ code, name, kana }) => [code, name, kana])).toEqual([
			['221309', '浜松市', 'はままつし'],
			['221384', '浜松市中央区', 'はままつしちゅうおうく'],
			['221392', '浜松市浜名区', 'はままつしはまなく'],
			['221406', '浜松市天竜区', 'はままつしてんりゅうく']
		]);
	});

	it('are there once, however often they are seeded', () => {
		municipalities.seed(db, new Date());
		expect(municipalities.list(db)).toEqual(all);
	});
});

test.each([
	['北海道札幌市中央区', '札幌市中央区', ''],
	['北海道古平郡古平町大字浜町', '古平町', '大字浜町'],
	['福島県郡山市', '郡山市', ''],
	['奈良県大和郡山市', '大和郡山市', ''],
	['静岡県浜松市浜名区', '浜松市浜名区', ''],
	['静岡県浜松市', '浜松市', ''],
	['東京都三宅島三宅村神着', '三宅村', '神着'],
	['東京都府中市1-2', '府中市', '1-2'],
	['広島県府中市', '府中市', ''],
	['広島県安芸郡府中町', '府中町', ''],
	['福岡県糟屋郡須惠町', '須恵町', ''],
	['茨城県龍ヶ崎市', '龍ケ崎市', ''],
	['京都府 京都市　中京区', '京都市中京区', ''],
	['札幌市中央区北1条', '札幌市中央区', '北1条'],
	['奈良県葛\u{e0100}城市', '葛城市', ''],
	['群馬県髙崎市', '高崎市', ''],
	['神奈川県茅ヶ﨑市', '茅ヶ崎市', ''],
	['高知県高岡郡檮原町', '梼原町', ''],
	['高知県梼原町', '梼原町', ''],
	['檮原町太郎川', '梼原町', '太郎川'],
	['群馬縣高崎市', '高崎市', ''],
	['群馬県高\u200b崎市\ufeff', '高崎市', ''],
	['東京都葛\u{e0101}飾区葛\u{e0100}町', '葛飾区', '葛\u{e0100}町']
])('%s is in %s', (address, name, rest) => {
	const found = parseAddress(address, places);
	expect([found.municipality?.name, found.rest]).toEqual([name, rest]);
});

test('a name that two prefectures have says nothing without one', () => {
	const found = parseAddress('府中市宮町', places);
	expect(found.municipality).toBeNull();
	expect(found.ambiguous.map(({ prefecture }) => prefecture.name)).toEqual(['東京都', '広島県']);
});

test('an unknown town still tells its prefecture', () => {
	expect(parseAddress('青森県まぼろし市', places)).toMatchObject({
		prefecture: { code: '02', name: '青森県' },
		municipality: null,
		rest: 'まぼろし市'
	});
});

test('every municipality is found by its own name', () => {
	const lost = all.filter(({ code, name, prefecture }) => {
		const found = parseAddress(prefecture.name + name, places);
		return found.municipality?.code !== code || found.rest !== '';
	});
	// Two villages of Hokkaido are called 泊村; the name leads to the other one.
	expect(lost.map(({ code }) => code)).toEqual(['016969']);
});
