import { wideKana } from '#lib/domain/formats/cells/letters.ts';

/** Headers of columns that hold the names of people: staff, doctors, who filled it in. */
const people =
	/氏名|姓名|院長|園長|校長|館長|所長|施設長|センター長|室長|課長|部長|会長|理事|役員|代表者|代表取締役|代表名|世話人|責任者|管理者|担当者|担当医|主治医|嘱託医|医師|職員名|スタッフ|講師|記入者|作成者|入力者|回答者|届出者|連絡者|連絡員|受付者|発起人|民生委員|児童委員|保護司|お名前|個人名|本人名|保護者名|利用者名|家族名|参加者名|会員名|主宰|ファシリテーター|コーディネーター|ケアマネ|顧問|監事|幹事|主任/u;
/** 「担当」 and 「代表」 alone, and with 名. */
const alone =
	/^(?:ご?担当(?:名|職員)?|代表|連絡先担当|窓口担当|staff|doctor|manager|職員|相談員|支援員|メンバー|会員|ボランティア)$/iu;
/** They say of people what is no name, or they are an office: 担当課, 職員数, 医師会. */
const notPeople =
	/(?:課|課名|係|係名|部署|部署名|部局|部門|所属|窓口名|室名|機関|機関名|団体名|法人名|所管|数|委員会|医師会|会議|有無|資格|職種|配置|体制|曜日|時間|日時|対象|料|費)$/iu;
/** Ways to reach a person are a person's too. */
const ways = /電話番号|電話|tel|携帯|fax|e?-?mail|メールアドレス|メール|連絡先|住所/giu;
/** A body in one list, a person in another: their values tell. */
const perhaps =
	/(?:設置者|運営者|開設者|主催者|経営者|申請者|受託者|実施者|提供者|名義人|発行者|オーナー)(?:名|名称|の名称)?$|[士師司]$|(?:専門員|支援員|指導員|相談員|推進員|保健師|看護師|職員|ボランティア)名?$/u;

const plain = (name: string) =>
	wideKana(name)
		.normalize('NFKC')
		.replace(/[\s_]+/gu, '');

/** Whether a column is by its name one of people's names, or of how to reach them. */
export function isOfPeople(header: string): 'certainly' | 'perhaps' | null {
	const name = plain(header);
	if (/^代表(?:電話|tel|番号|fax|メール|連絡先)/iu.test(name)) return null;
	const bare = name.replace(/[(（【].*?[)）】]/gu, '');
	if (notPeople.test(bare) && !/氏名/.test(name)) return null;
	if (/(?:特|延|成|全)長$/u.test(bare)) return null;
	const whose = bare.replace(ways, '');
	if (
		people.test(name) ||
		/長名?$/u.test(bare) ||
		/長名?$/u.test(whose) ||
		alone.test(bare) ||
		(whose !== bare && alone.test(whose))
	) {
		return 'certainly';
	}
	return perhaps.test(bare) || (whose !== bare && perhaps.test(whose)) ? 'perhaps' : null;
}

const fullName =
	/^[\p{Script=Han}々ヶ]{1,4}[^\S\n][\p{Script=Han}々\p{Script=Hiragana}\p{Script=Katakana}ー]{1,5}(?:[\s]*(?:様|氏|さん|先生|医師|院長))?$/u;
const titled =
	/^[\p{Script=Han}々\p{Script=Hiragana}\p{Script=Katakana}ー\s]{1,12}(?:様|氏|さん|先生|医師|院長)$/u;
const office =
	/法人|会社|協会|協議会|組合|団体|委員会|連合|連盟|財団|社団|市$|町$|村$|県$|都$|府$|課|係|室|局|部$|センター|施設|病院|医院|クリニック|会$|所$|館$|園$|校$|場$|窓口|受付|事務|代表$|本部|支部|ハウス|ホーム|カフェ|サロン/u;

/** 「見本 花子」「見本先生」: a person rather than an office. */
export const isPersonName = (text: string): boolean => {
	const words = text.trim();
	return !office.test(words) && (fullName.test(words) || titled.test(words));
};

/** Whether most of the values are people's names. */
export function holdsPeople(values: readonly string[]): boolean {
	const said = values.filter((value) => value.trim() !== '');
	return said.length > 0 && said.filter(isPersonName).length * 2 >= said.length;
}

/** Whether most of the values are bodies, by their own words. */
export function holdsOffices(values: readonly string[]): boolean {
	const said = values.filter((value) => value.trim() !== '');
	return said.length > 0 && said.filter((value) => office.test(value)).length * 2 >= said.length;
}

/** Words beside a telephone number that name no person for certain. */
export const isOffice = (text: string): boolean =>
	office.test(text) ||
	/^(?:代表|直通|夜間|昼間|日中|平日|休日|土日|予約|相談|専用|携帯|固定|本人|家族|[〜\d\s内線]+)/u.test(
		text
	);
