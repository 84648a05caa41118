/** What a region, an edition or the whole directory holds: all that a title or a poster may claim of it. */
export type Holdings = {
	total: number;
	/** Of those that are no narrower kind of another; the most frequent first. */
	kinds: readonly { name: string; count: number }[];
	/** How many somebody has checked with the place itself or its own words, on a day that is told. */
	checked: number;
};

const inTitle = 3;
const inSentence = 5;

/** 「相談窓口、居場所、家族会など」; empty where there is nothing. */
export function kindsWords({ kinds }: Pick<Holdings, 'kinds'>, most = inSentence): string {
	const shown = kinds.slice(0, most).map(({ name }) => name);
	return shown.join('、') + (kinds.length > most ? 'など' : '');
}

/** 「さくら市の相談窓口、居場所、家族会など」 */
export function titleOf(name: string, holdings: Holdings): string {
	return `${name}の${kindsWords(holdings, inTitle) || '案内'}`;
}

/** 「相談窓口、居場所、家族会など77か所」 */
export const amountWords = (holdings: Holdings): string =>
	holdings.total === 0 ? 'まだ何も載っていません' : `${kindsWords(holdings)}${holdings.total}か所`;

/** 「さくら市の相談窓口、居場所など77か所。うち62か所は、確かめた日を載せています。」 */
export function descriptionOf(name: string, holdings: Holdings): string {
	if (holdings.total === 0) return `${name}の場所や窓口は、まだ載っていません。`;
	return `${name}の${amountWords(holdings)}。${checkedWords(holdings)}`;
}

/** What the whole directory is; `isYearly`: some of it is published by yearly edition. */
export function introductionOf(kinds: Holdings['kinds'], isYearly: boolean): string {
	if (kinds.length === 0) return '地域の場所や窓口を、これから載せていきます。';
	const how = isYearly
		? '地域ごとに毎年確かめて、まとめています。'
		: '地域ごとに、まとめています。';
	return `${kindsWords({ kinds }, inTitle)}を、${how}`;
}

/** What may be said of how sure it all is. */
export function checkedWords({ total, checked }: Holdings): string {
	if (checked === 0)
		return '公開されている情報から載せていて、ひとつずつ確かめるのはこれからです。';
	if (checked === total) return 'どこも、人が確かめた日を載せています。';
	return `うち${checked}か所は、人が確かめた日を載せています。`;
}
