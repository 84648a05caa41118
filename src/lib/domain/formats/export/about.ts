import { dateWords } from '#lib/domain/calendar/calendar.ts';
import { sampleMark } from '#lib/domain/region/sample.ts';

export const forms = ['xlsx', 'csv', 'json', 'geojson'] as const;
export type Form = (typeof forms)[number];
export const encodings = ['utf-8', 'cp932'] as const;
export type Encoding = (typeof encodings)[number];

export const mediaTypes: Record<Form, string> = {
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	csv: 'text/csv; charset=utf-8',
	json: 'application/json',
	geojson: 'application/geo+json'
};

/** What a file holds, beside its rows. */
export type About = {
	/** 「さくら地域 2026年度版」 */
	title: string;
	/** Of the newest revision in it, or the day the edition was published; null: it is empty. */
	on: string | null;
	rows: number;
	/** Places of the list that are not in it. */
	leftOut: number;
	/** Places in it that have closed, which lists do not show. */
	closed: number;
	/** What it was narrowed to, as a sentence; null: all of it. */
	condition: string | null;
	staff: boolean;
	isSample: boolean;
	/** 奥付 of the edition. */
	imprint: string | null;
	/** 利用条件 of the edition, or of the region's newest. */
	licence: string | null;
};

/** What everybody has to know who gets the file, in one line. */
export const holds = (staff: boolean): string =>
	staff
		? '職員だけの項目（公開しない所在地、電話、連絡先、同意、メモ）も入っています。人に渡さないでください。'
		: 'サイトに出ている内容だけです。職員だけの項目と、公開しない所在地は入っていません。';

/** Why places are missing; null: none is, or it is not for readers how many are hidden. */
export function absence({ leftOut, staff, condition }: About): string | null {
	if (leftOut === 0 || !staff) return null;
	return condition === null
		? `${leftOut}件は除きました。`
		: `サイトに載せていない${leftOut}件は、条件で選べないので入っていません。`;
}

/** Why the file has more than the list; null: it has not. */
export const closedWords = ({ closed }: Pick<About, 'closed'>): string | null =>
	closed > 0 ? `終了した${closed}件は、一覧には出ませんが、入っています。` : null;

/** What may be done with it, and whom to name; null for staff. */
export const licenceWords = ({ licence, title, staff }: About): string | null =>
	staff
		? null
		: `使うときは、出典に「${title} 地域資源ブックマーク」と書いてください。${licence ? `利用条件：${licence}` : ''}`;

/** The same for all forms: lines for people, above or beside the rows. */
export function notesOf(about: About): string[] {
	const { title, on, rows, condition, staff, isSample, imprint } = about;
	return [
		isSample ? `${sampleMark}：実在しない地域の、作り物の資源です。` : null,
		`${title}（${rows}件）`,
		on && `${dateWords(on)}の内容です。`,
		condition,
		holds(staff),
		absence(about),
		closedWords(about),
		licenceWords(about),
		imprint
	].filter((line) => line !== null);
}

/** `sakura-2026-resources.csv`, `-staff` for what is not for everybody. */
export function fileName(
	of: string,
	{ form, encoding, staff }: { form: Form; encoding: Encoding; staff: boolean }
): string {
	const parts = [of, 'resources', staff ? 'staff' : '', encoding === 'cp932' ? 'cp932' : ''];
	return `${parts.filter(Boolean).join('-')}.${form}`;
}
