import { numberIn, textOf, textsOf, type SentForm } from '#lib/domain/input/form.ts';
import type { Decision } from '#lib/domain/formats/preview/decision.ts';

/**
 * The button that somebody presses. `like`: the same as the candidate that is most like the row; a row that is like
 * another row of the file is then left out. `open`: takes the decision back.
 */
export type Pressed = Decision | { is: 'like' } | { is: 'open' };

const plain = ['take', 'skip', 'different', 'like', 'open'] as const;
const id = /^[0-9a-f-]{36}$/;

/** `same:ID` and `merge:ID` name the candidate; a merge takes only the marked fields of the row. */
export function parseDecision(form: SentForm): Pressed | { issue: string } {
	const [word = '', resource = ''] = textOf(form, 'choice').split(':', 2);
	const simple = plain.find((one) => one === word);
	if (simple) return { is: simple };
	const fields = textsOf(form, 'field').slice(0, 100);
	if (word === 'same' && id.test(resource)) return { is: 'same', resource };
	if (word !== 'merge') return { issue: 'どうするかを、ボタンで選んでください。' };
	if (fields.length === 0) return { issue: 'ファイルのほうにする項目に、印をつけてください。' };
	return id.test(resource) ? { is: 'same', resource, fields } : { is: 'merge', fields };
}

/** The rows it is about; null: all that are looked at. */
export const placesIn = (form: SentForm): number[] | null =>
	textOf(form, 'scope') === 'all'
		? null
		: textOf(form, 'places')
				.split(',')
				.flatMap((place) => numberIn(new URLSearchParams({ place }), 'place') ?? []);
