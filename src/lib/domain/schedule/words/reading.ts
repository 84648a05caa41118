import type { Rule } from '#lib/domain/schedule/schedule.ts';
import { close } from './closings.ts';
import { Cursor, Unread } from './cursor.ts';
import { groupsOf } from './groups.ts';
import { clausesOf } from './clauses.ts';
import { mostLetters } from './letters.ts';
import { rulesOf, stretch } from './rules.ts';
import { checkCounts, settle } from './settling.ts';
import { tokensOf, type Token } from './tokens.ts';

/**
 * What printed words say as rules. `rules` is null where anything in them was not understood:
 * `unread` names it. `needsStart`: every second week or month, of which nobody says the first.
 */
export type Reading = { rules: Rule[] | null; unread: string[]; needsStart: boolean };

/** Reads words as they are printed; never guesses. */
export function readSchedule(text: string): Reading {
	const words = text.trim();
	if (words === '') return refused([]);
	if (words.length > mostLetters) return refused([`${words.slice(0, 20)}…`]);
	return readTokens(tokensOf(words)).reading;
}

/** With how many looks at a token it took. */
export function readTokens(tokens: readonly Token[]): { reading: Reading; looks: number } {
	const unknown = strangeParts(tokens);
	if (unknown.length > 0) return { reading: refused(unknown), looks: tokens.length };
	const cursor = new Cursor(tokens);
	try {
		const rules = understand(cursor);
		const needsStart = rules.some(({ interval, startsOn }) => interval > 1 && startsOn === null);
		return { reading: { rules, unread: [], needsStart }, looks: cursor.looks };
	} catch (error) {
		if (!(error instanceof Unread)) throw error;
		const all = tokens.map(({ text }) => text).join('');
		return { reading: refused([error.words || all]), looks: cursor.looks };
	}
}

const refused = (unread: string[]): Reading => ({ rules: null, unread, needsStart: false });

function understand(cursor: Cursor): Rule[] {
	const line = groupsOf(clausesOf(cursor));
	const { between, groups } = line;
	const isEvent = between && groups.every(({ units }) => units.length === 0);
	const days = isEvent ? stretch(between) : null;
	if (days) {
		if (groups.length === 0) {
			const empty = {
				months: null,
				isInstead: false,
				instead: null,
				times: [],
				pauses: [],
				closed: []
			};
			groups.push({ units: [], ...empty });
		}
		groups[0]!.units = [days];
	}
	const settled = settle(line);
	const absences = close(line, settled);
	checkCounts(line, settled);
	return rulesOf(settled, absences, line);
}

/** Stretches of letters that no known word holds. */
function strangeParts(tokens: readonly Token[]): string[] {
	const parts: string[] = [];
	let isInside = false;
	for (const { kind, text } of tokens) {
		if (kind !== 'unknown') isInside = false;
		else if (isInside) parts[parts.length - 1] += text;
		else {
			parts.push(text);
			isInside = true;
		}
	}
	return parts;
}
