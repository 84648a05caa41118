import { fail, redirect } from '@sveltejs/kit';
import { parseWhereTo, type WhereTo } from '#lib/domain/formats/preview/form/options.ts';
import { tidy } from '#lib/domain/input/letters.ts';
import * as jobs from '#lib/server/imports/child/jobs.ts';
import { destinations, onlyRegionOf } from '#lib/server/imports/destinations.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url: { searchParams }, locals: { db, user } }) => ({
	...destinations(db, user!),
	asked: {
		...{ region: searchParams.get('region'), year: Number(searchParams.get('year')) || null },
		...{ category: null, asOf: null, way: 'revision' as const }
	}
});

/** A partner proposes, and is asked for no region: an address need not tell it where there is one alone. */
const proposed = (given: WhereTo, region: string | null): WhereTo => ({
	...{ ...given, region: given.region ?? region },
	...{ way: 'proposal', year: null }
});

export const actions: Actions = {
	default: async ({ request, locals: { db, user, now } }) => {
		const form = await request.formData();
		const file = form.get('file');
		const given = parseWhereTo(form);
		if ('issue' in given) return fail(422, { issue: given.issue, given: null });
		if (!(file instanceof File) || file.name === '') {
			return fail(422, { issue: '取り込むファイルを選んでください。', given });
		}
		const isPartner = user!.role === 'partner';
		const whereTo = isPartner ? proposed(given, onlyRegionOf(db, user!)) : given;
		const name = tidy(file.name.replace(/^.*[\\/]/, '')).slice(-200) || 'ファイル';
		const bytes = new Uint8Array(await file.arrayBuffer());
		const options = { ...whereTo, choices: {} };
		const packed = await previews.packBeside(bytes);
		const started = previews.start(db, user!, { name, bytes, packed }, options, now);
		if ('problem' in started) return fail(422, { issue: started.problem, given });
		jobs.run(db, user!, started.id, { kind: 'look' }, now);
		redirect(303, `/staff/imports/${started.id}`);
	}
};
