import { expect, test } from 'vitest';
import { saidOver } from '#lib/domain/formats/preview/said-over.ts';
import { content } from '../../../support/world.ts';

const nothing = { ...content({ name: 'x' }), name: '', categories: [], consents: [] };
const before = content({
	...{ name: 'ひだまり', summary: 'お茶を飲む', fee: 'free' },
	location: { municipality: '102024', street: '1-2', building: '日だまりビル' }
});
const said = {
	...content({ name: 'ひだまり 分室', location: { municipality: '102024', street: '9-9' } }),
	...{ categories: [], consents: [] }
};

test('What a row leaves unsaid stays, in the parts of an address too', () => {
	expect(saidOver(before, said, nothing)).toEqual({
		...before,
		...{ name: 'ひだまり 分室', location: { ...before.location, street: '9-9' } }
	});
});
