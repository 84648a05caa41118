import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { publicContent } from '#lib/domain/resource/publication.ts';
import { rowOf, type Row as RowData } from '#lib/domain/listing/row.ts';
import { names } from '#lib/server/regions/names.ts';
import Row from '#lib/ui/listing/Row.svelte';
import { content, places, world } from '../../support/world.ts';
import { textOf } from '../../support/text.ts';

const named = names(world().db);
const hidamari = rowOf(
	'00000000-0000-4000-8000-000000000000',
	publicContent(places.hidamari),
	{ method: 'phone', on: '2026-02-03', role: null },
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
				'居場所・高崎市',
				'いばしょかふぇ ひだまり 居場所カフェ ひだまり',
				'本を読んだり、お茶を飲んだり。',
				'いつ 第2・第4土曜 14時〜16時',
				'つぎは 11月28日（土）14:00〜16:00 12月12日（土）14:00〜16:00',
				'だれが 本人・経験者（年齢の上限なし）',
				'費用 無料（お茶代100円）',
				'予約不要 話さなくてよい',
				'電話で確認 2026年2月3日'
			].join(' ')
		);
	});

	it('calls 未確認 what nobody has said, and guesses nothing', () => {
		expect(text(bare)).toBe(
			'居場所・場所は未確認 なにも知らない場所 いつ 未確認 だれが 未確認 費用 未確認 確認の日は未確認'
		);
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
