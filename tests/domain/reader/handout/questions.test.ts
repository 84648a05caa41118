import { describe, expect, it } from 'vitest';
import type { ContentInput } from '#lib/domain/resource/content.ts';
import { questionsOf } from '#lib/domain/reader/handout/questions.ts';
import type { Purpose } from '#lib/domain/reader/profile/purpose.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import { content } from '../../../support/world.ts';

const today = '2026-11-26';
const ask = (
	input: Partial<ContentInput>,
	who: 'supporter' | 'person' = 'supporter',
	on?: string,
	purpose: Purpose = '見学'
) =>
	questionsOf(
		{
			content: publicContent(content({ name: 'ひだまり', ...input })),
			verification: on ? { method: 'phone', on, role: null } : null,
			purpose
		},
		today,
		who
	);

const known: Partial<ContentInput> = {
	intake: 'open',
	referral: 'メールで。',
	firstVisit: { meets: '世話人が。', first: '名前を書きます。', cannotCome: '連絡はいりません。' },
	eases: { 'visit-first': 'yes', accompany: 'no' },
	ageOpen: true,
	residency: 'none',
	fee: 'free',
	schedules: [{ text: '毎週土曜' }]
};

describe('what to ask first', () => {
	it('is nothing where everything has been told lately', () => {
		expect(ask(known, 'supporter', '2026-09-01')).toEqual([]);
	});

	it.each<[string, Partial<ContentInput>, RegExp]>([
		['whether there is room, when there may be none', { intake: 'full' }, /新しい人を受けて/],
		[
			'whether there is room, when that was long ago',
			{ intakeOn: '2026-05-01' },
			/新しい人を受けて/
		],
		['how they take a referral', { referral: null }, /紹介は/],
		['who is there on the first day', { firstVisit: {} }, /はじめての日/],
		['about looking first', { eases: { accompany: 'yes' } }, /見学だけ/],
		['what it costs', { fee: null }, /費用は/],
		['where it is', { precision: 'municipality' }, /場所は、いつ/]
	])('asks %s', (_, change, expected) => {
		const asked = ask({ ...known, ...change }, 'supporter', '2026-09-01');
		expect(asked.some((question) => expected.test(question))).toBe(true);
	});

	it('asks a clinic about 受診, and never to look around', () => {
		for (const who of ['supporter', 'person'] as const) {
			const asked = ask({}, who, '2026-09-01', '受診').join('');
			expect(asked).toContain('紹介状');
			expect(asked).not.toMatch(/見学|見るだけ/);
		}
	});

	it('asks whether it is still so after a year', () => {
		expect(ask(known, 'supporter', '2025-09-01')).toEqual(['載っている内容は、いまも同じですか。']);
		expect(ask(known)).toEqual(['載っている内容は、いまも同じですか。']);
	});

	it('asks a person for less, and leaves referrals to supporters', () => {
		expect(ask({}, 'person').length).toBeLessThanOrEqual(4);
		expect(ask({}, 'person').join()).not.toMatch(/紹介/);
		expect(ask({}).length).toBeLessThanOrEqual(6);
	});
});
