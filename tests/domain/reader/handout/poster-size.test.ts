import { expect, it } from 'vitest';
import { posterSizeOf } from '#lib/domain/reader/handout/poster-size.ts';

const facts = ['いつ', 'どこ', 'お金', '電話'].map((title) => ({ title, words: '長'.repeat(50) }));
const lines = ['短い紹介です。'];
const sizeOf = (letters: number, style: 'large' | 'strips') =>
	posterSizeOf({ title: '名'.repeat(letters), lines, facts }, style);

it('a short name is as large as one line allows', () => {
	expect([3, 5, 8].map((letters) => sizeOf(letters, 'large').name)).toEqual([104, 104, 60]);
});

it('names of as many letters as places have are never below 60 pt', () => {
	for (let letters = 1; letters <= 36; letters++) {
		expect(sizeOf(letters, 'large').name, `${letters}`).toBeGreaterThanOrEqual(60);
	}
	for (let letters = 1; letters <= 17; letters++) {
		expect(sizeOf(letters, 'strips').name, `${letters}`).toBeGreaterThanOrEqual(60);
	}
});

it('facts make room for the name, and what is left out is behind the code', () => {
	const crowded = sizeOf(36, 'large');
	expect(crowded.facts.length).toBeLessThan(facts.length);
	expect(sizeOf(6, 'large').facts).toEqual(facts);
	expect(crowded.text).toBeGreaterThanOrEqual(14);
});

it('the longest name there can be still has a place', () => {
	expect(sizeOf(100, 'large').name).toBeGreaterThanOrEqual(30);
	expect(sizeOf(100, 'strips').name).toBeGreaterThanOrEqual(24);
});
