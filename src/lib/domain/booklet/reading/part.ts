import type { Place } from './entry.ts';
import type { Markup } from './markup.ts';

/** A part of the booklet, in its order. */
export type Part = {
	id: string;
	title: string;
	kind: 'front' | 'chapter' | 'windows' | 'index' | 'imprint';
	/** Numbers of the entries that are told in it, in their order. */
	numbers: number[];
	/** With its heading. */
	body: (place: Place) => Markup;
};
