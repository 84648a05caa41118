import { describe, expect, test } from 'vitest';
import { parseShared, sharedText } from '#lib/domain/reader/bookmark/handed-on.ts';
import { parseEditionWords } from '#lib/domain/edition/words.ts';
import { letterIssue } from '#lib/domain/input/letters.ts';
import { parseReason, reasonIssues } from '#lib/domain/input/reason.ts';
import { parseReport } from '#lib/domain/editing/report.ts';
import { parseVerified } from '#lib/domain/edition/round.ts';
import { parseMail, parseName } from '#lib/domain/staff/staff.ts';
import { parseStaffForm } from '#lib/domain/staff/staff-form.ts';

const form = (fields: Record<string, string>) => {
	const made = new FormData();
	for (const [name, value] of Object.entries(fields)) made.set(name, value);
	return made;
};

/** Every place where somebody types words that are kept, and what is said of them. */
const inputs: Record<string, (text: string) => unknown> = {
	'a reason': (text) => parseReason(text),
	'a reason that may be left out': (text) => reasonIssues(text),
	'a report of a reader': (message) => parseReport(form({ section: 'other', message })),
	'a note of a check': (note) =>
		parseVerified(
			form({ method: 'phone', result: 'confirmed', on: '2026-11-01', note }),
			'2026-11-22'
		),
	'the role of who answered': (role) =>
		parseVerified(
			form({ method: 'phone', result: 'confirmed', on: '2026-11-01', role }),
			'2026-11-22'
		),
	'the words of an edition': (foreword) => parseEditionWords(form({ foreword })),
	'a name of a member of staff': (text) => parseName(text),
	'a mail address': (text) => parseMail(text.replace('です', '@example.jp')),
	'the organizations of a partner': (organizations) =>
		parseStaffForm(form({ role: 'partner', organizations }), { withPerson: false })
};

describe.each(Object.entries(inputs))('%s', (_, read) => {
	test.each([
		['ab\0です', '制御文字'],
		['ab\u001b[31mです', '制御文字'],
		['ab\u0085です', '制御文字'],
		['ab\u202eです', '文字の向きを変える文字'],
		['ab\u2067です', '文字の向きを変える文字'],
		['ab\u200fです', '文字の向きを変える文字'],
		['ab\u061cです', '文字の向きを変える文字']
	])('with %j is refused, with the place of the letter', (text, name) => {
		expect(JSON.stringify(read(text))).toContain(`3文字目に、使えない文字（${name}）があります`);
	});
});

test('half a letter is named, though a form never brings one', () => {
	expect(letterIssue('あ\ud83d', '理由の')).toBe(
		'理由の2文字目に、使えない文字（半分だけの文字）があります'
	);
});

test('a report keeps its lines, and says what it was given when it is refused', () => {
	const fields = { section: 'schedule', message: ' 一行目\r\n二行目 ' };
	expect(parseReport(form(fields))).toEqual({
		value: { section: 'schedule', message: '一行目\n二行目' }
	});
	expect(parseReport(form({ ...fields, message: 'あ\u202e' }))).toMatchObject({
		given: { section: 'schedule', message: 'あ\u202e' }
	});
});

test('the words of a stranger’s list are shown only when they leave the text around them alone', () => {
	const place = { region: 'sakura', id: '0f8fad5b-d9cb-469f-a165-70867728950e' };
	const received = (words: string) =>
		parseShared(sharedText([{ ...place, memo: words }], { name: words }));
	expect(received('土曜の場所')).toMatchObject({
		value: { name: '土曜の場所', places: [{ memo: '土曜の場所' }] }
	});
	expect(received('土曜\u202eの場所')).toMatchObject({
		value: { name: '', places: [{ memo: '' }] }
	});
});
