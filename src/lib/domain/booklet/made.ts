import { editionName } from '#lib/domain/edition/edition.ts';
import type { BookletChannel } from './booklet.ts';
import { layouts, type Printing } from './layout.ts';

/** All forms that a booklet is made in. */
export const bookletForms = [...layouts, 'leaflet', 'epub', 'html', 'bundle'] as const;
export type BookletForm = (typeof bookletForms)[number];

export const bookletFormNames: Record<BookletForm, string> = {
	a5: '冊子（A5）',
	a4: 'A4の紙に2ページずつ',
	large: '大きな字（A4）',
	yasashii: 'ふりがなつき（A5）',
	leaflet: '折りたたみのちらし',
	epub: '電子書籍（EPUB）',
	html: '1つのファイル（HTML）',
	bundle: '報告と納本のまとまり'
};

/**
 * final: kept at 公開 and never changed. proof: the last one of an edition, with 校正 over every page. cached: of
 * readers and of other forms, made anew whenever it is wanted.
 */
export const bookletKinds = ['final', 'proof', 'cached'] as const;
export type BookletKind = (typeof bookletKinds)[number];

/** What distinguishes one booklet of an edition from another. */
export type BookletChoice = { form: BookletForm; channel: BookletChannel; printing: Printing };

export const plainly: Printing = { isMonochrome: false, hasMarks: false, watermark: null };
export const proofMark = '校正';

/** In one word, for keys: printing in an order of its own. */
export const choiceKey = ({ form, channel, printing }: BookletChoice): string =>
	JSON.stringify([
		...[form, channel, printing.isMonochrome, printing.hasMarks, printing.watermark],
		...(printing.isFolded ? ['folded'] : [])
	]);

/** 「冊子（A5）・白黒・トンボと塗り足し」 */
export function choiceWords({ form, printing }: Pick<BookletChoice, 'form' | 'printing'>): string {
	return [
		bookletFormNames[form],
		printing.isMonochrome ? '白黒' : 'カラー',
		...(printing.hasMarks ? ['トンボと塗り足し'] : []),
		...(printing.isFolded ? ['二つ折りの順'] : [])
	].join('・');
}

/** Of a downloaded file: `sakura-2026-a5-print.pdf`, `sakura-2026.epub`. */
export function bookletFileName(
	edition: string,
	{ form, channel, printing }: BookletChoice,
	ending: string
): string {
	const parts = [
		edition,
		...(form === ending ? [] : [form]),
		...(channel === 'paper' && form !== 'bundle' ? ['print'] : []),
		...(printing.isMonochrome ? ['mono'] : []),
		...(printing.hasMarks ? ['marks'] : []),
		...(printing.isFolded ? ['folded'] : []),
		...(printing.watermark === null ? [] : ['proof'])
	];
	return `${parts.join('-')}.${ending}`;
}

/** Of a reading version: `sakura-2026.epub`. */
export const readingFileName = (
	{ region, year }: { region: { slug: string }; year: number },
	form: 'epub' | 'html'
): string =>
	bookletFileName(
		editionName(region.slug, year),
		{ form, channel: 'web', printing: plainly },
		form
	);
