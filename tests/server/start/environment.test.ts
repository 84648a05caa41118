import { readEnvironment } from '#lib/server/start/environment.ts';
import { StartError } from '#lib/server/database/start-error.ts';
import { expect, test } from 'vitest';

test('nothing set means the defaults, and so does an empty value', () => {
	const defaults = readEnvironment({});
	expect(defaults).toMatchObject({
		PORT: 3000,
		DATABASE_FILE: 'data/bookmark.db',
		SAMPLE: 'yes',
		LOG_LEVEL: 'info',
		ANSWERS_MB: 64
	});
	expect(readEnvironment({ PORT: '', LOG_LEVEL: ' ', AUDIT_KEY: '' })).toEqual(defaults);
});

test('values come back typed', () => {
	expect(
		readEnvironment({ PORT: '80', ORIGIN: 'https://example.jp', ANSWERS_MB: '0', SAMPLE: 'no' })
	).toMatchObject({ PORT: 80, ORIGIN: 'https://example.jp', ANSWERS_MB: 0, SAMPLE: 'no' });
});

test.each([
	['PORT', 'eighty', '「eighty」', '0 から 65535 までの整数'],
	['PORT', '65536', '「65536」', '0 から 65535 までの整数'],
	['ORIGIN', 'example.jp', '「example.jp」', 'https://example.jp のような'],
	['ORIGIN', 'https://example.jp/', '「https://example.jp/」', '最後に / のない'],
	['ORIGIN', 'ftp://example.jp', '「ftp://example.jp」', 'https://example.jp のような'],
	['LOG_LEVEL', 'loud', '「loud」', 'debug・info・warn・error のどれか'],
	['SAMPLE', 'maybe', '「maybe」', 'yes・no のどれか'],
	['ANSWERS_MB', '-1', '「-1」', '0 から 4096 までの整数'],
	['TILES_UPSTREAM', 'none', '「none」', 'https://example.jp/{z}/{x}/{y}.png のような'],
	['TILES_UPSTREAM', 'https://example.jp/{z}/{x}.png', '{x}.png」', 'か、off'],
	['TILES_UPSTREAM', 'file:///{z}/{x}/{y}.png', '「file:', 'か、off'],
	['TILES_UPSTREAM', 'https://{x}.example.jp/{z}/{y}.png', '「https:', 'か、off'],
	['TILES_UPSTREAM', 'https://a:b@example.jp/{z}/{x}/{y}', '「https:', 'か、off'],
	['GEOCODER_UPSTREAM', 'none', '「none」', '{q} のある'],
	['GEOCODER_UPSTREAM', 'https://a:b@example.jp/?q={q}', '「https:', 'か、off'],
	['GEOCODER_UPSTREAM', 'https://{q}.example.jp/', '「https:', 'か、off'],
	['TILES_MB', 'much', '「much」', '0 から 65536 までの整数'],
	['TILES_DAYS', '0', '「0」', '1 から 3650 までの整数'],
	['BODY_SIZE_LIMIT', 'big', '「big」', '21M のような大きさ'],
	['AUDIT_KEY', 'short', '5文字', '32文字以上']
])('a wrong %s (%s) is named with what was found and what is expected', (name, ...words) => {
	const [value, found, expected] = words;
	const read = () => readEnvironment({ [name]: value });
	expect(read).toThrow(StartError);
	for (const word of [name, found, expected]) expect(read).toThrow(word);
});

test.each(['off', 'http://127.0.0.1:8080/{z}/{x}/{y}', 'https://a.jp/t?z={z}&x={x}&y={y}'])(
	'tiles may come from %s',
	(TILES_UPSTREAM) => {
		expect(readEnvironment({ TILES_UPSTREAM })).toMatchObject({ TILES_UPSTREAM });
	}
);

test('a wrong key is not repeated', () => {
	expect(() => readEnvironment({ AUDIT_KEY: 'secret words' })).not.toThrow(/secret/);
});
