import { textOf, type SentForm } from '#lib/domain/input/form.ts';
import type { EditionState } from '#lib/domain/edition/edition.ts';
import { layouts, type Layout } from './layout.ts';
import { plainly, proofMark, type BookletChoice, type BookletKind } from './made.ts';

/** What staff can have made of an edition: proofs until it is published, then files to print. */
export type Making = 'proof' | 'print' | 'nothing';

export const makingOf = (state: EditionState): Making =>
	state === 'withdrawn'
		? 'nothing'
		: state === 'published' || state === 'superseded'
			? 'print'
			: 'proof';

/** What a form asks for; undefined: a form that there is not. */
export function parseOrder(
	form: SentForm,
	making: Exclude<Making, 'nothing'>
): (BookletChoice & { kind: BookletKind; form: Layout }) | undefined {
	const layout = layouts.find((one) => one === textOf(form, 'form'));
	if (!layout) return undefined;
	const isFolded = layout === 'a4' && form.get('folded') !== null;
	return {
		...{ kind: making === 'proof' ? 'proof' : 'cached', form: layout, channel: 'paper' },
		printing: {
			isMonochrome: textOf(form, 'colour') === 'monochrome',
			// An office printer, for which this form is, cuts nothing.
			hasMarks: layout !== 'a4' && form.get('marks') !== null,
			...(isFolded ? { isFolded } : {}),
			watermark: making === 'proof' ? proofMark : plainly.watermark
		}
	};
}
