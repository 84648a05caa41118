import { describe, expect, it } from 'vitest';
import { mapped } from '#lib/domain/formats/mapping/mapped.ts';
import { parseContent } from '#lib/domain/resource/parsing.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import { context } from '../../../support/formats.ts';
import { rowOf } from '../../../support/mapped-rows.ts';

const mapping = {
	name: '見本の一覧',
	columns: [
		{ from: '名称', to: 'name' },
		{ from: '住所', to: 'address' },
		{ from: '電話', to: 'phone' },
		{ from: '内容', to: 'description' },
		{ from: '団体', to: 'organization' }
	]
};
const format = mapped(mapping);
const read = (cells: Record<string, string>) => format.read(rowOf(cells), context);

const first = read({
	名称: '見本の家',
	住所: '前橋市見本町1-2',
	電話: '027-224-1111',
	団体: '見本会'
});

const parsed = parseContent({
	...first.content!,
	eases: { 'no-booking': 'yes' },
	precision: 'municipality',
	categories: ['ibasho'],
	organization: { ...first.content!.organization!, kana: 'みほんかい' },
	consents: [{ channel: 'web', givenBy: '代表', how: 'メール' }],
	phones: [
		...first.content!.phones.map((phone) => ({ ...phone, label: '受付' })),
		{ number: '090-0000-0001', visibility: 'staff' as const }
	],
	staffNote: '昨年の担当から引き継ぎ'
});
const before = (parsed as { value: Content }).value;

describe('Next year’s row, onto what has become of the place', () => {
	const onto = (cells: Record<string, string>) =>
		format.readOnto(read(cells), before, context).content!;
	const same = { 名称: '見本の家', 住所: '前橋市見本町1-2', 電話: '027-224-1111', 団体: '見本会' };

	it('changes nothing when it says the same', () => expect(onto(same)).toEqual(before));

	it('changes what it says anew, and keeps what people added or decided', () => {
		const after = onto({ ...same, 内容: 'お茶の会', 電話: '027-224-1112' });
		expect(after).toMatchObject({
			...{ description: 'お茶の会', precision: 'municipality', categories: ['ibasho'] },
			...{ consents: before.consents, eases: before.eases, organization: { kana: 'みほんかい' } }
		});
		expect(after.phones.map(({ number }) => number)).toEqual(['027-224-1112', '090-0000-0001']);
	});

	it('takes nothing away by an empty cell', () => {
		expect(onto({ ...same, 電話: '', 団体: '', 住所: '' })).toEqual(before);
	});

	it('moves the place with all of its address', () => {
		const { location } = onto({ ...same, 住所: '高崎市例町3-4 例ビル' });
		expect(location).toMatchObject({ municipality: '102024', town: '例町', street: '3-4' });
		expect(onto({ ...same, 住所: '高崎市例町3-4' }).location.building).toBeNull();
	});

	it('adds what could not be read to the staff’s note, once', () => {
		const note = onto({ ...same, 電話: '市役所へ' }).staffNote;
		expect(note).toBe('昨年の担当から引き継ぎ\n電話（元のデータ）：市役所へ');
		const again = format.readOnto(
			read({ ...same, 電話: '市役所へ' }),
			{ ...before, staffNote: note },
			context
		);
		expect(again.content!.staffNote).toBe(note);
	});
});
