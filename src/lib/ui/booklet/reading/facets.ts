import { aspects, choicesOf, type Aspect, type Entry } from './entries.ts';
import { element } from './element.ts';

const titles: Record<Aspect, string> = {
	category: 'どんなところ',
	need: 'どうしたい',
	municipality: '市区町村',
	ease: '参加しやすさ'
};

export type Facets = {
	elements: HTMLElement[];
	isChosen(): boolean;
	clear(): void;
	/** Entries that have what is chosen: of the eases all of it, else some of it. */
	narrowed(entries: readonly Entry[]): Entry[];
	/** Tells how many of the entries there are with each choice. */
	count(entries: readonly Entry[]): void;
};

type Choice = { aspect: Aspect; words: string; box: HTMLInputElement; count: HTMLElement };

export function facetsOf(root: ParentNode, entries: readonly Entry[]): Facets {
	const choices: Choice[] = aspects.flatMap((aspect) =>
		choicesOf(root, entries, aspect).map((words) => ({
			...{ aspect, words },
			box: element('input', { type: 'checkbox', name: aspect, value: words }),
			count: element('span', { class: 'count' })
		}))
	);
	const chosenOf = (aspect: Aspect) =>
		choices.filter((one) => one.aspect === aspect && one.box.checked).map(({ words }) => words);
	const has = ({ said }: Entry, aspect: Aspect, chosen: readonly string[]) =>
		chosen.length === 0 ||
		(aspect === 'ease'
			? chosen.every((one) => said.ease.includes(one))
			: chosen.some((one) => said[aspect].includes(one)));
	const narrowed = (some: readonly Entry[], except: Aspect | null = null) =>
		aspects
			.filter((aspect) => aspect !== except)
			.reduce<Entry[]>(
				(rest, aspect) => {
					const chosen = chosenOf(aspect);
					return rest.filter((entry) => has(entry, aspect, chosen));
				},
				[...some]
			);
	return {
		elements: aspects.flatMap((aspect) => {
			const own = choices.filter((one) => one.aspect === aspect);
			return own.length > 1 ? [groupOf(titles[aspect], own)] : [];
		}),
		isChosen: () => choices.some(({ box }) => box.checked),
		clear: () => choices.forEach(({ box }) => (box.checked = false)),
		narrowed,
		count(some) {
			for (const aspect of aspects) {
				// Another ease narrows further; another town widens.
				const base = narrowed(some, aspect === 'ease' ? null : aspect);
				for (const { words, count, ...one } of choices) {
					if (one.aspect !== aspect) continue;
					count.textContent = String(
						base.filter(({ said }) => said[aspect].includes(words)).length
					);
				}
			}
		}
	};
}

const groupOf = (title: string, choices: readonly Choice[]) =>
	element(
		'details',
		{},
		element('summary', {}, title),
		element(
			'fieldset',
			{ class: 'choices', 'aria-label': title },
			...choices.map(({ words, box, count }) =>
				element('label', { class: 'choice' }, box, element('span', {}, words, ' ', count))
			)
		)
	);
