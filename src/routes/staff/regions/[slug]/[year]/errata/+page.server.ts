import { isBeingMade } from '#lib/domain/edition/edition.ts';
import { labelSheets, sheetWords } from '#lib/domain/booklet/papers/label-sheets.ts';
import { parseStickerForm, tooMany } from '#lib/domain/booklet/papers/sticker-order.ts';
import { corrections, mendedEdition, stickersFor } from '#lib/server/booklet/papers/stickers.ts';
import type { PageServerLoad } from './$types';

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

export const load: PageServerLoad = async ({ parent, url, locals: { db, origin } }) => {
	const { edition } = await parent();
	const { order, typed, issues } = parseStickerForm(url.searchParams);
	const from = url.searchParams.get('since') ?? '';
	const since = isDay(from) ? from : null;
	const mended = mendedEdition(db, edition);
	const isPrinted = mended !== null && !isBeingMade(edition.state);
	const all = isPrinted ? corrections(db, mended) : [];
	const shown = all.filter((one) => since === null || one.since === null || one.since >= since);
	const stickersOf = (numbers: number[] | null) =>
		mended ? stickersFor(shown, mended, { order: { ...order, numbers }, origin }).length : 0;
	return {
		isPrinted,
		since,
		hasPages: all.some(({ page }) => page !== null),
		corrections: shown.map(({ number, page, told }) => ({
			...{ number, page, name: told?.name ?? null },
			what: told ? told.fields.map(({ title }) => title).join('・') : '取り下げ',
			stickers: stickersOf([number]),
			isChosen: order.numbers === null || order.numbers.includes(number)
		})),
		all: all.length,
		sheets: labelSheets.map((sheet) => ({ faces: sheet.faces, words: sheetWords(sheet) })),
		order: { faces: order.sheet.faces, outlines: order.outlines, ...typed },
		issues: {
			...issues,
			chosen:
				order.numbers?.length === 0
					? '直すところを、ひとつは選んでください。'
					: tooMany(stickersOf(order.numbers), order)
		}
	};
};
