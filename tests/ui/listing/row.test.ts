import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { Content } from '#lib/domain/resource/content.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import { rowOf, type Row as RowData } from '#lib/domain/listing/row.ts';
import { names } from '#lib/server/regions/names.ts';
import Row from '#lib/ui/listing/Row.svelte';
import { content, places, world } from '../../support/world.ts';
import { textOf } from '../../support/text.ts';

const named = names(world().db);
const byPhone = { method: 'phone', on: '2026-02-03', role: null } as const;
const hidamari = rowOf(
	'00000000-0000-4000-8000-000000000000',
	publicContent(places.hidamari),
	byPhone,
	named
);
const bare = rowOf('id', publicContent(content({ name: 'なにも知らない場所' })), null, named);

const html = (row: RowData, props = {}) => render(Row, { props: { row, ...props } }).body;
const text = (row: RowData, props = {}) => textOf(html(row, props));

describe('a row of the list', () => {
	it('says enough to choose', () => {
		const next = ['11月28日（土）14:00〜16:00', '12月12日（土）14:00〜16:00'];
		expect(text({ ...hidamari, next })).toBe(
			[
				'居場所カフェ ひだまり いばしょかふぇ ひだまり 居場所・高崎市',
				'次は 11月28日（土）14:00〜16:00 12月12日（土）14:00〜16:00',
				'本を読んだり、お茶を飲んだり。',
				'本人・経験者（年齢の上限なし） 費用 無料 （お茶代100円）',
				'予約不要 話さなくてよい',
				'電話で確認 2026年2月3日'
			].join(' ')
		);
	});

	it('says that it is open now, or when it is next, or the words of its times', () => {
		const now = 'いま開いています（16:00まで）';
		const open = text({ ...hidamari, next: [now, '12月12日（土）14:00〜16:00'] });
		expect(open).toContain(`高崎市 ${now} 本を`);
		expect(open).not.toContain('次は');
		expect(text(hidamari)).toContain('高崎市 第2・第4土曜 14時〜16時 本を');
	});

	it('calls 未確認 what nobody has said, once for all of it, and guesses nothing', () => {
		expect(text(bare)).toBe('なにも知らない場所 居場所・場所は未確認 詳しいことは未確認');
		const free = { ...places.hidamari, fee: null, feeNote: null };
		expect(text(rowOf('id', publicContent(free), byPhone, named))).toContain(
			'電話で確認 2026年2月3日・費用は未確認'
		);
		expect(text(rowOf('id', publicContent(places.hidamari), null, named))).toMatch(
			/ 確認の日は未確認$/
		);
	});

	it('names the public data that it is from, and of when, until somebody checks it', () => {
		const named060 = {
			name: 'WAM NET 障害福祉サービス等情報 オープンデータ（独立行政法人福祉医療機構）',
			url: null,
			retrievedOn: null
		};
		const place = { ...content({ name: 'みほん移行支援', fee: 'insured' }), sources: [named060] };
		const told = (method: 'public-data' | 'phone' | null, more: Partial<Content> = {}) =>
			rowOf(
				'id',
				publicContent({ ...place, ...more }),
				method && { method, on: '2025-03-31', role: null },
				named
			).checked;
		expect(told('public-data')).toBe('詳しいことは未確認（WAM NET 2025年3月）');
		expect(told('public-data', { ...places.hidamari, sources: [named060] })).toBe(
			'公的データから（WAM NET 2025年3月）'
		);
		expect(told(null)).toBe('詳しいことは未確認（WAM NET）');
		expect(told('phone')).toBe('電話で確認 2025年3月31日・詳しいことは未確認');
		const list = { name: '福祉サービス一覧（見本県）', url: null, retrievedOn: '2025-07-10' };
		expect(told('public-data', { sources: [list] })).toBe(
			'詳しいことは未確認（福祉サービス一覧 2025年3月）'
		);
		expect(told(null, { sources: [list] })).toBe('詳しいことは未確認');
	});

	it('shows as many eases as stand in a line', () => {
		const eases = (codes: string[]) =>
			rowOf(
				'id',
				publicContent(
					content({ name: 'x', eases: Object.fromEntries(codes.map((code) => [code, 'yes'])) })
				),
				null,
				named
			).eases;
		expect(eases(['no-booking', 'visit-first', 'come-and-go', 'no-talking'])).toEqual([
			'予約不要',
			'見学可',
			'途中入退室可'
		]);
		expect(
			eases(['no-phone', 'family-only', 'accompanied', 'no-papers']).join('・').length
		).toBeLessThan(25);
	});

	it('leads to the page of the resource, or to what an edition printed of it', () => {
		expect(html(hidamari)).toContain('href="/resources/00000000-0000-4000-8000-000000000000"');
		expect(html(hidamari, { query: '?edition=gunma-2026' })).toContain(
			'href="/resources/00000000-0000-4000-8000-000000000000?edition=gunma-2026"'
		);
	});

	it('shows its number in an edition, a pause, and a place that is invented', () => {
		const region = { name: 'さくら地域', fictional: true };
		expect(text({ ...bare, number: 12, notice: 'お休み中' }, { region })).toContain(
			'居場所・さくら地域・場所は未確認 架空の見本 お休み中 12番'
		);
	});

	it('writes a name as text, whatever it holds', () => {
		const odd = { ...bare, name: '<img src=x onerror=alert(1)>' };
		expect(html(odd)).toContain('&lt;img src=x onerror=alert(1)>');
	});
});
