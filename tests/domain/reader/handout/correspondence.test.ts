import { describe, expect, it } from 'vitest';
import type { ContentInput } from '#lib/domain/resource/content.ts';
import { correspondenceOf } from '#lib/domain/reader/handout/correspondence.ts';
import { handoutOf } from '#lib/domain/reader/handout/handout.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import { vocabularies } from '../../../support/lexicon.ts';
import { content } from '../../../support/world.ts';

const fax = { kind: 'fax', number: '000-1111-3333' } as const;
const voice = { number: '000-1111-2222' };
const mail = { kind: 'mail', value: 'info@hidamari.example.jp' } as const;

function draftsFor(input: Partial<ContentInput>) {
	const handout = handoutOf(
		{
			id: '00000000-0000-4000-8000-000000000001',
			content: publicContent(content({ name: 'ひだまり', ...input })),
			verification: null,
			region: { slug: 'gunma', name: '群馬県', fictional: false }
		},
		{
			names: { vocabularies, municipalities: new Map() },
			now: { on: '2026-11-26', at: '12:00' },
			origin: 'https://shiori.example.jp',
			towns: new Map(),
			alternatives: []
		}
	);
	return correspondenceOf(handout, 'person');
}

describe('the drafts for a place', () => {
	it.each<[string, Partial<ContentInput>, string[]]>([
		['telephone and fax alone', { phones: [voice, fax] }, ['script', 'letter']],
		['a mail too', { phones: [voice], contacts: [mail] }, ['mail', 'script', 'letter']],
		['a form alone', { contacts: [{ kind: 'line', value: '@hidamari' }] }, ['mail', 'letter']],
		['a door alone', { contacts: [{ kind: 'visit', value: 'いつでも' }] }, ['letter']],
		['nothing that is known', {}, ['mail', 'letter']]
	])('that has %s open with what helps first', (_, input, order) => {
		expect(draftsFor(input).order).toEqual(order);
	});

	it('send a letter by fax where there is one, and a mail to nobody where there is none', () => {
		const drafts = draftsFor({ phones: [voice, fax] });
		expect(drafts.letter.faxes).toEqual(['000-1111-3333']);
		expect(drafts.mail).toMatchObject({ to: null, address: null, hasForm: false });
	});

	it('ask a clinic for 受診, and not to look around', () => {
		const told = JSON.stringify(draftsFor({ categories: ['medical'], phones: [voice] }));
		expect(told).toContain('受診のことを');
		expect(told).not.toMatch(/見学|見るだけ/);
	});
});
