import { beforeEach, describe, expect, it } from 'vitest';
import type { EditionWords } from '#lib/domain/edition/words.ts';
import type { User } from '#lib/domain/staff/staff.ts';
import * as drafts from '#lib/server/editing/drafts/drafts.ts';
import * as editions from '#lib/server/editions/index.ts';
import { giveUp } from '#lib/server/editing/edition/giving-up.ts';
import { setWords, words, wordsHistory } from '#lib/server/editions/words.ts';
import {
	keepWords,
	openWords,
	reconcileWords,
	restoreWords,
	saveWords
} from '#lib/server/editing/edition/words.ts';
import { undo, undoable } from '#lib/server/editing/undo/undo.ts';
import { cast } from '../../support/staff.ts';
import { now as at, world, type World } from '../../support/world.ts';

let here: World;
let by: string;
let other: string;
let id: number;

beforeEach(() => {
	here = world();
	({ editor: by, admin: other } = cast(here.db, { at }));
	id = editions.openFrom(here.db, { regionId: here.region.id, year: 2027, by, at }) as number;
});

const form = (fields: Record<string, string>) => {
	const made = new FormData();
	for (const [name, value] of Object.entries(fields)) made.append(name, value);
	return made;
};
const sent = (fields: Record<string, string>, who = by) => ({
	...{ editionId: id, form: form(fields), by: who, at }
});
const open = (who = by) => openWords(here.db, id, who);
const basis = () => ({ base: String(open().base ?? '') });
const now = () => words(here.db, id);
const typed = (changed: Partial<EditionWords>) => ({
	...Object.fromEntries(Object.entries(now()).map(([name, value]) => [name, value ?? ''])),
	...(changed as Record<string, string>)
});

describe('The words of an edition', () => {
	it('are not overwritten by somebody who has not seen them', () => {
		const base = basis();
		const [mine, theirs] = [
			typed({ foreword: '私の', imprint: '発行 見本の会' }),
			typed({ foreword: '相手の', cover: '春' })
		];
		expect(saveWords(here.db, sent({ ...theirs, ...base }, other)).state).toBe('saved');
		const answer = saveWords(here.db, sent({ ...mine, ...base }));
		expect(answer).toMatchObject({
			state: 'conflict',
			given: { foreword: '私の' },
			open: [
				{ field: 'cover', choice: 'theirs' },
				{ field: 'foreword', mine: '私の', theirs: '相手の', choice: null },
				{ field: 'imprint', choice: 'mine' }
			]
		});
		expect(now().foreword).toBe('相手の');
		const seen = { ...mine, ...base, theirs: String(open().base) };
		const some = { 'choice.cover': 'theirs', 'choice.imprint': 'mine' };
		const undecided = reconcileWords(here.db, sent({ ...seen, ...some }));
		expect(undecided.state).toBe('undecided');
		const all = { ...some, 'choice.foreword': 'mine' };
		expect(reconcileWords(here.db, sent({ ...seen, ...all })).state).toBe('saved');
		expect(now()).toMatchObject({ cover: '春', foreword: '私の', imprint: '発行 見本の会' });
	});

	it('keep every version, and an older one comes back as a new one', () => {
		for (const foreword of ['一', '二'])
			saveWords(here.db, sent({ ...typed({ foreword }), ...basis() }));
		const history = wordsHistory(here.db, id);
		expect(history.map(({ words }) => words.foreword)).toEqual(['二', '一', null]);
		const version = String(history[1]!.id);
		expect(restoreWords(here.db, sent({ version, base: '1' }))).toBe('conflict');
		expect(restoreWords(here.db, sent({ version, ...basis() }))).toBe('saved');
		expect(now().foreword).toBe('一');
		expect(() => here.db.$client.exec("UPDATE edition_words SET foreword = 'x'")).toThrow(/never/);
	});

	it('are taken back, unless somebody has gone on from them', () => {
		const user: User = {
			id: by,
			name: 'e',
			role: 'editor',
			regions: [here.region.id],
			resources: []
		};
		saveWords(here.db, sent({ ...typed({ foreword: '一' }), ...basis() }));
		const found = undoable(here.db, user, at)!;
		expect(found.action).toBe('edition.words');
		const base = open().base;
		expect(undo(here.db, user, { id: found.id, at })).not.toBeNull();
		expect(now().foreword).toBeNull();
		setWords(here.db, id, { ...now(), foreword: '二' }, { by, at, base: open().base });
		setWords(here.db, id, { ...now(), foreword: '三' }, { by: other, at, base: open().base });
		expect(undoable(here.db, user, at)).toBeNull();
		expect(open().base).not.toBe(base);
	});

	it('have a draft, which is gone with the edition that is given up', () => {
		expect(keepWords(here.db, sent({ ...typed({ foreword: '途中' }), ...basis() })).state).toBe(
			'kept'
		);
		expect(open().typed.foreword).toBe('途中');
		expect(open(other).typed.foreword).toBe('');
		giveUp(here.db, id, { by, at, reason: '間違い' });
		expect(drafts.find(here.db, { by, subject: drafts.subjectOfWords(id) })).toBeNull();
	});

	it('keep what was typed where it cannot be saved', () => {
		const wrong = sent({ ...typed({ foreword: '途中' }), colour: '#ffff00', ...basis() });
		expect(saveWords(here.db, wrong).state).toBe('invalid');
		expect(open().typed).toMatchObject({ foreword: '途中', colour: '#ffff00' });
	});
});

describe('Two tabs with one form', () => {
	it('do not overwrite each other’s draft', () => {
		const keep = (fields: Record<string, string>) => keepWords(here.db, sent(fields)).state;
		expect(keep({ foreword: '一', tab: 'a', seen: '' })).toBe('kept');
		expect(keep({ foreword: '二', tab: 'b', seen: '' })).toBe('elsewhere');
		expect(open().typed.foreword).toBe('一');
		expect(keep({ foreword: '一と', tab: 'a', seen: '' })).toBe('kept');
		expect(keep({ foreword: '三', tab: 'b', seen: open().draftAt! })).toBe('kept');
		expect(keep({ foreword: '四', tab: 'a', seen: '' })).toBe('elsewhere');
	});
});
