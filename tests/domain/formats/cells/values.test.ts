import { describe, expect, it } from 'vitest';
import { readAnswer } from '#lib/domain/formats/cells/answer.ts';
import { readTime, readTimes } from '#lib/domain/formats/cells/clock.ts';
import { readCoordinates, readDegrees, readPair } from '#lib/domain/formats/cells/coordinates.ts';
import { allowed, isDamaged, wideKana } from '#lib/domain/formats/cells/letters.ts';
import { readPlaceCode } from '#lib/domain/formats/cells/place-code.ts';
import { splitStreet } from '#lib/domain/formats/cells/street.ts';
import { readDate } from '#lib/domain/formats/cells/values.ts';
import { readMail, readWeb } from '#lib/domain/formats/cells/web.ts';
import { readWeekdays } from '#lib/domain/formats/cells/weekdays.ts';
import { context } from '../../../support/formats.ts';

describe('A date', () => {
	it.each([
		['S9.9.9', '1934-09-09'],
		['平元.9.9', '1989-09-09'],
		['平成元年9月9日', '1989-09-09'],
		['令和7年4月1日', '2025-04-01'],
		['令和７年４月１日（火）', '2025-04-01'],
		['R7.4.1', '2025-04-01'],
		['昭55/4/1', '1980-04-01'],
		['2025/4/1', '2025-04-01'],
		['20250401', '2025-04-01'],
		['2025-04-01 0:00:00', '2025-04-01'],
		['2025-04-01', '2025-04-01']
	])('%s is %s', (cell, date) => expect(readDate(cell)).toBe(date));

	it.each(['令和7年4月', '20251399', '45748', '4/1', '毎月1日'])('%s is none and stays', (cell) =>
		expect(readDate(cell)).toBe(cell)
	);
});

describe('A time of the day', () => {
	it.each([
		['9:00', '09:00'],
		['9：00', '09:00'],
		['9時半', '09:30'],
		['９時', '09:00'],
		['午後1時', '13:00'],
		['午後１時３０分', '13:30'],
		['午前12:00', '12:00'],
		['13:00:00', '13:00'],
		['0930', '09:30'],
		['正午', '12:00'],
		['24:00', '24:00'],
		['17時まで', '17:00']
	])('%s is %s', (cell, time) => expect(readTime(cell)).toBe(time));

	it.each(['25:00', '9:60', '日の出', '', '8:00?15:00', '24:30'])('%s is none', (cell) =>
		expect(readTime(cell)).toBeNull()
	);

	it.each(['9：00～17：00', '9:00-17:00', '9時から17時', '9:00 〜 17:00', '午前9時～午後5時'])(
		'%s is two',
		(cell) => expect(readTimes(cell)).toEqual({ startsAt: '09:00', endsAt: '17:00' })
	);

	it.each(['9:00', '9:00～12:00 13:00～17:00', '8:00?15:00'])('%s is not two', (cell) =>
		expect(readTimes(cell)).toBeNull()
	);
});

describe('An answer', () => {
	it.each(['○', '〇', '◯', '◎', '有', '有り', 'あり', '可', 'はい', '対応可', '1'])(
		'%s is yes',
		(cell) => expect(readAnswer(cell)).toBe('yes')
	);
	it.each(['×', '✕', '無', 'なし', '不可', 'いいえ', 'ｘ'])('%s is no', (cell) =>
		expect(readAnswer(cell)).toBe('no')
	);
	it.each(['△', '要相談', '有料', ''])('%s is neither', (cell) =>
		expect(readAnswer(cell)).toBeNull()
	);
});

describe('Days of the week', () => {
	it.each([
		['月火水木金土日', '月・火・水・木・金・土・日'],
		['月,火,水', '月・火・水'],
		['月曜日～金曜日', '月〜金'],
		['月～金、日', '月〜金・日'],
		['土日祝', '土日祝'],
		['月 水 金', '月・水・金'],
		['月火祝日', '月・火・祝'],
		['平日', '平日'],
		['年中無休', '毎日']
	])('%s are %s', (cell, days) => expect(readWeekdays(cell)).toBe(days));

	it.each(['第1月曜', '不定期', '月2回', '4月'])('%s are none', (cell) =>
		expect(readWeekdays(cell)).toBeNull()
	);
});

describe('Letters', () => {
	it('in half width become wide with their marks, decomposed ones whole, others stay', () => {
		expect(wideKana('ﾋﾀﾞﾏﾘﾊﾟｰｸ ＡＢＣ１２')).toBe('ヒダマリパーク ＡＢＣ１２');
		expect(wideKana('ひだまり'.normalize('NFD'))).toBe('ひだまり');
	});

	it('that no text may hold are taken out and named', () => {
		expect(allowed('a\u0007b\u202ec')).toEqual({
			text: 'abc',
			without: ['制御文字', '文字の向きを変える文字']
		});
	});

	it.each(['8:00?15:00', '高�橋', '居???場所', '柳?井'])('of %s were lost before', (text) =>
		expect(isDamaged(text)).toBe(true)
	);
	it.each(['8:00〜15:00', 'https://example.jp/?a=1', 'どんなところ？', 'どうする?', 'Q1?'])(
		'of %s were not',
		(text) => expect(isDamaged(text)).toBe(false)
	);
});

describe('Coordinates', () => {
	it.each([
		['36.5', 36.5],
		['３６．５', 36.5],
		['北緯36度30分', 36.5],
		['36°30′00″N', 36.5],
		['36°30\'36"', 36.51]
	])('%s is %d degrees', (cell, degrees) => expect(readDegrees(cell)?.degrees).toBe(degrees));

	it.each(['36度70分', '不明', '36.5.1', ''])('%s is no number of degrees', (cell) =>
		expect(readDegrees(cell)).toBeUndefined()
	);

	it('that were swapped are put right, with a warning', () => {
		expect(readCoordinates('139.06', '36.39')).toEqual({
			point: { latitude: 36.39, longitude: 139.06 },
			warning: expect.stringContaining('逆') as string
		});
		expect(readCoordinates('36.39', '139.06')).toMatchObject({ warning: null });
	});

	it.each([
		['0', '0'],
		['51.5', '-0.12'],
		['36.39', '36.39'],
		['x', '139']
	])('%s, %s are not guessed', (latitude, longitude) =>
		expect(readCoordinates(latitude, longitude)).toHaveProperty('issue')
	);

	it.each(['34.3,134.0', '（34.3, 134.0）', '34.3 134.0'])('%s in one cell are two', (cell) =>
		expect(readPair(cell)).toEqual(['34.3', '134.0'])
	);
});

describe('A code of a place', () => {
	const read = (cell: string) => readPlaceCode(cell, context.gazetteer);

	it.each([
		['102016', '102016'],
		['10201', '102016'],
		['１０２０１', '102016'],
		['1100', '011002'],
		['01100', '011002'],
		['11002', '011002'],
		['102016.0', '102016']
	])('%s is %s', (cell, code) =>
		expect(read(cell)).toMatchObject({ municipality: { code }, warning: null })
	);

	it('with a wrong check digit is read with a warning', () => {
		expect(read('102017')).toMatchObject({
			municipality: { code: '102016' },
			warning: expect.stringContaining('102016') as string
		});
	});

	it.each(['100005', '10', '100000'])('%s tells the prefecture alone, or nothing', (cell) =>
		expect(read(cell)?.municipality ?? null).toBeNull()
	);

	it.each(['999999', 'x', '1', ''])('%s is none that is known', (cell) =>
		expect(read(cell)?.municipality ?? null).toBeNull()
	);
});

describe('A web address', () => {
	it('may lack its scheme, be a mail address, or be several', () => {
		expect(readWeb('www.example.jp/a')).toMatchObject({ urls: ['http://www.example.jp/a'] });
		expect(readWeb('mihon＠example.jp')).toMatchObject({ mails: ['mihon@example.jp'], urls: [] });
		expect(readWeb('https://example.jp/ mihon@example.jp')).toEqual({
			...{ urls: ['https://example.jp/'], mails: ['mihon@example.jp'], unread: [] }
		});
		expect(readWeb('ｈｔｔｐ：／／ｅｘａｍｐｌｅ．ｊｐ／')).toMatchObject({
			urls: ['http://example.jp/']
		});
		expect(readWeb('市のサイトを見る')).toMatchObject({ unread: ['市のサイトを見る'] });
	});

	it('of mail keeps its letters', () => {
		expect(readMail('メール：Mihon.Taro@example.jp')).toBe('Mihon.Taro@example.jp');
		expect(readMail('mihon@example')).toBeNull();
	});
});

describe('An address after its municipality', () => {
	it.each([
		['塚原1-7-40', '塚原', '1-7-40', null],
		['新庄二丁目14番地 例ビル2F', '新庄二丁目', '14番地', '例ビル2F'],
		['北１条西９丁目１番３６号クリエイト見本', '北１条西９丁目', '１番３６号', 'クリエイト見本'],
		['大字見本字例山4026-2', '大字見本字例山', '4026-2', null],
		['見本町1番地1先', '見本町', '1番地1先', null],
		['見本町1-1他', '見本町', '1-1他', null],
		['見本津', '見本津', null, null],
		['1-2-3', null, '1-2-3', null],
		['', null, null, null]
	])('%s is parted', (address, town, street, building) =>
		expect(splitStreet(address)).toEqual({ town, street, building })
	);

	it('that is a megabyte of figures is read all the same', () => {
		const figures = '0'.repeat(1_000_000);
		expect(splitStreet(figures).street).toBe(figures);
	});
});
