import { expect, test } from 'vitest';
import { likenesses, traitsOf } from '#lib/domain/formats/preview/likeness.ts';
import { mergeThree } from '#lib/domain/formats/preview/three-way.ts';
import type { ContentInput } from '#lib/domain/resource/content.ts';
import { vocabularies } from '../../../support/formats.ts';
import { content } from '../../../support/world.ts';

const names = { vocabularies, municipalities: new Map() };
const base = {
	name: 'ひだまり',
	feeNote: '100円',
	summary: '静か',
	location: { street: '1-1', town: '本町' }
};
const merge = (theirs: Partial<ContentInput>, mine: Partial<ContentInput>) =>
	mergeThree(
		{
			base: content(base),
			theirs: content({ ...base, ...theirs }),
			mine: content({ ...base, ...mine })
		},
		names
	);

test('what only one side changed is taken from that side', () => {
	const { content, conflicts } = merge({ feeNote: '200円' }, { summary: 'にぎやか' });
	expect([content.feeNote, content.summary, conflicts]).toEqual(['200円', 'にぎやか', []]);
});

test('what both sides changed stays as it is here and is shown side by side', () => {
	const { content, conflicts } = merge({ feeNote: '200円' }, { feeNote: '300円' });
	expect(content.feeNote).toBe('300円');
	expect(conflicts).toEqual([
		{
			field: 'feeNote',
			title: expect.any(String) as string,
			base: '100円',
			theirs: '200円',
			mine: '300円'
		}
	]);
});

test('what both sides changed alike is no conflict', () => {
	expect(merge({ feeNote: '200円' }, { feeNote: '200円' }).conflicts).toEqual([]);
});

test('two parts of one address, changed by two sides, are both taken', () => {
	const { content, conflicts } = merge(
		{ location: { street: '2-2', town: '本町' } },
		{ location: { street: '1-1', town: '南町' } }
	);
	expect(content.location).toMatchObject({ street: '2-2', town: '南町' });
	expect(conflicts).toEqual([]);
	const both = merge(
		{ location: { street: '2-2', town: '本町' } },
		{ location: { street: '3-3', town: '本町' } }
	);
	expect(both.content.location.street).toBe('3-3');
	expect(both.conflicts).toMatchObject([{ field: 'location' }]);
});

const traits = (name: string, phone = '', town: string | null = '102024', street = '') =>
	traitsOf({
		...{ name, kana: null, phones: phone ? [{ number: phone }] : [] },
		location: { municipality: town, town: null, street, latitude: null, longitude: null }
	});
const why = (a: ReturnType<typeof traits>, b: ReturnType<typeof traits>) =>
	likenesses([{ key: 1, traits: b, publishers: [] }]).like(a, [])[0]?.why ?? null;

test.each([
	['ＮＰＯ法人ひだまり', 'ひだまり', '名前と市区町村が同じ'],
	['ひだまり', 'ほかげ', null]
])('%s and %s in one town: %s', (a, b, expected) => {
	expect(why(traits(a), traits(b))).toBe(expected);
});

test('one telephone is enough for names that are alike, and not for others', () => {
	const phone = '027-111-2222';
	expect(why(traits('居場所ひだまり', phone), traits('ひだまり', '０２７（１１１）２２２２'))).toBe(
		'電話と市区町村が同じ、名前が似ている'
	);
	expect(why(traits('居場所ひだまり', phone), traits('県民相談室', phone))).toBeNull();
});

test('one name in two towns is two places, unless something else is the same', () => {
	expect(why(traits('ひだまり'), traits('ひだまり', '', '102016'))).toBeNull();
	expect(
		why(traits('ひだまり', '0271112222'), traits('ひだまり', '0271112222', '102016'))
	).not.toBeNull();
});

test('two numbers of one publisher are two places', () => {
	const one = [{ key: 1, traits: traits('ひだまり'), publishers: ['city/1'] }];
	expect(likenesses(one).like(traits('ひだまり'), ['city/1'])).toEqual([]);
	expect(likenesses(one).like(traits('ひだまり'), ['city/2'])).toHaveLength(1);
});
