import { describe, expect, it, test } from 'vitest';
import type { ContentInput } from '#lib/domain/resource/content.ts';
import { printedContacts } from '#lib/domain/booklet/collected/contacts.ts';
import { contentFor, publicContent } from '#lib/domain/resource/publication.ts';
import { formOf } from '#lib/domain/editing/form.ts';
import { warningsOf } from '#lib/domain/resource/warnings.ts';
import {
	keepForStaff,
	openAgain,
	tellingTexts,
	withStaffOnly
} from '#lib/domain/resource/staff-only.ts';
import { formWithoutStaffOnly } from '#lib/domain/editing/form/staff-only.ts';
import { content } from '../../support/world.ts';

const make = (input: Partial<ContentInput>) => content({ name: 'ひだまり', ...input });
const staff = { visibility: 'staff' } as const;
const number = '03-1111-0001';
const mail = 'daihyo@example.jp';
const today = make({
	staffNote: '代表の携帯',
	phones: [{ number, ...staff }],
	contacts: [{ kind: 'mail', value: mail, ...staff }]
});
const spellings = ['03 1111 0001', '０３（１１１１）０００１', '+81-3-1111-0001', '03.1111.0001'];

describe('A number for staff', () => {
	test.each(spellings)('is not public as %s beside it', (spelling) => {
		const both = make({
			phones: [{ number: spelling }, { number, ...staff }],
			contacts: [{ kind: 'form', value: spelling }]
		});
		const { phones, contacts } = publicContent(both);
		expect([phones, contacts, printedContacts(contentFor('paper', both))]).toEqual([[], [], []]);
		expect(warningsOf(both, '2026-11-30').map(({ path }) => path)).toContain('phones.0.number');
	});

	test.each(spellings)(
		'stays for staff when a file or an older revision has it as %s',
		(spelling) => {
			const file = make({ phones: [{ number: spelling }, { number: '03-2222-0002' }] });
			const { content: left, kept } = keepForStaff(file, today);
			expect(kept).toEqual([number]);
			expect(publicContent(left).phones.map((one) => one.number)).toEqual(['03-2222-0002']);
			expect(left.phones).toContainEqual({ kind: 'voice', number, label: null, ...staff });
		}
	);

	test.each(spellings)('is told to whoever decides when it is proposed as %s', (spelling) => {
		expect(openAgain(make({ phones: [{ number: spelling }] }), today)).toEqual([number]);
		expect(tellingTexts(make({ description: `電話は${spelling}です` }), today)).toEqual([
			'description'
		]);
	});

	it('is told likewise of mail addresses and links', () => {
		const open = make({
			contacts: [{ kind: 'mail', value: 'ＤＡＩＨＹＯ@example.jp' }],
			approach: 'daihyo＠example.jpへ'
		});
		expect(openAgain(open, today)).toEqual([mail]);
		expect(tellingTexts(open, today)).toEqual(['approach']);
	});
});

describe('A form that was begun by somebody who was told more', () => {
	it('opens without it', () => {
		const { staffNote, phones, contacts } = formWithoutStaffOnly(formOf(today), today);
		expect([staffNote, phones, contacts]).toEqual(['', [], []]);
	});

	it('doubles nothing in a proposal', () => {
		const { phones, contacts } = withStaffOnly(today, today);
		expect([phones, contacts]).toEqual([today.phones, today.contacts]);
	});
});
