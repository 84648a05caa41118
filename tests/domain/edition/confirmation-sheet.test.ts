import { expect, it } from 'vitest';
import { sheetOf } from '#lib/domain/edition/confirmation-sheet.ts';
import { vocabularies } from '../../support/lexicon.ts';
import { whole } from '../../support/whole.ts';
import { content } from '../../support/world.ts';

const names = { vocabularies, municipalities: new Map([['102024', '高崎市']]) };
const printed = (place = whole) =>
	sheetOf(place, names)
		.lines.map(({ words }) => words)
		.join('\n');

/** Every text that is said of the place, in whatever depth. */
const texts = (value: unknown): string[] => {
	if (typeof value === 'string') return [value];
	return value !== null && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
};

it('A 確認票 holds every word that is said of the place', () => {
	const { firstVisit, alert, links, location } = whole;
	const said = [
		...texts([
			whole.name,
			whole.plainName,
			whole.organization,
			whole.sources.map(({ name }) => name)
		]),
		...texts([whole.genderNote, whole.residencyNote, whole.summary, whole.description]),
		...texts([whole.activities, whole.operationNote, whole.hoursNote, whole.feeNote]),
		...texts([whole.approach, whole.referral, whole.access, whole.accessibilityNote]),
		...texts([firstVisit, links, alert!.text, location.town, location.building]),
		...['8人', '高崎市', '2026年2月3日', '2026年4月1日まで', '15歳から', '正確に'],
		...['第2土曜', '14:00〜16:00', '祝日は休み', '2026年12月12日は休み', '大掃除']
	];
	const words = printed();
	expect(said.filter((one) => !words.includes(one))).toEqual([]);
	for (const code of [...whole.needs, ...whole.accessibility, ...whole.languages, whole.intake!])
		expect(words).toContain(
			(['need', 'accessibility', 'language', 'intake'] as const)
				.map((name) => vocabularies[name].get(code)?.label)
				.find((label) => label !== undefined)
		);
});

it('A 確認票 says nothing of what staff wrote for themselves, nor twice what is not known', () => {
	expect(printed(content({ ...whole, staffNote: '職員のことば' }))).not.toContain('職員のことば');
	const { lines } = sheetOf(whole, names);
	expect(new Set(lines.map(({ title }) => title)).size).toBe(lines.length);
});
