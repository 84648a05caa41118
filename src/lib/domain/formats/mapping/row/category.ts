import type { Context } from '#lib/domain/formats/format.ts';
import { knownTerm } from '#lib/domain/formats/mapping/terms/match.ts';
import { normalise } from '#lib/domain/text/normalise.ts';

/** Of a place whose kind nobody has told. */
export const otherCategory = 'other';

/** What names of places end with or hold, by category; the longest that is found decides. */
const inNames: Record<string, string[]> = {
	family: ['家族会', '親の会', '家族の会', '家族のつどい', '家族の集い', '家族教室'],
	peer: ['自助グループ', '当事者会', '断酒会', 'ピアサポート'],
	'free-school': ['フリースクール', '教育支援センター', '適応指導教室'],
	meals: ['子ども食堂', 'こども食堂', '地域食堂', 'みんなの食堂', 'フードパントリー'],
	'visiting-care': ['訪問看護'],
	medical: ['病院', 'クリニック', '医院', '診療所', '歯科', '心療内科', 'メンタルクリニック'],
	'group-home': ['グループホーム'],
	'continuous-work': ['就労継続支援', '作業所'],
	'employment-transition': ['就労移行'],
	work: ['就業・生活支援センター', '就労支援', 'ハローワーク'],
	'work-trial': ['若者サポートステーション'],
	'self-reliance': ['自立相談支援'],
	consultation: [
		...['相談室', '相談窓口', '相談センター', '相談支援', '相談所', '社会福祉協議会', '福祉事務所'],
		...['地域包括支援センター', '保健所', '保健センター', 'ひきこもり地域支援センター', '福祉相談']
	],
	ibasho: ['居場所', 'ふれあいサロン', 'いきいきサロン', 'コミュニティカフェ', '認知症カフェ'],
	'ibasho-youth': ['若者の居場所', 'ユースセンター', 'ユーススペース', '青少年センター'],
	rights: ['成年後見センター', '権利擁護センター', '法テラス']
};

const words = Object.entries(inNames).flatMap(([code, list]) =>
	list.map((word) => ({ code, word: normalise(word) }))
);

/** What a list is called that is about one kind of place: 「令和7年度 子ども食堂一覧」. */
export function categoryInTitle(title: string, { vocabularies }: Context): string | null {
	const [, about = ''] =
		/(.+?)の?(?:一覧|名簿|リスト|マップ|ガイド)/u.exec(title.normalize('NFKC')) ?? [];
	const last = about.split(/[\s_]+/u).at(-1)!;
	const known = knownTerm(last.replace(/^.*[都道府県市区町村]内?の?/u, ''), 'category', {
		vocabularies
	});
	if (known) return known;
	let left = normalise(about);
	const codes = new Set<string>();
	const own = [...vocabularies.category.values()].map(({ code, label }) => ({
		code,
		word: normalise(label)
	}));
	for (const { code, word } of [...words, ...own].sort((a, b) => b.word.length - a.word.length)) {
		if (!vocabularies.category.has(code) || !left.includes(word) || word.length < 2) continue;
		codes.add(code);
		left = left.replaceAll(word, '|');
	}
	const [code] = codes;
	return codes.size === 1 ? code! : null;
}

/** What the name of a place says of its kind; null where it says nothing. */
export function categoryInName(name: string, { vocabularies }: Context): string | null {
	const plain = normalise(name);
	const [found] = words
		.filter(({ code, word }) => plain.includes(word) && vocabularies.category.has(code))
		.sort((a, b) => b.word.length - a.word.length);
	return found?.code ?? null;
}
