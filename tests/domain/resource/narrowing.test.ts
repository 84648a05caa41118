import { describe, expect, it, test } from 'vitest';
import type { ContentInput } from '#lib/domain/resource/content.ts';
import { narrow } from '#lib/domain/resource/narrowing.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import { content, places } from '../../support/world.ts';

const { hidamari } = places;
const make = (input: Partial<ContentInput>) => content({ name: '部屋', ...input });
const told = (older: Partial<ContentInput>, today: Partial<ContentInput>) =>
	publicContent(narrow(make(older), make(today)));

describe('What was printed', () => {
	it('is told as it is while nobody has hidden anything, whatever else is another', () => {
		const today = make({
			...hidamari,
			name: '別の名前',
			summary: '別の紹介',
			operation: 'closed',
			location: { ...hidamari.location, street: '9-9' }
		});
		expect(narrow(hidamari, today)).toBe(hidamari);
		expect(narrow(hidamari, structuredClone(hidamari))).toBe(hidamari);
	});

	it('tells no more of where it is than today', () => {
		const { place, access } = publicContent(
			narrow(hidamari, make({ ...hidamari, precision: 'town' }))
		);
		expect(place).toMatchObject({
			precision: 'town',
			town: '桜木町',
			street: null,
			latitude: null
		});
		expect([place.building, place.postalCode, access]).toEqual([null, null, null]);
		const online = publicContent(narrow(hidamari, make({ ...hidamari, precision: 'online' })));
		expect(JSON.stringify(online.place)).not.toMatch(/102024|桜木町/);
	});

	it('tells no street once today names neither street nor point', () => {
		const today = make({ ...hidamari, location: { municipality: '102024', town: '桜木町' } });
		expect(publicContent(narrow(hidamari, today)).place.precision).toBe('town');
	});

	it('never tells more than it did', () => {
		const today = make({ ...hidamari, precision: 'exact' });
		const older = { ...hidamari, precision: 'private' as const };
		expect(narrow(older, today)).toBe(older);
	});
});

const one = '03-1111-0001';
const two = '03-2222-0002';
const staff = { visibility: 'staff' } as const;

describe('Of ways to reach it', () => {
	test.each<[string, ContentInput['phones'], ContentInput['phones'], string[]]>([
		['one that is for staff today is not told', [{ number: one }], [{ number: one, ...staff }], []],
		[
			'nor in another spelling',
			[{ number: one }],
			[{ number: '＋８１　３（１１１１）０００１', ...staff }],
			[]
		],
		['nor with an extension', [{ number: `${one} 内線5` }], [{ number: one, ...staff }], []],
		[
			'one that was taken away is not told',
			[{ number: one }, { number: two }],
			[{ number: two }],
			[two]
		],
		['one that was corrected is told as printed', [{ number: one }], [{ number: two }], [one]],
		[
			'one that is for staff in one of two rows is for staff',
			[{ number: one }],
			[{ number: one, ...staff }, { number: one }],
			[]
		],
		['one that was for staff stays so', [{ number: one, ...staff }], [{ number: one }], []]
	])('%s', (_, older, today, expected) => {
		expect(told({ phones: older }, { phones: today }).phones.map(({ number }) => number)).toEqual(
			expected
		);
	});

	it('mail addresses and links follow the same rule', () => {
		const mail = (value: string, visibility: 'public' | 'staff') => [
			{ kind: 'mail' as const, value, visibility }
		];
		const links = [{ url: 'https://example.jp/blog' }];
		const shown = told(
			{ contacts: mail('Heya@example.jp', 'public'), links },
			{ contacts: mail('ｈｅｙａ＠example.jp', 'staff'), links: [] }
		);
		expect([shown.contacts, shown.links]).toEqual([[], []]);
	});
});

describe('Words that tell what was hidden', () => {
	const telling = {
		location: { municipality: '102024', town: '桜木町', street: '1丁目2番3号' },
		phones: [{ number: one }],
		name: '桜木町の部屋',
		summary: '桜木町のとなり',
		description: '１－２－３の2階です',
		activities: '申込は０３（１１１１）０００１まで',
		feeNote: '21-2-34円',
		firstVisit: { meets: '桜木町駅で会います', bring: '上ばき' },
		schedules: [{ text: '毎月 桜木町で' }, { text: '第2土曜' }],
		alert: { text: '03 1111 0001 は休みです' }
	};

	it('go with it, and no others', () => {
		const shown = told(telling, {
			...telling,
			name: '部屋',
			...{
				summary: '',
				description: '',
				activities: '',
				firstVisit: {},
				schedules: [],
				alert: null
			},
			precision: 'private',
			phones: [{ number: one, ...staff }]
		});
		expect(JSON.stringify(shown)).not.toMatch(/桜木町|２－３|1111|１１１１/);
		expect(shown).toMatchObject({
			name: '部屋',
			feeNote: '21-2-34円',
			firstVisit: { meets: null, bring: '上ばき' },
			schedules: [{ text: '第2土曜' }],
			alert: null
		});
	});

	it('stay where readers are told the same today', () => {
		const shown = told(telling, { ...telling, precision: 'private' });
		expect(shown.summary).toBe(telling.summary);
	});
});
