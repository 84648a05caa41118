import { isAccess, judge } from '#lib/server/web/admission.ts';
import { policy } from '#lib/server/web/policy.ts';
import { describe, expect, test } from 'vitest';
import { offered } from '../../support/offered.ts';

const allowed = Object.fromEntries(
	Object.entries(policy).map(([id, rule]) => [
		id,
		[
			...(rule.GET ? ['GET'] : []),
			...(!rule.POST
				? []
				: isAccess(rule.POST)
					? ['POST']
					: Object.keys(rule.POST).map((name) => `POST ${name}`))
		].sort()
	])
);

describe('the table', () => {
	const routes = Object.entries(offered());

	test('there are routes to compare it with', () => {
		expect(routes.map(([id]) => id)).toEqual(expect.arrayContaining(['/', '/healthz']));
	});

	test.each(routes)('says who may ask %s', (id, names) => {
		expect(allowed[id]).toEqual([...new Set(names)].sort());
	});

	test.each(Object.keys(policy))('names %s, which is there', (id) => {
		expect(routes.map(([route]) => route)).toContain(id);
	});
});

describe('judging', () => {
	const at = 'https://example.jp/';

	test('what is in the table may be asked', () => {
		expect(judge('GET', '/search', at)).toEqual({ access: 'public' });
		expect(judge('HEAD', '/search', at)).toEqual({ access: 'public' });
	});

	test('a route that is not in the table is not found, whatever its name', () => {
		for (const id of ['/nobody', 'remote', 'toString', '__proto__']) {
			expect(judge('GET', id, at), id).toEqual({ refusal: { status: 404 } });
		}
	});

	test('what no route answers is left to the framework', () => {
		expect(judge('GET', null, at)).toEqual({ access: 'public' });
	});

	test('another method is refused with the list of those that are allowed', () => {
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']) {
			expect(judge(method, '/healthz', at), method).toEqual({
				refusal: { status: 405, headers: { allow: 'GET, HEAD' } }
			});
		}
	});

	test('an action that is not in the table is not found', () => {
		const table = {
			'/unnamed': { POST: { default: 'public' } },
			'/named': { POST: { report: 'public' } },
			'/endpoint': { POST: 'public' }
		} as const;
		const status = (route: string, action = '') => {
			const judged = judge('POST', route, at + action, table);
			return 'refusal' in judged ? judged.refusal.status : 'allowed';
		};
		expect(status('/unnamed')).toBe('allowed');
		expect(status('/named', '?/report')).toBe('allowed');
		expect(status('/named', '?page=2&/report')).toBe('allowed');
		expect(status('/endpoint')).toBe('allowed');
		expect(status('/named')).toBe(404);
		for (const action of [
			'?/default',
			'?/toString',
			'?/__proto__',
			'?/report',
			'?/other&/report'
		]) {
			expect(status('/unnamed', action), action).toBe(404);
		}
		expect(status('/named', '?/other&/report')).toBe(404);
	});
});
