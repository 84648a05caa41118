import { describe, expect, it } from 'vitest';
import type { ContentInput } from '#lib/domain/resource/content.ts';
import { profileOf } from '#lib/domain/reader/profile/profile.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import { names } from '#lib/server/regions/names.ts';
import { content, places, world } from '../../../support/world.ts';

const named = names(world().db);
const today = '2026-11-22';

function profile(input: Partial<ContentInput>, on: string | null = today) {
	const shown = publicContent(content({ name: 'ひだまり', ...input }));
	return profileOf({ content: shown, verification: null }, named, on);
}

describe('the profile of a resource', () => {
	it('leaves open what nobody has said', () => {
		const { who, firstVisit, fee, intake, checked } = profile({});
		expect(who.map(({ title }) => title)).toEqual(['対象', '年齢', '性別', '住んでいる所']);
		for (const { words } of [...who, ...firstVisit]) expect(words).toBeNull();
		expect([fee, intake, checked]).toEqual([null, null, null]);
	});

	it('says who is meant, in words', () => {
		const { who } = profile({
			audiences: ['person', 'family'],
			ageMin: 15,
			ageOpen: true,
			gender: 'women',
			residency: 'within',
			residencyNote: '通勤・通学の人も',
			capacity: 8
		});
		expect(who.map(({ words }) => words)).toEqual([
			'本人・家族',
			'15歳から、年齢の上限なし',
			'女性（自認を含む）',
			'地域内に住む人。通勤・通学の人も',
			'8人'
		]);
	});

	it('says what a no to an ease means, and which are not known', () => {
		const { eases } = profile({ eases: { 'no-booking': 'no', anonymous: 'yes' } });
		expect(eases.yes).toEqual(['匿名可']);
		expect(eases.no).toEqual(['予約が必要']);
		expect(eases.unknown).toContain('見学可');
	});

	it.each([
		['exact', '〒370-0001 高崎市桜木町1-2-3 日だまりビル2階', null],
		['town', '高崎市桜木町', /町の名前まで/],
		['municipality', '高崎市', /市区町村の名前だけ/],
		['private', null, /公開していません/],
		['online', null, /家から/]
	] as const)('of the precision %s gives the address %s', (precision, address, reason) => {
		const { location } = places.hidamari;
		const shown = profile({ precision, location });
		expect(shown.address).toBe(address);
		if (reason) expect(shown.withheld).toMatch(reason);
		else expect(shown.withheld).toBeNull();
	});

	it('puts a pause and an ending first, with their day and reason', () => {
		expect(profile({ operation: 'paused', operationNote: '冬のあいだ' }).notices).toEqual([
			'いまはお休みしています。冬のあいだ'
		]);
		expect(profile({ operation: 'closed', operationOn: '2026-03-31' }).notices).toEqual([
			'終了しました（2026年3月31日）'
		]);
	});

	it.each([
		['open', '受付中。いま申し込める（2026年4月1日のようす）'],
		['paused', 'お休み中'],
		['closed', '終了しました']
	] as const)('says of new people, while it is %s: %s', (operation, words) => {
		expect(profile({ operation, intake: 'open', intakeOn: '2026-04-01' }).intake).toBe(words);
	});

	it.each([
		['2026-11-01', '2026-11-30', true],
		['2026-11-22', '2026-11-22', true],
		['2026-11-23', null, false],
		[null, '2026-11-21', false],
		[null, null, true]
	])('shows an alert from %s until %s today: %s', (from, until, isShown) => {
		const alert = { text: '会場が変わります', from, until };
		expect(profile({ alert }).alert !== null).toBe(isShown);
		expect(profile({ alert }, null).alert, 'as printed').toContain('会場が変わります');
	});

	it('names the exceptions that are still to come, and all of them as printed', () => {
		const schedules: ContentInput['schedules'] = [
			{
				text: '毎週土曜',
				frequency: 'weekly',
				days: ['sa'],
				holidays: 'closed',
				exceptions: [
					{ on: '2026-05-02', kind: 'closed' },
					{ on: '2026-12-26', kind: 'closed', note: '年末' },
					{ on: '2026-12-31', kind: 'added', startsAt: '18:00', endsAt: '21:00' }
				]
			}
		];
		expect(profile({ schedules }).schedules[0]!.notes).toEqual([
			'祝日はお休みです',
			'12月26日（土）はお休み（年末）',
			'12月31日（木）18:00〜21:00も開きます'
		]);
		expect(profile({ schedules }, null).schedules[0]!.notes).toContain('5月2日（土）はお休み');
	});

	it('says when, how and by whom it was checked', () => {
		const shown = profileOf(
			{
				content: publicContent(places.hidamari),
				verification: { method: 'phone', on: '2026-02-03', role: '編集委員' }
			},
			named,
			today
		);
		expect(shown.checked).toBe('電話で確認 2026年2月3日（編集委員）');
	});
});
