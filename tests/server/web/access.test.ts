import { describe, expect, it } from 'vitest';
import { admit, isAccess, judge } from '#lib/server/web/admission.ts';
import { policy, type Access, type Policy } from '#lib/server/web/policy.ts';
import type { Session } from '#lib/server/staff/sessions.ts';
import {
	actors,
	expected,
	isTheirs,
	outcomeOf,
	wordsOf,
	type Actor,
	type Whose
} from '../../support/access.ts';
import { offered } from '../../support/offered.ts';
import { now } from '../../support/world.ts';

const roles = {
	partner: 'partner',
	editor: 'editor',
	stranger: 'editor',
	everywhere: 'editor',
	admin: 'admin',
	unconfirmed: 'admin'
} as const;

function sessionOf(actor: Actor): Session | null {
	if (!(actor in roles)) return null;
	const role = roles[actor as keyof typeof roles];
	const confirmedAt = new Date(now.getTime() - (actor === 'unconfirmed' ? 3_600_000 : 0));
	return { user: { id: actor, name: actor, role, regions: [], resources: [] }, confirmedAt };
}

const requests = Object.entries(offered()).flatMap(([route, offers]) =>
	[...new Set(offers)].map((request) => ({ route, request, words: wordsOf(route, request) ?? '' }))
);

function answer(table: Policy, route: string, request: string, actor: Actor, whose: Whose) {
	const [method, action] = request.split(' ');
	const query = action && action !== 'default' ? `?/${action}` : '';
	const judged = judge(method!, route, `https://example.jp/${query}`, table);
	if ('refusal' in judged) return 'not-found';
	return admit(judged.access, sessionOf(actor), {
		at: now,
		reaches: (kind) => isTheirs(kind, actor, whose)
	});
}

function wrongCells(table: Policy): string[] {
	return requests.flatMap(({ route, request, words }) =>
		actors.flatMap((actor) =>
			(['own', 'other'] as const)
				.filter(
					(whose) => answer(table, route, request, actor, whose) !== outcomeOf(words, actor, whose)
				)
				.map((whose) => `${request} ${route} ${actor} ${whose}`)
		)
	);
}

describe('The table of access', () => {
	it('is written down once more for everything that is offered, and for nothing else', () => {
		const unsaid = requests.filter(({ words }) => !words);
		expect(
			unsaid.map(({ route, request }) => `${request} ${route}`),
			'Say in tests/support/access.ts who may'
		).toEqual([]);
		const all = new Set(requests.map(({ route, request }) => `${request} ${route}`));
		const gone = Object.entries(expected)
			.flatMap(([route, rules]) => Object.keys(rules).map((request) => `${request} ${route}`))
			.filter((one) => !all.has(one));
		expect(gone).toEqual([]);
	});

	it('gives everybody what is written down for them', () => {
		expect(wrongCells(policy)).toEqual([]);
	});

	it('cannot lose or loosen one rule without a wrong cell', () => {
		const mutants = requests.flatMap(({ route, request, words }) =>
			loosened(words).map((access) => ({ route, request, access }))
		);
		expect(mutants.length).toBeGreaterThan(requests.length);
		for (const { route, request, access } of mutants) {
			const table = withRule(route, request, access);
			expect(wrongCells(table), `${request} ${route} ${JSON.stringify(access)}`).not.toEqual([]);
		}
	});
});

/** The same rule with one thing less that it asks for, and gone. */
function loosened(words: string): (Access | null)[] {
	if (words === 'public') return [null];
	const [, least, kind, confirmed] = /^(\w+)(?:@(\w+))?(!)?$/.exec(words)!;
	const rule = {
		least,
		...(kind ? { of: kind } : {}),
		...(confirmed ? { confirmed: true } : {})
	} as Exclude<Access, 'public'>;
	const { of, confirmed: again, ...bare } = rule;
	return [
		null,
		'public',
		...(least === 'partner'
			? []
			: [{ ...rule, least: least === 'admin' ? 'editor' : 'partner' } as Access]),
		...(of ? [{ ...bare, ...(again ? { confirmed: again } : {}) } as Access] : []),
		...(again ? [{ ...bare, ...(of ? { of } : {}) } as Access] : [])
	];
}

function withRule(route: string, request: string, access: Access | null): Policy {
	const table = structuredClone(policy);
	const rule = table[route]!;
	const [method, action] = request.split(' ') as ['GET' | 'POST', string?];
	if (action && rule.POST && !isAccess(rule.POST)) {
		if (access) rule.POST[action] = access;
		else delete rule.POST[action];
	} else if (access) rule[method] = access;
	else delete rule[method];
	return table;
}
