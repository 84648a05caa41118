import { dice as diceOf } from './random.ts';

const pieces = [
	...[
		'"',
		"'",
		'*',
		'(',
		')',
		'AND',
		'OR',
		'NOT',
		'NEAR(',
		'name:',
		'^',
		'-',
		'+',
		'\\',
		'%',
		'_',
		';'
	],
	...[
		"' OR 1=1 --",
		'DROP TABLE revisions',
		'found MATCH',
		'${x}',
		'<script>',
		'../../',
		'\0',
		'\u202e'
	],
	...[
		'\ud800',
		'\udfff',
		'\u3099',
		'\u0301'.repeat(40),
		'ﷺ',
		'𠮷',
		'👨‍👩‍👧‍👦',
		'ｶﾞ',
		'㍿',
		'々',
		'ゝ',
		'ー',
		'　'
	],
	...[
		'居場所',
		'相談',
		'ひきこもり',
		'家族会',
		'shi',
		'tsu',
		'n',
		"n'",
		'っ',
		'一二三丁目',
		'（福）',
		'8050'
	]
];

/** Queries that mean harm, or come of a cat on the keyboard; every thousandth has a million letters. */
export function* hostile(count: number, seed: number): Generator<string> {
	const dice = diceOf(seed);
	const one = () =>
		dice.percent(80) ? dice.one(pieces) : String.fromCharCode(dice.below(0x10000));
	for (let number = 0; number < count; number++) {
		const parts = Array.from({ length: 1 + dice.below(number % 10 === 0 ? 400 : 12) }, one);
		const query = parts.join(dice.percent(40) ? ' ' : '');
		yield number % 1000 === 0 ? query.repeat(Math.ceil(1_000_000 / query.length)) : query;
	}
}
