import { element } from './element.ts';
import type { Entry } from './entries.ts';
import type { Finding } from './finding.ts';

const mostNearest = 8;

export function statusOf(shown: number, all: number, isNarrowed: boolean): string {
	if (!isNarrowed) return `${all}件あります。`;
	return shown === 0
		? 'いまのところ、見つかりませんでした。'
		: `${all}件のうち、${shown}件あります。`;
}

/** The nearest first, and where to go on when there is nothing. */
export function resultsOf(shown: readonly Entry[], found: Finding | null): HTMLElement | null {
	if (shown.length === 0) {
		return element(
			'p',
			{ class: 'hint' },
			'ことばを短くするか、条件を一つはずすと、見つかるかもしれません。迷ったら、',
			element('a', { href: '#windows' }, 'わからないとき'),
			'へ。'
		);
	}
	if (!found) return null;
	const more = shown.length - mostNearest;
	return element(
		'div',
		{},
		found.isLike
			? element(
					'p',
					{ class: 'hint' },
					'そのままのことばはなかったので、似ているところを出しています。'
				)
			: null,
		element(
			'ol',
			{ class: 'nearest', 'aria-label': '近い順' },
			...shown
				.slice(0, mostNearest)
				.map(({ number, name, said }) =>
					element(
						'li',
						{},
						element(
							'a',
							{ href: `#e${number}` },
							element('span', { class: 'number' }, `${number}番 `),
							name,
							element(
								'small',
								{},
								` ${[...new Set([...said.category, ...said.municipality])].join('・')}`
							)
						)
					)
				)
		),
		more > 0 ? element('p', { class: 'hint' }, `ほか${more}件は、下にあります。`) : null
	);
}
