import { expect, test } from 'vitest';
import { pair } from '#lib/domain/formats/identity.ts';

const place = (name: string, street: string | null = null) => ({
	name,
	municipality: '102024',
	street
});

test.each([
	['one of each is the same, whatever it is called', [place('あ')], [place('い')], [[0, 0]]],
	[
		'the same name comes before the rest',
		[place('あ'), place('い')],
		[place('い'), place('う')],
		[
			[1, 0],
			[0, 1]
		]
	],
	[
		'a name to the letter comes before one that is written otherwise',
		[place('見本の 家', '1-1'), place('見本の家', '1-1')],
		[place('見本の家', '1-1')],
		[[1, 0]]
	],
	[
		'width and case of a name do not matter',
		[place('ＡＢＣ　工房'), place('い')],
		[place('う'), place('abc工房')],
		[
			[0, 1],
			[1, 0]
		]
	],
	[
		'a place that only changed its name is known by its address',
		[place('新しい名', '1-2'), place('い', '3-4')],
		[place('古い名', '1-2'), place('い', '9-9')],
		[
			[1, 1],
			[0, 0]
		]
	],
	[
		'of two with the same name the address decides',
		[place('あ', '1'), place('あ', '2')],
		[place('あ', '2'), place('あ', '1')],
		[
			[0, 1],
			[1, 0]
		]
	],
	['two that resemble nothing are both new', [place('あ'), place('い')], [place('う')], []],
	['nothing is known: nothing is paired', [place('あ')], [], []]
])('%s', (_, rows, known, pairs) => {
	expect(pair(rows, known)).toEqual(pairs);
});
