import { sample, searched, type Searched } from '../search-data.ts';
import { real } from './real.ts';

/** So many generated resources, or the real ones of a folder; the sample is always among them. */
export type Collection = number | { folder: string };

export const documentsOf = (collection: Collection): Searched[] =>
	typeof collection === 'number' ? searched(collection) : [...sample(), ...real(collection.folder)];
