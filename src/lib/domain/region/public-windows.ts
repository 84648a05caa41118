/** An office that every region has, whatever is listed: where one asks for it, and what it does. */
export type PublicWindow = { name: string; words: string };

const townsNamed = 4;

/**
 * The law lays them upon every place: the town's welfare office (社会福祉法, 生活困窮者自立支援法), the 保健所 (地域保健法),
 * and an ひきこもり地域支援センター of every prefecture and designated city. Nobody's number is in here: they change.
 * `towns`, `prefectures`: names of those of the region.
 */
export function publicWindows(
	towns: readonly string[],
	prefectures: readonly string[]
): PublicWindow[] {
	// Wards of a city are asked for at the city, and told with it: 札幌市中央区.
	const offices = towns.filter((name) => !/市.+区$/.test(name));
	const where =
		offices.length <= townsNamed && offices.length > 0
			? offices.map(officeOf).join('・')
			: 'お住まいの市区町村の役所';
	const land = prefectures.length === 1 ? prefectures[0]! : '都道府県';
	return [
		{
			name: `${where}の、福祉の窓口`,
			words:
				'「福祉課」「生活支援課」などの名前です。どの係かわからなくても、代表の電話や受付でたずねられます。'
		},
		{
			name: '保健所・保健センター',
			words:
				'こころの健康の相談を、本人からも家族からも受けています。病院に行く前でもかまいません。'
		},
		{
			name: `${land}の、ひきこもり地域支援センター`,
			words: 'ひきこもりのことを専門に聴くところです。どの都道府県と政令指定都市にもあります。'
		}
	];
}

const officeOf = (town: string) => town + (/[市区]$/.test(town) ? '役所' : '役場');

/** What one may say first there. */
export const firstSentences = [
	{
		whose: '自分のこと',
		words: '「ひきこもりのことで、話を聴いてもらえるところを探しています。」'
	},
	{
		whose: '家族のこと',
		words: '「家族のことで相談したいのですが、どの窓口に聞けばいいか、教えてください。」'
	}
];
