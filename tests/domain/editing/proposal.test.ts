import { describe, expect, it, test } from 'vitest';
import type { Content, ContentInput } from '#lib/domain/resource/content.ts';
import { proposedChanges, rebased } from '#lib/domain/editing/proposal.ts';
import { vocabularyNames, type Vocabularies } from '#lib/domain/labels/vocabulary.ts';
import { content } from '../../support/world.ts';

const words = vocabularyNames.map((name) => [name, new Map()]);
const names = {
	vocabularies: Object.fromEntries(words) as Vocabularies,
	municipalities: new Map<string, string>()
};

const make = (input: Partial<ContentInput>): Content => content({ name: 'ひだまり', ...input });
const versionsOf = (
	base: Partial<ContentInput>,
	proposed: Partial<ContentInput>,
	current: Partial<ContentInput>
) => ({
	base: make(base),
	proposed: make({ ...base, ...proposed }),
	current: make({ ...base, ...current })
});
type Phones = NonNullable<ContentInput['phones']>;
const [one, two, three] = ['000-111-1111', '000-222-2222', '000-333-3333'] as const;
const phone = (number: string, more: Partial<Phones[number]> = {}) => ({ number, ...more });
const staff = { visibility: 'staff' } as const;
const paper = { visibility: 'paper' } as const;

describe('Of the numbers of a proposal', () => {
	const shown = (base: Phones, proposed: Phones, current: Phones) =>
		rebased(versionsOf({ phones: base }, { phones: proposed }, { phones: current })).phones.map(
			({ number, label, visibility }) =>
				[number, label, visibility].filter((part) => part !== null).join(' ')
		);
	const called = { label: '受付' };

	test.each<[string, Phones, Phones, Phones, string[]]>([
		[
			'one that staff have hidden since stays hidden',
			[phone(one), phone(two)],
			[phone(one, called), phone(two)],
			[phone(one, staff), phone(two)],
			[`${two} public`, `${one} staff`]
		],
		[
			'one that staff have taken away since stays away',
			[phone(one), phone(two)],
			[phone(one), phone(two, called)],
			[phone(two)],
			[`${two} 受付 public`]
		],
		[
			'one that is for paper alone since is so',
			[phone(one)],
			[phone(one, called)],
			[phone(one, paper)],
			[`${one} 受付 paper`]
		],
		[
			'one that is shown to more since is left to the proposal',
			[phone(one, paper)],
			[phone(one, { ...paper, ...called })],
			[phone(one)],
			[`${one} 受付 paper`]
		],
		[
			'one that came since stays',
			[phone(one)],
			[phone(one, called)],
			[phone(one), phone(two)],
			[`${one} 受付 public`, `${two} public`]
		],
		[
			'one that is added is there',
			[phone(one)],
			[phone(one), phone(three)],
			[phone(one)],
			[`${one} public`, `${three} public`]
		],
		[
			'one that staff have hidden since stays hidden in another spelling',
			[phone(one), phone(two)],
			[phone('000 111 1111'), phone(two)],
			[phone(one, staff), phone(two)],
			[`${two} public`, `${one} staff`]
		],
		[
			'one that is for staff stays so although it is proposed anew, in full width',
			[phone(two), phone(one, staff)],
			[phone(two), phone('（０００）１１１－１１１１'), phone(one, staff)],
			[phone(two), phone(one, staff)],
			[`${two} public`, `${one} staff`]
		],
		[
			'one that is written otherwise is one',
			[phone(one)],
			[phone('0001111111', called)],
			[phone(one)],
			['0001111111 受付 public']
		],
		[
			'one that is taken out is not there',
			[phone(one), phone(two)],
			[phone(one)],
			[phone(one), phone(two)],
			[`${one} public`]
		],
		[
			'one that its place hides is for staff, not lost',
			[phone(one)],
			[phone(one, staff)],
			[phone(one)],
			[`${one} staff`]
		],
		[
			'one that staff keep for one another is there once',
			[phone(one), phone(two, staff)],
			[phone(one), phone(two, staff)],
			[phone(one), phone(two, staff)],
			[`${one} public`, `${two} staff`]
		],
		[
			'one that staff kept for one another, and no longer do, is gone',
			[phone(one), phone(two, staff)],
			[phone(one), phone(two, staff)],
			[phone(one)],
			[`${one} public`]
		]
	])('%s', (_, base, proposed, current, expected) => {
		expect(shown(base, proposed, current)).toEqual(expected);
	});
});

describe('A proposal', () => {
	it('shows a location no more exactly than is allowed since', () => {
		const of = (proposed: ContentInput['precision'], current: ContentInput['precision']) =>
			rebased(versionsOf({ precision: 'town' }, { precision: proposed }, { precision: current }))
				.precision;
		expect(of('exact', 'town')).toBe('exact');
		expect(of('exact', 'private')).toBe('private');
		expect(of('private', 'exact')).toBe('private');
		expect(of('town', 'private')).toBe('private');
	});

	it('leaves the parts of a location that it did not touch as they are today', () => {
		const location = { municipality: '102024', town: '桜木町', street: '1-2-3' };
		const versions = versionsOf(
			{ location },
			{ location: { ...location, building: '2階' } },
			{ location: { ...location, street: null } }
		);
		expect(rebased(versions).location).toMatchObject({ street: null, building: '2階' });
	});

	it('gives no consent back that was withdrawn', () => {
		const given = (channel: 'web' | 'paper') => ({ channel, givenBy: '代表', how: 'メール' });
		const both = [given('web'), given('paper')];
		const back = versionsOf({ consents: both }, { consents: both }, { consents: [given('web')] });
		expect(rebased(back).consents).toMatchObject([{ channel: 'web' }]);
		const first = versionsOf({ consents: [] }, { consents: both }, { consents: [] });
		expect(rebased(first).consents).toHaveLength(2);
	});

	it('is what it changed, and says where that has changed since', () => {
		const versions = versionsOf(
			{ feeNote: '100円', summary: '本を読む', access: '駅から5分' },
			{ feeNote: '200円', summary: 'お茶を飲む' },
			{ feeNote: '150円', access: '駅から10分' }
		);
		expect(proposedChanges(versions, names).map(({ field, choice }) => [field, choice])).toEqual([
			['summary', 'mine'],
			['feeNote', null]
		]);
	});

	it('offers nothing where all that it left is what was closed since', () => {
		const phones = [phone(one)];
		const hidden = versionsOf({ phones }, { feeNote: '200円' }, { phones: [phone(one, staff)] });
		const fields = proposedChanges(hidden, names).map(({ field }) => field);
		expect(fields).toEqual(['feeNote']);
	});
});
