import { textOf, type SentForm } from '#lib/domain/input/form.ts';
import type { Seen } from './drafts.ts';

/** What a form that is kept as a draft says of itself: which draft it shows, and in which tab. */
export const seenIn = (form: SentForm): Seen => ({
	savedAt: textOf(form, 'seen').slice(0, 40),
	tab: textOf(form, 'tab').slice(0, 40)
});
