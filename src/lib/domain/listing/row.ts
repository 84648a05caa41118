import { dateWords, type Moment } from '#lib/domain/calendar/calendar.ts';
import { nextOccurrences, occurrenceWords } from '#lib/domain/schedule/occurrences.ts';
import { publicDataWords } from '#lib/domain/resource/public-data.ts';
import type { PublicContent } from '#lib/domain/resource/publication.ts';
import type { Point } from '#lib/domain/map/bounds.ts';
import type { Place } from '#lib/domain/resource/precision.ts';
import type { Explanation } from '#lib/domain/search/explanation.ts';
import type { Verification } from '#lib/domain/resource/verification.ts';
import { easeWords, label, lineage, type Vocabularies } from '#lib/domain/labels/vocabulary.ts';
import { operations } from '#lib/domain/labels/choices.ts';

/** Names that codes stand for: the vocabularies, and municipalities by code. */
export type Names = { vocabularies: Vocabularies; municipalities: Map<string, string> };

/** One resource in a list. What is null is told as 未確認 in `checked`, all of it together. */
export type Row = {
	id: string;
	/** Slug. */
	region: string | null;
	/** Of its entry in an edition; null on the live pages. */
	number: number | null;
	name: string;
	kana: string | null;
	category: string;
	symbol: string;
	/** Town, or why there is none. */
	place: string;
	summary: string | null;
	when: string | null;
	/** The next dates in words; empty in an edition, whose pages do not change from day to day. */
	next: string[];
	who: string | null;
	fee: string | null;
	feeNote: string | null;
	eases: string[];
	/** Who checked it and when, or what public data it is from; and what nobody knows. */
	checked: string;
	/** 休止中, 新規停止 and the like: what would make a way there useless. */
	notice: string | null;
	/** Only where words were searched for. */
	found?: Explanation;
	/** Only for those who ask for coordinates: those of an exact place. */
	point?: Point | null;
};

const easesInRow = 3;
/** As many letters as a phone shows in one line. */
const lettersOfEases = 24;

export function rowOf(
	id: string,
	content: PublicContent,
	verification: Verification | null,
	names: Names
): Row {
	const category = content.categories[0]!;
	return {
		id,
		region: null,
		number: null,
		name: content.name,
		kana: content.kana,
		category: label(names.vocabularies, 'category', category),
		symbol: symbolOf(category, names.vocabularies),
		place: placeWords(content.place, names),
		summary: content.summary,
		when: whenWords(content),
		next: [],
		who: whoWords(content, names.vocabularies),
		fee: content.fee && label(names.vocabularies, 'fee', content.fee),
		feeNote: content.feeNote,
		eases: firstEases(easesOf(content, names.vocabularies).yes),
		checked: standingOf(content, verification, names.vocabularies),
		notice: noticeOf(content, names.vocabularies)
	};
}

/** The first few, up to one that would begin another line. */
function firstEases(eases: readonly string[]): string[] {
	let letters = 0;
	const within = eases.findIndex((ease) => (letters += ease.length + 1) > lettersOfEases);
	return eases.slice(0, Math.min(easesInRow, within < 0 ? eases.length : Math.max(1, within)));
}

/** The next `count` dates in words; none for a place that is paused or closed. */
export function nextWords(
	content: Pick<PublicContent, 'operation' | 'schedules'>,
	now: Moment,
	count: number,
	wordsOf = occurrenceWords
): string[] {
	if (content.operation !== 'open') return [];
	return nextOccurrences(content.schedules, now, count).map(wordsOf);
}

export function symbolOf(category: string, vocabularies: Vocabularies): string {
	const terms = vocabularies.category;
	for (const code of lineage(terms, category)) {
		const symbol = terms.get(code)?.symbol;
		if (symbol) return symbol;
	}
	return 'circle';
}

/** 「さくら市」「オンライン」「場所は申込のあとに」 */
export function placeWords(place: Place, names: Names): string {
	if (place.precision === 'online') return 'オンライン';
	if (place.precision === 'private') return '場所は公開していません';
	if (!place.municipality) return '場所は未確認';
	const municipality = names.municipalities.get(place.municipality) ?? place.municipality;
	return place.precision === 'municipality'
		? `${municipality}（場所は申込のあとに）`
		: municipality;
}

export function whenWords(content: PublicContent): string | null {
	return content.schedules.map((schedule) => schedule.text).join('／') || null;
}

/** 「本人・経験者（15歳から、年齢の上限なし）」 */
export function whoWords(content: PublicContent, vocabularies: Vocabularies): string | null {
	const who = content.audiences.map((code) => label(vocabularies, 'audience', code)).join('・');
	const gender =
		content.gender && content.gender !== 'any' ? label(vocabularies, 'gender', content.gender) : '';
	const details = [gender, agesWords(content)].filter(Boolean).join('、');
	if (!who) return details || null;
	return details ? `${who}（${details}）` : who;
}

/** 「15歳から39歳まで」「年齢の上限なし」; null when nobody said. */
export function agesWords(
	content: Pick<PublicContent, 'ageMin' | 'ageMax' | 'ageOpen'>
): string | null {
	const { ageMin, ageMax, ageOpen } = content;
	const from = ageMin === null ? '' : `${ageMin}歳から`;
	if (ageMax !== null) return `${from}${ageMax}歳まで`;
	if (ageOpen) return from ? `${from}、年齢の上限なし` : '年齢の上限なし';
	return from || null;
}

/** 「無料（お茶代100円）」 */
export function feeWords(content: PublicContent, vocabularies: Vocabularies): string | null {
	const fee = content.fee ? label(vocabularies, 'fee', content.fee) : '';
	if (!fee) return content.feeNote;
	return content.feeNote ? `${fee}（${content.feeNote}）` : fee;
}

/** Labels in the vocabulary's order, of `no` what that means; what is in neither list is 未確認. */
export function easesOf(
	content: PublicContent,
	vocabularies: Vocabularies
): { yes: string[]; no: string[]; unknown: string[] } {
	const eases: { yes: string[]; no: string[]; unknown: string[] } = {
		yes: [],
		no: [],
		unknown: []
	};
	for (const term of vocabularies.ease.values()) {
		const answer = content.eases[term.code] ?? 'unknown';
		eases[answer].push(easeWords(term, answer));
	}
	return eases;
}

/** 「電話で確認 2026年2月3日」「公的データから（WAM NET 2025年3月）」; null where nobody has checked it. */
export function checkedWords(
	content: Pick<PublicContent, 'sources'>,
	verification: Verification | null,
	vocabularies: Vocabularies
): string | null {
	const data = publicDataWords(content, verification);
	if (data) return `公的データから（${data}）`;
	if (!verification) return null;
	const method = label(vocabularies, 'method', verification.method);
	return `${method}で確認 ${dateWords(verification.on)}`;
}

/** More unknowns than these are one. */
const fewUnknowns = 2;

/** 「詳しいことは未確認（WAM NET 2025年3月）」「電話で確認 2026年2月3日・費用は未確認」 */
function standingOf(
	content: PublicContent,
	verification: Verification | null,
	vocabularies: Vocabularies
): string {
	const data = publicDataWords(content, verification);
	const checked = checkedWords(content, verification, vocabularies);
	const unknown = [
		...(checked === null ? ['確認の日'] : []),
		...(content.schedules.length === 0 ? ['いつ'] : []),
		...(whoWords(content, vocabularies) === null ? ['だれのため'] : []),
		...(content.fee === null && content.feeNote === null ? ['費用'] : []),
		...(Object.keys(content.eases).length === 0 ? ['参加しやすさ'] : [])
	];
	if (unknown.length === 0) return checked!;
	if (data) return `詳しいことは未確認（${data}）`;
	const isFew = unknown.length <= fewUnknowns;
	const unsaid = `${isFew ? unknown.join('・') : '詳しいこと'}は未確認`;
	return checked ? `${checked}・${unsaid}` : unsaid;
}

function noticeOf(content: PublicContent, vocabularies: Vocabularies): string | null {
	if (content.operation === 'closed') return '終了しました';
	if (content.operation === 'paused') return operations.paused;
	if (!content.intake || content.intake === 'open') return null;
	return label(vocabularies, 'intake', content.intake);
}
