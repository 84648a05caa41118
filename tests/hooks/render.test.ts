import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { regions } from '#lib/server/database/schema/index.ts';
import { render } from '../../src/hooks/render.ts';
import { twoProcesses } from '../support/two-processes.ts';

const opened = twoProcesses();

const write = (slug: string) =>
	opened.other
		.insert(regions)
		.values({ slug, name: slug, kana: slug, created_at: '2026-01-01T00:00:00Z' })
		.run();

/** Asks for a page whose program breaks so often, and says how often it ran. */
async function ask(
	method: 'GET' | 'POST',
	{ breaks, meanwhile }: { breaks: number; meanwhile?: (run: number) => void }
) {
	const request = new Request('http://localhost/', { method });
	const locals = { db: opened.app } as App.Locals;
	let runs = 0;
	const { response } = await render({ request, locals } as RequestEvent, () => {
		meanwhile?.(++runs);
		if (runs > breaks) return new Response('ok');
		locals.failure = 'broken';
		locals.faults!.push({ run: runs });
		return new Response('broken', { status: 500 });
	});
	return { runs, status: response.status, faults: locals.faults };
}

const another = (run: number) => void write(`r${run}`);

test('a page that was read across a change is read again, and was no fault', async () => {
	expect(await ask('GET', { breaks: 1, meanwhile: another })).toEqual({
		...{ runs: 2, status: 200, faults: [] }
	});
});

test('not without end, not where nothing has changed, and never a form', async () => {
	const count = (run: number) => void run;
	expect(await ask('GET', { breaks: 9, meanwhile: another })).toEqual({
		...{ runs: 3, status: 500, faults: [{ run: 3 }] }
	});
	expect(await ask('GET', { breaks: 9, meanwhile: count })).toEqual({
		...{ runs: 1, status: 500, faults: [{ run: 1 }] }
	});
	expect(await ask('POST', { breaks: 9, meanwhile: (run) => another(run + 10) })).toEqual({
		...{ runs: 1, status: 500, faults: [{ run: 1 }] }
	});
});
