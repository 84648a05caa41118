import { catalogueDocument, type CatalogueDocument } from '#lib/domain/catalogue.ts';
import { publicContent, type PublicContent } from '#lib/domain/publication.ts';
import { placeWords, rowOf, type Row } from '#lib/domain/row.ts';
import type { Verification } from '#lib/domain/verification.ts';
import { contents } from './contents/read.ts';
import type { Database } from './database.ts';
import { keptByDatabase } from './kept.ts';
import { names } from './names.ts';
import type { Shown } from './shown.ts';

/** A resource made ready for lists. */
export type Prepared = {
	document: CatalogueDocument;
	row: Row;
	dates: Pick<PublicContent, 'operation' | 'schedules'>;
};

/** Revisions never change, so what was made of one serves every later list; about 4 KB each. */
const kept = keptByDatabase(() => new Map<string, Prepared>());
const maxKept = 50_000;

export function prepare(db: Database, shown: readonly Shown[]): Prepared[] {
	const known = kept(db);
	if (known.size > maxKept) known.clear();
	const missing = shown.filter((one) => !known.has(keyOf(one)));
	const found = contents(
		db,
		missing.map((one) => one.revision)
	);
	for (const one of missing) {
		known.set(keyOf(one), preparedOf(db, one, publicContent(found.get(one.revision)!)));
	}
	return shown.map((one) => known.get(keyOf(one))!);
}

export function verificationOf(shown: Shown): Verification | null {
	if (!shown.method || !shown.verified_on) return null;
	return { method: shown.method, on: shown.verified_on, role: shown.role };
}

const keyOf = (shown: Shown) =>
	`${shown.revision} ${shown.number} ${shown.region} ${shown.method} ${shown.verified_on}`;

function preparedOf(db: Database, shown: Shown, content: PublicContent): Prepared {
	const named = names(db);
	return {
		document: catalogueDocument(
			{
				revision: shown.revision,
				resource: shown.resource,
				region: shown.region,
				checkedOn: shown.verified_on
			},
			content,
			named.vocabularies,
			placeWords(content.place, named)
		),
		row: {
			...rowOf(shown.resource, content, verificationOf(shown), named),
			region: shown.region,
			number: shown.number
		},
		dates: { operation: content.operation, schedules: content.schedules }
	};
}
